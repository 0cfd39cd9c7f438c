#include "ui/views/proxyform.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>

#include "ui/widgets/labels.h"

namespace dip::ui {

ProxyForm::ProxyForm(QWidget *parent)
    : QWidget(parent)
    , m_choiceLabel(new QLabel(this))
    , m_choice(new QComboBox(this))
    , m_addressLabel(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_exceptionsLabel(new QLabel(this))
    , m_exceptions(new QLineEdit(this))
    , m_hint(makeHint(this))
{
    m_choice->setObjectName(QStringLiteral("proxyChoice"));
    m_address->setObjectName(QStringLiteral("proxyAddress"));
    m_exceptions->setObjectName(QStringLiteral("proxyExceptions"));
    m_hint->setObjectName(QStringLiteral("proxyHint"));
    for (const auto choice : {ProxyChoice::Environment, ProxyChoice::None, ProxyChoice::Own})
        m_choice->addItem({}, int(choice));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(1, 1);
    const std::pair<QLabel *, QWidget *> rows[]{
        {m_choiceLabel, m_choice}, {m_addressLabel, m_address}, {m_exceptionsLabel, m_exceptions}};
    for (const auto &[label, field] : rows) {
        label->setBuddy(field);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
    }
    grid->addWidget(m_hint, grid->rowCount(), 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        showState();
        emit changed();
    });
    connect(m_address, &QLineEdit::textChanged, this, &ProxyForm::showState);
    for (QLineEdit *field : {m_address, m_exceptions})
        connect(field, &QLineEdit::editingFinished, this, &ProxyForm::changed);
    retranslate();
}

void ProxyForm::show(const ProxySettings &settings)
{
    const QSignalBlocker quiet(this);
    m_choice->setCurrentIndex(m_choice->findData(int(settings.choice)));
    if (!m_address->hasFocus())
        m_address->setText(settings.address);
    if (!m_exceptions->hasFocus())
        m_exceptions->setText(settings.exceptions);
    showState();
}

ProxySettings ProxyForm::settings() const
{
    return {ProxyChoice(m_choice->currentData().toInt()), m_address->text().trimmed(),
            m_exceptions->text().simplified()};
}

void ProxyForm::showState()
{
    const bool isOwn = settings().choice == ProxyChoice::Own;
    for (QWidget *widget : {static_cast<QWidget *>(m_addressLabel), static_cast<QWidget *>(m_address),
                            static_cast<QWidget *>(m_exceptionsLabel), static_cast<QWidget *>(m_exceptions)})
        widget->setVisible(isOwn);
    switch (settings().problem()) {
    case ProxySettings::Problem::None:
        m_hint->setText(tr("Takes effect with the next job."));
        break;
    case ProxySettings::Problem::NoAddress:
        m_hint->setText(
            tr("Give host and port, for example proxy.example.cn:3128 or socks5://10.0.0.1:1080."));
        break;
    case ProxySettings::Problem::HasPassword:
        m_hint->setText(
            tr("An address with a password is not taken, since it would be kept in plain text. Set "
               "HTTPS_PROXY in the environment for it."));
        break;
    }
    m_hint->setVisible(isOwn);
}

void ProxyForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProxyForm::retranslate()
{
    m_choiceLabel->setText(tr("Pro&xy"));
    m_choice->setItemText(int(ProxyChoice::Environment), tr("As the environment says (HTTPS_PROXY)"));
    m_choice->setItemText(int(ProxyChoice::None), tr("No proxy"));
    m_choice->setItemText(int(ProxyChoice::Own), tr("This one"));
    m_choice->setAccessibleName(tr("Proxy"));
    m_addressLabel->setText(tr("&Address"));
    m_address->setPlaceholderText(tr("for example proxy.example.cn:3128"));
    m_address->setAccessibleName(tr("Address of the proxy"));
    m_exceptionsLabel->setText(tr("Not f&or"));
    m_exceptions->setPlaceholderText(tr("for example .example.cn, 10.0.0.0/8"));
    m_exceptions->setAccessibleName(tr("Hosts that are reached without the proxy"));
    showState();
}

} // namespace dip::ui
