#include "ui/models/registrytreemodel.h"

#include <QSet>

#include "core/image/platform.h"
#include "ui/errortext.h"
#include "ui/look/format.h"

namespace dip::ui {

RegistryTreeModel::RegistryTreeModel(QObject *parent) : QAbstractItemModel(parent)
{
    connect(&m_browser, &RegistryBrowser::repositoryPage, this, &RegistryTreeModel::takeRepositories);
    connect(&m_browser, &RegistryBrowser::tagPage, this, &RegistryTreeModel::takeTags);
    connect(&m_browser, &RegistryBrowser::failed, this, &RegistryTreeModel::takeFailure);
    connect(&m_reader, &TagFactsReader::read, this, &RegistryTreeModel::takeFacts);
    connect(&m_reader, &TagFactsReader::failed, this,
            [this](const ImageName &image, const Error &error) { takeFacts(image, std::unexpected(error)); });
}

void RegistryTreeModel::setRegistry(std::shared_ptr<Registry> registry, const QString &profile)
{
    beginResetModel();
    m_browser.cancel();
    m_reader.cancel();
    m_registry = std::move(registry);
    m_profile = profile;
    m_repositories.clear();
    m_catalogue = {};
    endResetModel();
}

QModelIndex RegistryTreeModel::addRepository(const RepositoryName &repository)
{
    int row = rowOf(repository.toString());
    if (row < 0) {
        row = int(m_repositories.size());
        beginInsertRows({}, row, row);
        m_repositories.append({repository.toString(), {}, {}});
        endInsertRows();
    }
    return index(row, 0);
}

void RegistryTreeModel::reload(const QString &repository)
{
    const int row = rowOf(repository);
    if (row < 0)
        return;
    Listing &tags = m_repositories[row].tags;
    const QModelIndex parent = index(row, 0);
    if (!tags.names.isEmpty()) {
        beginRemoveRows(parent, 0, int(tags.names.size()) - 1);
        tags.names.clear();
        endRemoveRows();
    }
    tags = {};
    m_repositories[row].facts.clear();
    fetchMore(parent);
}

int RegistryTreeModel::rowOf(const QString &repository) const
{
    const auto place = std::ranges::find(m_repositories, repository, &Repository::name);
    return place == m_repositories.end() ? -1 : int(place - m_repositories.begin());
}

QString RegistryTreeModel::repositoryOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return m_repositories[isTag(index) ? qsizetype(index.internalId()) - 1 : index.row()].name;
}

/// The internal id is 0 for a repository, and one more than the repository's row for a tag.
QModelIndex RegistryTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex RegistryTreeModel::parent(const QModelIndex &index) const
{
    return isTag(index) ? createIndex(int(index.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int RegistryTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_repositories.size());
    return isTag(parent) || parent.column() > 0 ? 0 : int(m_repositories[parent.row()].tags.names.size());
}

int RegistryTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool RegistryTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid() || isTag(parent) || parent.column() > 0)
        return !parent.isValid() && m_registry;
    const Listing &tags = m_repositories[parent.row()].tags;
    return tags.hasMore || !tags.names.isEmpty();
}

bool RegistryTreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (!m_registry || isTag(parent) || parent.column() > 0)
        return false;
    const Listing &listing = parent.isValid() ? m_repositories[parent.row()].tags : m_catalogue;
    return listing.hasMore && !listing.isAsked;
}

void RegistryTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    if (!parent.isValid()) {
        m_catalogue.isAsked = true;
        m_browser.readRepositories(m_registry, m_catalogue.next);
        return;
    }
    Repository &repository = m_repositories[parent.row()];
    const auto name = RepositoryName::parse(repository.name);
    repository.tags.isAsked = true;
    repository.tags.hasMore = name.has_value();
    if (name)
        m_browser.readTags(m_registry, *name, repository.tags.next);
}

void RegistryTreeModel::takeRepositories(const QStringList &names, const RegistryBrowser::Page &next)
{
    m_catalogue.isAsked = false;
    m_catalogue.next = next;
    m_catalogue.hasMore = next.has_value();
    QList<Repository> added;
    for (const QString &name : names) {
        if (rowOf(name) < 0)
            added.append({name, {}, {}});
    }
    if (!added.isEmpty()) {
        const int first = int(m_repositories.size());
        beginInsertRows({}, first, first + int(added.size()) - 1);
        m_repositories.append(added);
        endInsertRows();
    }
    emit pageRead();
}

void RegistryTreeModel::takeTags(const QString &repository, const QStringList &tags,
                                 const RegistryBrowser::Page &next)
{
    const int row = rowOf(repository);
    if (row < 0)
        return;
    Listing &listing = m_repositories[row].tags;
    listing.isAsked = false;
    listing.next = next;
    listing.hasMore = next.has_value();
    // A page that was on its way when all was to be read anew may bring the same once more.
    const QSet<QString> known(listing.names.cbegin(), listing.names.cend());
    QStringList added = tags;
    added.removeIf([&known](const QString &tag) { return known.contains(tag); });
    if (!added.isEmpty()) {
        const int first = int(listing.names.size());
        beginInsertRows(index(row, 0), first, first + int(added.size()) - 1);
        listing.names.append(added);
        endInsertRows();
    }
    emit dataChanged(index(row, 0), index(row, 0)); // it may have turned out to be empty
    emit pageRead();
}

void RegistryTreeModel::takeFailure(const QString &repository, const Error &error)
{
    const int row = rowOf(repository);
    Listing &listing = repository.isEmpty() || row < 0 ? m_catalogue : m_repositories[row].tags;
    listing.isAsked = false;
    listing.hasMore = false;
    emit failed(repository, error);
}

RemoteTags RegistryTreeModel::tagsOf(const QModelIndexList &indexes) const
{
    RemoteTags tags{m_profile, {}};
    for (const QModelIndex &index : indexes) {
        const auto image = isTag(index) && index.column() == 0
                               ? ImageName::parse(repositoryOf(index), index.data().toString())
                               : fail(ErrorCode::InvalidArgument, {});
        if (image)
            tags.images.append(*image);
    }
    return tags;
}

Qt::ItemFlags RegistryTreeModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return isTag(index) ? flags | Qt::ItemIsDragEnabled : flags;
}

QMimeData *RegistryTreeModel::mimeData(const QModelIndexList &indexes) const
{
    return tagsOf(indexes).toMimeData();
}

void RegistryTreeModel::want(const QModelIndexList &rows)
{
    QModelIndexList unknown;
    for (const QModelIndex &index : rows) {
        if (isTag(index) && !m_repositories[qsizetype(index.internalId()) - 1].facts.contains(
                                index.siblingAtColumn(Name).data().toString()))
            unknown.append(index.siblingAtColumn(Name));
    }
    m_reader.want(m_registry, tagsOf(unknown).images);
}

void RegistryTreeModel::takeFacts(const ImageName &image, const Result<TagFacts> &facts)
{
    const int row = rowOf(image.repository.toString());
    if (row < 0)
        return;
    const QString tag = image.reference.toString();
    m_repositories[row].facts.insert(tag, facts);
    const int place = int(m_repositories[row].tags.names.indexOf(tag));
    const QModelIndex parent = index(row, 0);
    if (place >= 0)
        emit dataChanged(index(place, Platforms, parent), index(place, Size, parent));
}

QVariant RegistryTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Repository &repository =
        m_repositories[isTag(index) ? qsizetype(index.internalId()) - 1 : index.row()];
    if (!isTag(index))
        return index.column() == Name ? repository.name : QVariant();
    const QString &tag = repository.tags.names[index.row()];
    return role == Qt::DisplayRole ? text(repository, tag, index.column())
                                   : explanation(repository, tag, index.column());
}

QVariant RegistryTreeModel::text(const Repository &repository, const QString &tag, int column) const
{
    if (column == Name)
        return tag;
    const auto known = repository.facts.constFind(tag);
    if (known == repository.facts.cend())
        return {};
    const Result<TagFacts> &facts = *known;
    if (column == Size)
        return facts ? formatBytes(facts->size) : tr("unknown");
    QStringList platforms;
    for (const TagFacts::Part &part : facts ? facts->parts : QList<TagFacts::Part>()) {
        if (!part.platform.isEmpty())
            platforms.append(shortPlatform(part.platform));
    }
    return platforms.join(QStringLiteral(", "));
}

/// The name in full; what each platform takes; why that is not known.
QVariant RegistryTreeModel::explanation(const Repository &repository, const QString &tag, int column) const
{
    if (column == Name)
        return repository.name + u':' + tag;
    const auto known = repository.facts.constFind(tag);
    if (known == repository.facts.cend())
        return {};
    const Result<TagFacts> &facts = *known;
    if (!facts)
        return explain(facts.error()).sentence;
    QStringList lines;
    for (const TagFacts::Part &part : facts->parts)
        lines.append(part.platform.isEmpty()
                         ? formatBytes(part.size)
                         : tr("%1: %2", "platform, size").arg(part.platform, formatBytes(part.size)));
    return lines.join(u'\n');
}

QVariant RegistryTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Size)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Repository and tag");
    case Platforms:
        return tr("Platforms");
    default:
        return tr("Size");
    }
}

void RegistryTreeModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace dip::ui
