#include "ui/views/renamebar.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include "ui/errortext.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"
#include "ui/workspace.h"

namespace dip::ui {

RenameBar::RenameBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_label(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_rename(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    build();
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_failure.clear();
        showState();
    });
    connect(m_field, &QLineEdit::returnPressed, m_rename, &QPushButton::click);
    connect(m_rename, &QPushButton::clicked, this, [this] { give(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { give(true); });
    connect(m_cancel, &QPushButton::clicked, this, &RenameBar::end);
    hide();
    retranslate();
}

void RenameBar::build()
{
    m_field->setObjectName(QStringLiteral("newName"));
    m_rename->setObjectName(QStringLiteral("renameButton"));
    m_add->setObjectName(QStringLiteral("addNameButton"));
    m_problem->setObjectName(QStringLiteral("renameProblem"));
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_label->setWordWrap(true);
    m_rename->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(m_rename);
    row->addWidget(m_add);
    row->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 10, 10);
    layout->setSpacing(6);
    layout->addWidget(m_label);
    layout->addLayout(row);
    layout->addWidget(m_problem);
}

void RenameBar::begin(const ImageName &image)
{
    m_image = image;
    m_failure.clear();
    const bool untagged = image.reference.isDigest();
    m_field->setText(untagged ? image.repository.toString() + u':' : image.toString());
    retranslate();
    show();
    m_field->setFocus();
    const qsizetype colon = m_field->text().lastIndexOf(u':');
    m_field->setSelection(int(colon) + 1, int(m_field->text().size() - colon) - 1);
}

/// What is wrong with the name that stands there; empty where it can be given.
QString RenameBar::problem() const
{
    const QString text = m_field->text().trimmed();
    const auto name = ImageName::parse(text);
    if (!name)
        return tr("This is no image name. It is written like team/app:1.0, with small letters in the "
                  "repository.");
    if (name->reference.isDigest())
        return tr("A name needs a tag; the digest is known already.");
    if (*name != *m_image && m_workspace.images().find(*name))
        return tr("%1 is there already. Delete or rename that image first.").arg(name->toString());
    return m_failure;
}

void RenameBar::showState()
{
    if (!m_image)
        return;
    const QString wrong = problem();
    const auto name = ImageName::parse(m_field->text().trimmed());
    const bool typed = !m_field->text().trimmed().endsWith(u':'); // an untagged one's tag is to come yet
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty() && typed);
    const bool other = wrong.isEmpty() && name && *name != *m_image;
    m_rename->setEnabled(other);
    m_add->setEnabled(other);
}

void RenameBar::give(bool keepOld)
{
    const auto name = ImageName::parse(m_field->text().trimmed());
    if (!name || !m_image || !m_workspace.cache())
        return;
    QtConcurrent::run([cache = m_workspace.cache(), from = *m_image, to = *name, keepOld] {
        return cache->giveName(from, to, keepOld);
    }).then(this, [this, name = *name](const Result<void> &given) {
        if (!given) {
            m_failure = explain(given.error()).sentence;
            showState();
            return;
        }
        end();
        emit renamed(name);
    });
}

void RenameBar::end()
{
    if (!m_image)
        return;
    hide();
    m_image.reset();
    emit closed();
}

void RenameBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RenameBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        end();
    else
        QWidget::keyPressEvent(event);
}

void RenameBar::paintEvent(QPaintEvent *)
{
    const ThemeColors colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.line);
    painter.setBrush(colors.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void RenameBar::retranslate()
{
    m_label->setText(m_image ? tr("New name for %1").arg(m_image->toString()) : QString());
    m_field->setAccessibleName(tr("New name"));
    m_rename->setText(tr("Rename"));
    m_add->setText(tr("Add as second name"));
    m_add->setToolTip(tr("The image keeps its name and gets this one, too; that takes no disk space."));
    m_cancel->setText(tr("Cancel"));
    showState();
}

} // namespace dip::ui
