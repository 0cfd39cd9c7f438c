#include "ui/views/logpanel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/models/logmodel.h"
#include "ui/widgets/labels.h"

namespace dip::ui {

namespace {
constexpr int widestJob = 560; // pixels
} // namespace

LogPanel::LogPanel(LogStore &store, QWidget *parent)
    : QWidget(parent)
    , m_model(new LogModel(store, this))
    , m_filter(new LogFilter(this))
    , m_title(makeCaption(this))
    , m_level(new QComboBox(this))
    , m_words(new QLineEdit(this))
    , m_job(new QPushButton(this))
    , m_follow(new QCheckBox(this))
    , m_copy(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_clear(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_table(new QTreeView(this))
{
    setObjectName(QStringLiteral("logPanel"));
    build();
    retranslate();
    m_level->setCurrentIndex(1);
    applyFilter();
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogPanel::applyFilter);
    connect(m_words, &QLineEdit::textChanged, this, &LogPanel::applyFilter);
    connect(m_job, &QPushButton::clicked, this, [this] { showJob({}, {}); });
    connect(m_copy, &QPushButton::clicked, this, &LogPanel::copy);
    connect(m_export, &QPushButton::clicked, this, &LogPanel::exportFile);
    connect(m_clear, &QPushButton::clicked, m_model, &LogModel::clear);
    connect(m_close, &QToolButton::clicked, this, &LogPanel::closed);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &LogPanel::follow);
    connect(m_follow, &QCheckBox::toggled, this, &LogPanel::follow);
    // Scrolling up stops following; coming to the end goes on with it.
    connect(m_table->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const QScrollBar *bar = m_table->verticalScrollBar();
        m_follow->setChecked(bar->sliderPosition() == bar->maximum());
    });
}

void LogPanel::build()
{
    m_filter->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("logTable"));
    m_table->setModel(m_filter);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_table->header()->setStretchLastSection(true);
    m_table->setColumnWidth(LogModel::Time, 110);
    m_table->setColumnWidth(LogModel::Level, 100);
    m_table->setColumnWidth(LogModel::Area, 90);
    m_words->setClearButtonEnabled(true);
    m_words->setMaximumWidth(260);
    m_job->setObjectName(QStringLiteral("logJob"));
    m_job->setIcon(icon(QLatin1StringView("cancel")));
    m_job->hide();
    m_follow->setChecked(true);
    m_close->setIcon(icon(QLatin1StringView("cancel")));
    m_close->setAutoRaise(true);
    for (int severity = 0; severity < 4; ++severity)
        m_level->addItem({});
    auto *row = new QHBoxLayout;
    row->setContentsMargins(18, 8, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_level);
    row->addWidget(m_words);
    row->addWidget(m_follow);
    row->addStretch();
    for (QWidget *button : {static_cast<QWidget *>(m_copy), static_cast<QWidget *>(m_export),
                            static_cast<QWidget *>(m_clear), static_cast<QWidget *>(m_close)})
        row->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *jobRow = new QHBoxLayout;
    jobRow->setContentsMargins(18, 4, 12, 0);
    jobRow->addWidget(m_job, 0, Qt::AlignLeft);
    layout->addLayout(row);
    layout->addLayout(jobRow);
    layout->addSpacing(6);
    layout->addWidget(m_table, 1);
}

void LogPanel::search(const QString &text)
{
    m_words->setText(text);
}

void LogPanel::showJob(const QString &id, const QString &title)
{
    m_jobTitle = title;
    m_job->setVisible(!id.isEmpty());
    showJobTitle();
    m_filter->setJob(id);
    if (id.isEmpty()) {
        follow();
        return;
    }
    m_words->clear();
    m_level->setCurrentIndex(0);
    m_follow->setChecked(false);
    m_table->scrollToTop();
}

void LogPanel::showJobTitle()
{
    m_job->setText(m_job->fontMetrics().elidedText(m_jobTitle, Qt::ElideMiddle, widestJob));
    m_job->setToolTip(tr("Only lines of this job are shown: %1. Press to show all.").arg(m_jobTitle));
    m_job->setAccessibleName(m_job->toolTip());
}

void LogPanel::applyFilter()
{
    m_filter->setFilter(m_words->text(), m_level->currentIndex());
    follow();
}

void LogPanel::follow()
{
    if (m_follow->isChecked())
        m_table->scrollToBottom();
}

QString LogPanel::text(bool chosenOnly) const
{
    QStringList lines;
    const bool some = chosenOnly && m_table->selectionModel()->hasSelection();
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (!some || m_table->selectionModel()->isRowSelected(row))
            lines.append(logLine(m_model->entry(m_filter->mapToSource(m_filter->index(row, 0)).row())));
    }
    return lines.join(u'\n') + u'\n';
}

void LogPanel::copy()
{
    QGuiApplication::clipboard()->setText(text(true));
}

void LogPanel::exportFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the log"), {}, tr("Log (*.log);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("log"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &name) {
        QSaveFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text(false).toUtf8()) < 0 || !file.commit())
            m_title->setText(tr("The log could not be written: %1").arg(file.errorString()));
    });
    dialog->open();
}

void LogPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LogPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

void LogPanel::paintEvent(QPaintEvent *)
{
    const ThemeColors colors = themeColors(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.card);
    painter.setPen(colors.line);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

void LogPanel::retranslate()
{
    m_title->setText(tr("Log"));
    const QStringList levels{tr("Everything"), tr("Information"), tr("Warnings"), tr("Errors")};
    for (int i = 0; i < levels.size(); ++i)
        m_level->setItemText(i, levels[i]);
    m_level->setAccessibleName(tr("Least level"));
    m_words->setPlaceholderText(tr("Find in the log"));
    m_words->setAccessibleName(tr("Find in the log"));
    showJobTitle();
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Stay at the end as new lines come"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the chosen lines, or all of them; without secrets"));
    m_export->setText(tr("Export…"));
    m_clear->setText(tr("Clear"));
    m_close->setToolTip(tr("Close the log"));
    m_close->setAccessibleName(tr("Close the log"));
    m_table->setAccessibleName(tr("Log"));
    m_model->retranslate();
}

} // namespace dip::ui
