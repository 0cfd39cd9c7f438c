#include "ui/views/firststeps.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStorageInfo>

#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

enum Step { LanguageStep, FolderStep, RegistryStep, StepCount };

bool isFarAway(const QStorageInfo &disk)
{
    static const QList<QByteArray> network{"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"};
    return network.contains(disk.fileSystemType());
}

} // namespace

FirstSteps::FirstSteps(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(makeCaption(this))
    , m_text(makeHint(this))
    , m_chinese(new QPushButton(this))
    , m_english(new QPushButton(this))
    , m_folder(new QPushButton(this))
    , m_registry(new QPushButton(this))
    , m_next(new QPushButton(this))
    , m_skip(new QPushButton(this))
{
    setObjectName(QStringLiteral("firstSteps"));
    m_chinese->setText(QStringLiteral("简体中文"));
    m_english->setText(QStringLiteral("English"));
    m_next->setDefault(true);
    m_next->setObjectName(QStringLiteral("firstStepsNext"));
    m_skip->setObjectName(QStringLiteral("firstStepsSkip"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(3);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 14, 12);
    layout->setSpacing(8);
    layout->addLayout(texts, 1);
    for (QPushButton *button : {m_chinese, m_english, m_folder, m_registry, m_next, m_skip})
        layout->addWidget(button);
    connect(m_chinese, &QPushButton::clicked, this, [this] { choose(QStringLiteral("zh_CN")); });
    connect(m_english, &QPushButton::clicked, this, [this] { choose(QStringLiteral("en")); });
    connect(m_folder, &QPushButton::clicked, this, &FirstSteps::folderRequested);
    connect(m_registry, &QPushButton::clicked, this, [this] {
        emit registryRequested();
        emit ended();
    });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_step + 1 < StepCount)
            showStep(m_step + 1);
        else
            emit ended();
    });
    connect(m_skip, &QPushButton::clicked, this, &FirstSteps::ended);
    connect(&workspace, &Workspace::settingsChanged, this, &FirstSteps::retranslate);
    retranslate();
}

void FirstSteps::begin()
{
    showStep(LanguageStep);
    setVisible(true);
}

void FirstSteps::showStep(int step)
{
    m_step = step;
    retranslate();
}

void FirstSteps::choose(const QString &language)
{
    AppSettings settings = m_workspace.settings();
    settings.language = language;
    m_workspace.change(settings);
    showStep(FolderStep);
}

void FirstSteps::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FirstSteps::paintEvent(QPaintEvent *)
{
    const ThemeColors colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.accent);
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void FirstSteps::retranslate()
{
    const bool isChinese = QLocale().language() == QLocale::Chinese; // what the window speaks now
    m_chinese->setIcon(isChinese ? icon(QLatin1StringView("check")) : QIcon());
    m_english->setIcon(isChinese ? QIcon() : icon(QLatin1StringView("check")));
    m_chinese->setVisible(m_step == LanguageStep);
    m_english->setVisible(m_step == LanguageStep);
    m_folder->setVisible(m_step == FolderStep);
    m_registry->setVisible(m_step == RegistryStep);
    m_folder->setText(tr("Choose another folder…"));
    m_registry->setText(tr("Add a registry…"));
    m_next->setText(m_step + 1 < StepCount ? tr("Next") : tr("Done"));
    m_skip->setVisible(m_step + 1 < StepCount);
    m_skip->setText(tr("Skip"));
    if (m_step == LanguageStep) {
        m_title->setText(tr("Welcome. Which language?"));
        m_text->setText(tr("It can be changed in the settings at any time."));
    } else if (m_step == FolderStep) {
        const QString folder = m_workspace.cacheFolder();
        const QStorageInfo disk(folder);
        m_title->setText(tr("Where may images be kept?"));
        QString text = tr("%1, %2 free on this disk.").arg(folder, formatBytes(disk.bytesAvailable()));
        if (isFarAway(disk))
            text += u' ' + tr("This is a network drive; a local disk is much faster.");
        m_text->setText(text);
    } else {
        m_title->setText(tr("Which registry do you push to?"));
        m_text->setText(tr("Harbor, Nexus, Quay and others. It can also be added later."));
    }
}

} // namespace dip::ui
