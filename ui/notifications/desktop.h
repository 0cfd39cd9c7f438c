#pragma once

#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

class QMenu;

namespace dip::ui {

/// The desktop outside of the window: notices that take no focus, and an icon in the tray where it is wanted
/// and there is one.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    explicit Desktop(QObject *parent = nullptr);
    ~Desktop() override;

    void notify(const QString &title, const QString &text);
    void showTray(bool on);
    [[nodiscard]] bool hasTray() const { return m_tray != nullptr; }
    void setTrayText(const QString &text);
    void retranslate();

signals:
    void windowRequested();
    void pauseRequested();
    void quitRequested();

private:
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    QAction *m_window = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_quit = nullptr;
};

} // namespace dip::ui
