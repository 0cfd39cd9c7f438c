#pragma once

#include <QAbstractItemModel>

#include "ui/registries/registrybrowser.h"
#include "ui/registries/remotetags.h"
#include "ui/registries/tagfactsreader.h"

namespace dip::ui {

/// What a registry holds: repositories, and below them their tags. Reads a page only when somebody looks, and
/// what a tag stands for only when it is wanted; that is kept as long as the registry is shown.
class RegistryTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Platforms, Size, ColumnCount };

    explicit RegistryTreeModel(QObject *parent = nullptr);

    /// Null: empty. Nothing is asked before a view looks. `profile` is the id that dragged tags carry.
    void setRegistry(std::shared_ptr<Registry> registry, const QString &profile = {});
    /// The tags among these; repositories are none, and may hold thousands.
    [[nodiscard]] RemoteTags tagsOf(const QModelIndexList &indexes) const;
    /// Shows one that the catalogue does not name; its index.
    QModelIndex addRepository(const RepositoryName &repository);

    /// Its tags are read anew; nothing where it is not listed.
    void reload(const QString &repository);

    /// Rows that somebody looks at just now: reads what is not known of their tags.
    void want(const QModelIndexList &rows);

    [[nodiscard]] QString repositoryOf(const QModelIndex &index) const;
    [[nodiscard]] static bool isTag(const QModelIndex &index)
    {
        return index.isValid() && index.internalId() > 0;
    }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override { return {RemoteTags::mimeType()}; }
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

signals:
    void pageRead();
    void failed(const QString &repository, const dip::Error &error);

private:
    /// A list that comes in pages.
    struct Listing
    {
        QStringList names;
        RegistryBrowser::Page next;
        bool hasMore = true;
        bool isAsked = false;
    };
    struct Repository
    {
        QString name;
        Listing tags;
        QHash<QString, Result<TagFacts>> facts{}; ///< by tag, of those that were read
    };
    [[nodiscard]] QVariant text(const Repository &repository, const QString &tag, int column) const;
    [[nodiscard]] QVariant explanation(const Repository &repository, const QString &tag, int column) const;
    void takeFacts(const ImageName &image, const Result<TagFacts> &facts);
    [[nodiscard]] int rowOf(const QString &repository) const;
    void takeRepositories(const QStringList &names, const RegistryBrowser::Page &next);
    void takeTags(const QString &repository, const QStringList &tags, const RegistryBrowser::Page &next);
    void takeFailure(const QString &repository, const Error &error);

    std::shared_ptr<Registry> m_registry;
    QString m_profile;
    QList<Repository> m_repositories;
    Listing m_catalogue; ///< its names are those of m_repositories
    RegistryBrowser m_browser;
    TagFactsReader m_reader;
};

} // namespace dip::ui
