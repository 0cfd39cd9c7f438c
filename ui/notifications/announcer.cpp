#include "ui/notifications/announcer.h"

#include <QAccessible>
#include <QWidget>

#include "ui/notifications/batchnotice.h"

namespace dip::ui {

namespace {

QString sentence(const QString &title, const QString &text)
{
    return QString(title + QStringLiteral(": ") + text)
        .replace(u'\n', QStringLiteral(", "))
        .replace(QStringLiteral("  ·  "), QStringLiteral(", "))
        .replace(QStringLiteral("  →  "), QStringLiteral(", "));
}

} // namespace

Announcer::Announcer(BatchNotice &notices, QWidget *window) : QObject(window), m_window(window)
{
    connect(&notices, &BatchNotice::batchBegan, this, [this](const QString &title, const QString &text) {
        say(sentence(title, text), Urgency::WhenQuiet);
    });
    connect(&notices, &BatchNotice::batchEnded, this, [this](const QString &title, const QString &text) {
        say(sentence(title, text), Urgency::WhenQuiet);
    });
    connect(&notices, &BatchNotice::personNeeded, this, [this](const QString &title, const QString &text) {
        say(sentence(title, text), Urgency::AtOnce);
    });
    connect(&notices, &BatchNotice::jobFailed, this, [this](const QString &title, const QString &text) {
        say(sentence(title, text), Urgency::AtOnce);
    });
}

void Announcer::say(const QString &text, Urgency urgency)
{
    QAccessibleAnnouncementEvent event(m_window, text);
    event.setPoliteness(urgency == Urgency::AtOnce ? QAccessible::AnnouncementPoliteness::Assertive
                                                   : QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
}

} // namespace dip::ui
