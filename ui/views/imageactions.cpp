#include "ui/views/imageactions.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QWidget>

#include "ui/look/icons.h"

namespace dip::ui {

namespace {

void toClipboard(const QStringList &lines)
{
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

bool wasPushed(const CacheRow &row)
{
    return !row.image.copies.isEmpty();
}

} // namespace

ImageActions::ImageActions(QWidget *view) : QObject(view), m_view(view)
{
    m_push = add(QLatin1StringView("push"), {});
    addSeparator();
    m_copyName = add(QLatin1StringView("copy"), QKeySequence::Copy);
    m_copyDigest = add({}, Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    m_copyPull = add({}, {});
    addSeparator();
    m_delete = add(QLatin1StringView("delete"), QKeySequence::Delete);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_push, &QAction::triggered, this, &ImageActions::pushRequested);
    connect(m_copyName, &QAction::triggered, this, &ImageActions::copyNames);
    connect(m_copyDigest, &QAction::triggered, this, &ImageActions::copyDigests);
    connect(m_copyPull, &QAction::triggered, this, &ImageActions::copyPullLines);
    connect(m_delete, &QAction::triggered, this, &ImageActions::deleteRequested);
}

QAction *ImageActions::add(QLatin1StringView iconName, const QKeySequence &keys)
{
    auto *action = new QAction(this);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(action);
    m_all.append(action);
    return action;
}

void ImageActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_view->addAction(separator);
    m_all.append(separator);
}

void ImageActions::choose(const QList<CacheRow> &rows)
{
    m_rows = rows;
    for (QAction *action : std::as_const(m_all))
        action->setEnabled(!rows.isEmpty());
    m_copyPull->setEnabled(std::ranges::any_of(rows, wasPushed));
    showTexts();
}

void ImageActions::copyNames() const
{
    QStringList names;
    for (const CacheRow &row : m_rows)
        names.append(row.image.name.toString());
    toClipboard(names);
}

void ImageActions::copyDigests() const
{
    QStringList digests;
    for (const CacheRow &row : m_rows) {
        if (row.image.manifestDigest)
            digests.append(row.image.manifestDigest->toString());
    }
    toClipboard(digests);
}

void ImageActions::copyPullLines() const
{
    QStringList lines;
    for (const CacheRow &row : m_rows) {
        if (wasPushed(row)) {
            const ImageCopy &copy = row.image.copies.last();
            lines.append(QStringLiteral("docker pull %1/%2").arg(copy.registry, copy.name.toString()));
        }
    }
    toClipboard(lines);
}

void ImageActions::showTexts()
{
    const int count = std::max(1, int(m_rows.size()));
    m_push->setText(tr("Push %n image(s)…", nullptr, count));
    m_delete->setText(tr("Delete %n image(s)…", nullptr, count));
}

void ImageActions::retranslate()
{
    m_copyName->setText(tr("Copy name"));
    m_copyDigest->setText(tr("Copy digest"));
    m_copyPull->setText(tr("Copy docker pull line"));
    showTexts();
}

} // namespace dip::ui
