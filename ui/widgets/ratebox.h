#pragma once

#include <QSpinBox>

#include <array>

namespace dip::ui {

/// Limits to choose from, bytes a second; 0: none.
inline constexpr std::array<qint64, 10> usualRates{
    0, 200'000, 500'000, 1'000'000, 2'000'000, 5'000'000, 10'000'000, 20'000'000, 50'000'000, 100'000'000};

/// A speed limit to be typed, in kB/s; 0 shows as "none".
class RateBox final : public QSpinBox
{
    Q_OBJECT

public:
    explicit RateBox(QWidget *parent = nullptr);

    [[nodiscard]] qint64 bytesPerSecond() const;
    void setBytesPerSecond(qint64 rate); ///< 0: no limit

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};

} // namespace dip::ui
