#pragma once

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QListWidget;

namespace dip::ui {

/// How well letters typed are found, in their order, in a text: higher is better, -1 not at all. Letters at
/// the beginnings of words and letters side by side count more.
[[nodiscard]] int fuzzyScore(const QString &typed, const QString &text);

/// A field over the window in which any command can be found by a few of its letters, and carried out.
class ActionPalette final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionPalette(QWidget *window);

    /// Opens with these commands; those that cannot be used just now are left out.
    void open(const QList<QAction *> &actions);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void step(int by);
    void runChosen();
    void dismiss();
    void place();

    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_nothing;
    QList<QPointer<QAction>> m_actions;
    QPointer<QWidget> m_focusBefore;
};

/// The action's text without mnemonics and the dots of those that ask for more.
[[nodiscard]] QString plainText(const QAction *action);

} // namespace dip::ui
