#include "ui/widgets/ratebutton.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QMenu>

#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/widgets/ratebox.h"
#include "ui/workspace.h"

namespace dip::ui {

RateButton::RateButton(Workspace &workspace, QWidget *parent)
    : QToolButton(parent), m_workspace(workspace), m_menu(new QMenu(this)), m_choices(new QActionGroup(this))
{
    setObjectName(QStringLiteral("rateButton"));
    setIcon(dip::ui::icon(QLatin1StringView("clock")));
    setIconSize({18, 18});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    for (const qint64 limit : usualRates) {
        QAction *action = m_menu->addAction(QString());
        action->setCheckable(true);
        action->setData(limit);
        m_choices->addAction(action);
    }
    connect(m_choices, &QActionGroup::triggered, this, [this](const QAction *action) {
        AppSettings settings = m_workspace.settings();
        settings.rateLimit = action->data().toLongLong();
        m_workspace.change(settings);
    });
    connect(&workspace, &Workspace::settingsChanged, this, &RateButton::showLimit);
    showLimit();
}

void RateButton::showLimit()
{
    const qint64 now = m_workspace.settings().rateLimit;
    setText(now == 0 ? tr("No speed limit") : tr("At most %1").arg(formatSpeed(double(now))));
    setToolTip(tr("Speed limit for all jobs together; it takes effect at once"));
    for (QAction *action : m_choices->actions()) {
        const qint64 limit = action->data().toLongLong();
        action->setText(limit == 0 ? tr("No speed limit") : formatSpeed(double(limit)));
        action->setChecked(limit == now);
    }
}

void RateButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showLimit();
    QToolButton::changeEvent(event);
}

} // namespace dip::ui
