#pragma once

#include <QObject>

class QWidget;

namespace dip::ui {

class BatchNotice;

/// Has screen readers say what a person would else have to look for: that jobs have begun, that one needs
/// them or has failed, that all are over. Never how far they are.
class Announcer final : public QObject
{
    Q_OBJECT

public:
    /// Announcements come from `window`.
    Announcer(BatchNotice &notices, QWidget *window);

private:
    enum class Urgency { WhenQuiet, AtOnce };
    void say(const QString &text, Urgency urgency);

    QWidget *m_window;
};

} // namespace dip::ui
