#include "ui/views/signinform.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace dip::ui {

namespace {
constexpr int widestField = 220;
} // namespace

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent)
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_keep(new QCheckBox(this))
    , m_button(new QPushButton(this))
{
    m_user->setObjectName(QStringLiteral("signInUser"));
    m_password->setObjectName(QStringLiteral("signInPassword"));
    m_button->setObjectName(QStringLiteral("signInButton"));
    m_password->setEchoMode(QLineEdit::Password);
    m_button->setDefault(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QLineEdit *field : {m_user, m_password}) {
        field->setMaximumWidth(widestField);
        layout->addWidget(field, 8); // before the empty space gets any
    }
    layout->addWidget(m_keep);
    layout->addWidget(m_button);
    layout->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &SignInForm::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInForm::submit);
    connect(m_user, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    retranslate();
}

void SignInForm::begin(const QString &username, bool keep)
{
    m_user->setText(username);
    m_password->clear();
    m_keep->setChecked(keep);
}

void SignInForm::focusFirst()
{
    (m_user->text().isEmpty() ? m_user : m_password)->setFocus();
}

void SignInForm::submit()
{
    if (m_user->text().isEmpty() || m_password->text().isEmpty()) {
        focusFirst();
        return;
    }
    emit given(m_user->text(), m_password->text(), m_keep->isChecked());
    m_password->clear();
}

void SignInForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignInForm::retranslate()
{
    m_user->setPlaceholderText(tr("User name"));
    m_user->setAccessibleName(tr("User name"));
    m_password->setPlaceholderText(tr("Password or token"));
    m_password->setAccessibleName(tr("Password or token"));
    m_keep->setText(tr("Keep in the system's keychain"));
    m_button->setText(tr("Sign in and continue"));
}

} // namespace dip::ui
