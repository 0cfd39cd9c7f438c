#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace dip::ui {

/// Stands where a list has nothing to show: a picture, what this place is for, and how to begin.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QLatin1StringView iconName, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &hint);
    /// The first one is the default.
    [[nodiscard]] QPushButton *addButton();
    [[nodiscard]] QSize minimumSizeHint() const override; ///< without the picture

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void giveHintRoom();
    void paintIcon();

    QLatin1StringView m_iconName;
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_hint;
    QHBoxLayout *m_buttons;
};

} // namespace dip::ui
