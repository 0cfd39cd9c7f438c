#pragma once

#include <QWidget>

namespace dip::ui {

/// Lies over the whole window while something is dragged, and says what dropping it would do.
class DropOverlay final : public QWidget
{
    Q_OBJECT

public:
    explicit DropOverlay(QWidget *parent);
    void showFor(const QString &text, bool accepted);
    [[nodiscard]] const QString &text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    bool m_accepted = true;
};

} // namespace dip::ui
