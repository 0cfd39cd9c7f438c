#pragma once

#include <QWidget>

class QAbstractButton;
class QLineEdit;

namespace dip::ui {

class FlowLayout;

/// The words of a filter as chips to switch on and off; they and the field say the same at all times.
class FilterChips final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QLineEdit *field, QWidget *parent = nullptr);

    struct Chip
    {
        QString word; ///< "size>1G"
        QString text; ///< as shown
    };
    void setChips(const QList<Chip> &chips);

private:
    void toggle(const QString &word, bool on);
    void showWords();

    QLineEdit *m_field;
    FlowLayout *m_layout;
    QList<QAbstractButton *> m_buttons;
    QStringList m_words; ///< of the buttons
};

} // namespace dip::ui
