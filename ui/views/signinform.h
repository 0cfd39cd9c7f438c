#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace dip::ui {

/// User name and password, in one line.
class SignInForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInForm(QWidget *parent = nullptr);

    void begin(const QString &username, bool keep);
    void focusFirst();

signals:
    void given(const QString &username, const QString &password, bool keep);

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();

    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QPushButton *m_button;
};

} // namespace dip::ui
