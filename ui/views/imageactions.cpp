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

bool isPinned(const CacheRow &row)
{
    return row.image.pinned;
}

} // namespace

ImageActions::ImageActions(QWidget *view) : QObject(view), m_view(view)
{
    m_push = add(QLatin1StringView("push"));
    m_export = add(QLatin1StringView("export"), Qt::CTRL | Qt::Key_E);
    m_export->setShortcutContext(Qt::WindowShortcut);
    m_verify = add(QLatin1StringView("verify"));
    addSeparator();
    m_copyName = add(QLatin1StringView("copy"), QKeySequence::Copy);
    m_copyDigest = add({}, Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    m_copyPull = add({});
    addSeparator();
    m_rename = add({}, Qt::Key_F2);
    m_pin = add(QLatin1StringView("pin"));
    addSeparator();
    m_trash = add(QLatin1StringView("delete"), Qt::Key_Delete);
    m_delete = add({}, Qt::SHIFT | Qt::Key_Delete);
    addSeparator();
    m_chooseAll = add({}, QKeySequence::SelectAll);
    m_chooseAll->setObjectName(QStringLiteral("chooseAll"));
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connectAll();
}

void ImageActions::connectAll()
{
    connect(m_push, &QAction::triggered, this, &ImageActions::pushRequested);
    connect(m_export, &QAction::triggered, this, &ImageActions::exportRequested);
    connect(m_verify, &QAction::triggered, this, &ImageActions::verifyRequested);
    connect(m_copyName, &QAction::triggered, this, &ImageActions::copyNames);
    connect(m_copyDigest, &QAction::triggered, this, &ImageActions::copyDigests);
    connect(m_copyPull, &QAction::triggered, this, &ImageActions::copyPullLines);
    connect(m_rename, &QAction::triggered, this, &ImageActions::renameRequested);
    connect(m_pin, &QAction::triggered, this, [this] { emit pinRequested(!m_unpins); });
    connect(m_trash, &QAction::triggered, this, &ImageActions::trashRequested);
    connect(m_delete, &QAction::triggered, this, &ImageActions::deleteRequested);
    connect(m_chooseAll, &QAction::triggered, this, &ImageActions::allRequested);
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
    m_chooseAll->setEnabled(m_shown > 0);
    m_copyPull->setEnabled(std::ranges::any_of(rows, wasPushed));
    m_rename->setEnabled(rows.size() == 1);
    m_unpins = !rows.isEmpty() && std::ranges::all_of(rows, isPinned);
    showTexts();
}

void ImageActions::setShown(int images, bool filtered)
{
    m_shown = images;
    m_isFiltered = filtered;
    m_chooseAll->setEnabled(images > 0);
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
    m_export->setText(tr("Export %n image(s)…", nullptr, count));
    m_verify->setText(tr("Verify %n image(s)", nullptr, count));
    m_pin->setText(m_unpins ? tr("Unpin %n image(s)", nullptr, count)
                            : tr("Pin %n image(s)", nullptr, count));
    m_trash->setText(tr("Move %n image(s) to the trash", nullptr, count));
    m_delete->setText(tr("Delete %n image(s) for good…", nullptr, count));
    m_chooseAll->setText(m_isFiltered ? tr("Select all %n image(s) that match the filter", nullptr, m_shown)
                                      : tr("Select all %n image(s)", nullptr, m_shown));
    // On buttons there is room for a word.
    m_push->setIconText(tr("Push"));
    m_export->setIconText(tr("Export"));
    m_verify->setIconText(tr("Verify"));
    m_trash->setIconText(tr("Delete"));
}

void ImageActions::retranslate()
{
    m_copyName->setText(tr("Copy name"));
    m_copyDigest->setText(tr("Copy digest"));
    m_copyPull->setText(tr("Copy docker pull line"));
    m_rename->setText(tr("Rename…"));
    m_pin->setToolTip(tr("Cleaning leaves pinned images alone"));
    showTexts();
}

} // namespace dip::ui
