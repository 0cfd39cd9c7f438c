#pragma once

#include <QSpinBox>

namespace dip::ui {

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
