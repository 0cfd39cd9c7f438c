#pragma once

#include <QTreeView>

#include "ui/cache/cacherow.h"

namespace dip::ui {

class CacheFilter;
class Workspace;

/// The list of the cache's images: columns as they are wished, and a choice that lasts while the cache is
/// read anew.
class ImageTable final : public QTreeView
{
    Q_OBJECT

public:
    ImageTable(Workspace &workspace, CacheFilter *filter, QWidget *parent);

    [[nodiscard]] QList<CacheRow> chosenRows() const;
    [[nodiscard]] QList<ImageName> chosenNames() const;
    void choose(const QList<ImageName> &images); ///< as far as they are shown
    void chooseSomething();                      ///< the current one or the first, where nothing is chosen
    void saveState();

private:
    void buildHeader();
    void showColumnMenu(const QPoint &at);
    void keepChoice();
    void chooseAgain();
    [[nodiscard]] const CacheRow &rowAt(const QModelIndex &index) const;

    Workspace &m_workspace;
    CacheFilter *m_filter;
    QList<ImageName> m_keptChoice;
    int m_keptRow = -1; ///< where what takes the place of vanished images is chosen
};

} // namespace dip::ui
