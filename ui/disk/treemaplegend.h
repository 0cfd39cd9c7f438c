#pragma once

#include <QWidget>

namespace dip::ui {

/// Says what the marks in the picture mean.
class TreemapLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit TreemapLegend(QWidget *parent = nullptr);

    void showDoomed(bool shown); ///< whether something is crossed out
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QStringList texts() const;

    bool m_hasDoomed = false;
};

} // namespace dip::ui
