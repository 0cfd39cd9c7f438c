#include "ui/views/settingspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStorageInfo>
#include <QSystemTrayIcon>

#include "ui/look/format.h"
#include "ui/views/proxyform.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/ratebox.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr int widest = 720;

QGridLayout *makeCardLayout(QWidget *card)
{
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(20, 16, 20, 18);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

SettingsPage::SettingsPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(makeTitle(this))
    , m_lookCaption(makeCaption(this))
    , m_workCaption(makeCaption(this))
    , m_languageLabel(new QLabel(this))
    , m_themeLabel(new QLabel(this))
    , m_folderLabel(new QLabel(this))
    , m_jobsLabel(new QLabel(this))
    , m_blobsLabel(new QLabel(this))
    , m_rateLabel(new QLabel(this))
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_folder(new QLabel(this))
    , m_chooseFolder(new QPushButton(this))
    , m_jobs(new QSpinBox(this))
    , m_blobs(new QSpinBox(this))
    , m_rate(new RateBox(this))
    , m_networkCaption(makeCaption(this))
    , m_proxy(new ProxyForm(this))
    , m_desktopCaption(makeCaption(this))
    , m_notifyDone(new QCheckBox(this))
    , m_notifyNeedsYou(new QCheckBox(this))
    , m_keepAwake(new QCheckBox(this))
    , m_tray(new QCheckBox(this))
{
    build();
    retranslate();
    for (QComboBox *choice : {m_language, m_theme})
        connect(choice, &QComboBox::currentIndexChanged, this, &SettingsPage::change);
    for (QSpinBox *number : {m_jobs, m_blobs, static_cast<QSpinBox *>(m_rate)})
        connect(number, &QSpinBox::valueChanged, this, &SettingsPage::change);
    for (QCheckBox *box : {m_notifyDone, m_notifyNeedsYou, m_keepAwake, m_tray})
        connect(box, &QCheckBox::toggled, this, &SettingsPage::change);
    connect(m_proxy, &ProxyForm::changed, this, &SettingsPage::change);
    connect(m_chooseFolder, &QPushButton::clicked, this, &SettingsPage::folderRequested);
    connect(&m_workspace, &Workspace::settingsChanged, this, &SettingsPage::showSettings);
}

void SettingsPage::build()
{
    setFocusProxy(m_language);
    m_rate->setObjectName(QStringLiteral("rateLimit"));
    m_language->setObjectName(QStringLiteral("language"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_language->addItem({}, QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    for (const auto theme : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        m_theme->addItem({}, int(theme));
    m_jobs->setRange(1, 16);
    m_blobs->setRange(1, 16);
    m_folder->setWordWrap(true);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *look = new Card(this);
    QGridLayout *grid = makeCardLayout(look);
    grid->addWidget(m_languageLabel, 0, 0);
    grid->addWidget(m_language, 0, 1);
    grid->addWidget(m_themeLabel, 1, 0);
    grid->addWidget(m_theme, 1, 1);
    auto *network = new Card(this);
    makeCardLayout(network)->addWidget(m_proxy, 0, 0, 1, 2);
    const std::pair<QLabel *, QWidget *> buddies[]{{m_languageLabel, m_language},   {m_themeLabel, m_theme},
                                                   {m_folderLabel, m_chooseFolder}, {m_jobsLabel, m_jobs},
                                                   {m_blobsLabel, m_blobs},         {m_rateLabel, m_rate}};
    for (const auto &[label, field] : buddies)
        label->setBuddy(field);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(18, 14, 18, 18);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addSpacing(6);
    const std::pair<QLabel *, QWidget *> groups[]{{m_lookCaption, look},
                                                  {m_workCaption, makeWorkCard()},
                                                  {m_networkCaption, network},
                                                  {m_desktopCaption, makeDesktopCard()}};
    for (const auto &[caption, card] : groups) {
        card->setMaximumWidth(widest);
        layout->addWidget(caption);
        layout->addWidget(card);
        layout->addSpacing(10);
    }
    layout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and is scrolled to
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

QWidget *SettingsPage::makeWorkCard()
{
    auto *card = new Card(this);
    QGridLayout *grid = makeCardLayout(card);
    grid->addWidget(m_folderLabel, 0, 0, Qt::AlignTop);
    grid->addWidget(m_folder, 0, 1);
    grid->addWidget(m_chooseFolder, 0, 2, Qt::AlignTop);
    grid->addWidget(m_jobsLabel, 1, 0);
    grid->addWidget(m_jobs, 1, 1, Qt::AlignLeft);
    grid->addWidget(m_blobsLabel, 2, 0);
    grid->addWidget(m_blobs, 2, 1, Qt::AlignLeft);
    grid->addWidget(m_rateLabel, 3, 0);
    grid->addWidget(m_rate, 3, 1, Qt::AlignLeft);
    return card;
}

QWidget *SettingsPage::makeDesktopCard()
{
    m_notifyDone->setObjectName(QStringLiteral("notifyDone"));
    m_notifyNeedsYou->setObjectName(QStringLiteral("notifyNeedsYou"));
    m_keepAwake->setObjectName(QStringLiteral("keepAwake"));
    m_tray->setObjectName(QStringLiteral("tray"));
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(20, 16, 20, 18);
    layout->setSpacing(10);
    for (QCheckBox *box : {m_notifyDone, m_notifyNeedsYou, m_keepAwake, m_tray})
        layout->addWidget(box);
    m_tray->setEnabled(QSystemTrayIcon::isSystemTrayAvailable());
    return card;
}

void SettingsPage::showSettings()
{
    m_showing = true;
    const AppSettings &settings = m_workspace.settings();
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language)));
    m_theme->setCurrentIndex(m_theme->findData(int(settings.theme)));
    m_jobs->setValue(settings.jobsAtOnce);
    m_blobs->setValue(settings.blobsAtOnce);
    m_rate->setBytesPerSecond(settings.rateLimit);
    m_proxy->show(settings.proxy);
    m_notifyDone->setChecked(settings.notifyDone);
    m_notifyNeedsYou->setChecked(settings.notifyNeedsYou);
    m_keepAwake->setChecked(settings.keepAwake);
    m_tray->setChecked(settings.tray);
    const QString folder = m_workspace.cacheFolder();
    const QStorageInfo disk(folder);
    m_folder->setText(disk.isValid()
                          ? tr("%1\n%2 free on this disk").arg(folder, formatBytes(disk.bytesAvailable()))
                          : folder);
    m_showing = false;
}

void SettingsPage::change()
{
    if (m_showing)
        return;
    AppSettings settings = m_workspace.settings();
    settings.language = m_language->currentData().toString();
    settings.theme = ThemeChoice(m_theme->currentData().toInt());
    settings.jobsAtOnce = m_jobs->value();
    settings.blobsAtOnce = m_blobs->value();
    settings.rateLimit = m_rate->bytesPerSecond();
    settings.proxy = m_proxy->settings();
    settings.notifyDone = m_notifyDone->isChecked();
    settings.notifyNeedsYou = m_notifyNeedsYou->isChecked();
    settings.keepAwake = m_keepAwake->isChecked();
    settings.tray = m_tray->isChecked();
    m_workspace.change(settings);
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SettingsPage::retranslate()
{
    m_showing = true;
    m_title->setText(tr("Settings"));
    m_lookCaption->setText(tr("Look and language"));
    m_workCaption->setText(tr("Work"));
    m_languageLabel->setText(tr("&Language"));
    m_language->setItemText(0, tr("As the system"));
    m_language->setAccessibleName(tr("Language"));
    m_themeLabel->setText(tr("&Theme"));
    m_theme->setItemText(0, tr("As the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_theme->setAccessibleName(tr("Theme"));
    m_folderLabel->setText(tr("Cache fol&der"));
    m_chooseFolder->setText(tr("Choose…"));
    m_chooseFolder->setAccessibleName(tr("Choose the cache folder"));
    m_jobsLabel->setText(tr("Jobs at on&ce"));
    m_jobs->setAccessibleName(tr("Jobs at once"));
    m_blobsLabel->setText(tr("Layers at once in each jo&b"));
    m_blobs->setAccessibleName(tr("Layers at once in each job"));
    m_rateLabel->setText(tr("&Speed limit for all jobs together"));
    m_rate->setAccessibleName(tr("Speed limit for all jobs together"));
    m_networkCaption->setText(tr("Network"));
    m_desktopCaption->setText(tr("Desktop"));
    m_notifyDone->setText(tr("Tell when all jobs have e&nded"));
    m_notifyNeedsYou->setText(tr("Tell when a job n&eeds you"));
    m_keepAwake->setText(tr("&Keep the computer awake while jobs run"));
    m_tray->setText(tr("Icon in the tra&y, so that jobs go on when the window is closed"));
    showSettings();
}

} // namespace dip::ui
