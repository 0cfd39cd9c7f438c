#pragma once

#include <QWidget>

#include "core/registry/registryclient.h"

namespace dip::ui {

/// The steps of reaching a registry, one below the other, up to the first that fails.
class CheckLadder final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void clear();
    void setBusy();
    void show(const QList<CheckStep> &steps);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] static QString stepName(CheckStep::Kind kind);
    [[nodiscard]] static QString stepText(const CheckStep &step);
    void announce();

    QList<CheckStep> m_steps;
    bool m_busy = false;
};

} // namespace dip::ui
