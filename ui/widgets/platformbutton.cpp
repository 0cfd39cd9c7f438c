#include "ui/widgets/platformbutton.h"

#include <QEvent>
#include <QMenu>

namespace dip::ui {

PlatformButton::PlatformButton(QWidget *parent) : QPushButton(parent)
{
    setMenu(new QMenu(this));
    setAutoDefault(false);
    showText();
}

void PlatformButton::setOffered(const QStringList &platforms)
{
    const QStringList before = chosen();
    m_offered = platforms;
    m_left.removeIf([this](const QString &platform) { return !m_offered.contains(platform); });
    if (m_left.size() == m_offered.size())
        m_left.clear();
    fill();
    if (chosen() != before)
        emit chosenChanged();
}

void PlatformButton::setChosen(const QStringList &platforms)
{
    m_left.clear();
    for (const QString &platform : std::as_const(m_offered)) {
        if (!platforms.isEmpty() && !platforms.contains(platform))
            m_left.append(platform);
    }
    if (m_left.size() == m_offered.size())
        m_left.clear();
    fill();
    emit chosenChanged();
}

QStringList PlatformButton::chosen() const
{
    QStringList chosen;
    if (m_left.isEmpty())
        return chosen;
    for (const QString &platform : m_offered) {
        if (!m_left.contains(platform))
            chosen.append(platform);
    }
    return chosen;
}

void PlatformButton::fill()
{
    menu()->clear();
    for (const QString &platform : std::as_const(m_offered)) {
        QAction *action = menu()->addAction(platform);
        action->setCheckable(true);
        action->setChecked(!m_left.contains(platform));
        connect(action, &QAction::toggled, this, [this, platform](bool wanted) { toggle(platform, wanted); });
    }
    showText();
}

/// Without any there would be nothing to push: the last one stays.
void PlatformButton::toggle(const QString &platform, bool wanted)
{
    if (wanted)
        m_left.removeAll(platform);
    else if (m_left.size() + 1 < m_offered.size())
        m_left.append(platform);
    for (QAction *action : menu()->actions())
        action->setChecked(!m_left.contains(action->text()));
    showText();
    emit chosenChanged();
}

void PlatformButton::showText()
{
    setAccessibleName(tr("Platforms"));
    setText(m_left.isEmpty() ? tr("All platforms") : chosen().join(QStringLiteral(", ")));
}

void PlatformButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showText();
    QPushButton::changeEvent(event);
}

} // namespace dip::ui
