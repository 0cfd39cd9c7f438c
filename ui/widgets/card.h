#pragma once

#include <QWidget>

namespace dip::ui {

/// A raised ground with a hairline around.
class Card final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace dip::ui
