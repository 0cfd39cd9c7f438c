#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace dip::ui {

/// A message inside the page, with buttons beside it, or below it where there is little room. Hidden until
/// show() is called; never an overlay.
class MessageStrip final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Information, Warning, Danger };

    explicit MessageStrip(Kind kind, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton *addButton();
    /// The one that changes nothing: Escape presses it, too.
    [[nodiscard]] QPushButton *addWayOut();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    [[nodiscard]] QColor color() const;

    Kind m_kind;
    QLabel *m_text;
    QBoxLayout *m_layout;
    QHBoxLayout *m_buttons;
    QPushButton *m_wayOut = nullptr;
};

} // namespace dip::ui
