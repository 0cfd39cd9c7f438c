#pragma once

#include <QWidget>

namespace dip::ui {

/// A chip that says two things: what, and how much of it.
class ChipLabel final : public QWidget
{
    Q_OBJECT

public:
    ChipLabel(const QString &text, const QString &amount, QWidget *parent);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_amount;
};

} // namespace dip::ui
