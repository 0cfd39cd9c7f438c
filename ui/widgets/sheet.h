#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace dip::ui {

/// A form that opens below the page, beside which everything else stays usable. Escape closes it.
class Sheet : public QWidget
{
    Q_OBJECT

public:
    explicit Sheet(QWidget *parent = nullptr);

signals:
    void closed();

protected:
    void setTitle(const QString &title);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    virtual void retranslate() = 0;
    void retranslateFrame();
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QToolButton *m_close;
    QVBoxLayout *m_body;
};

} // namespace dip::ui
