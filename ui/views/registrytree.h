#pragma once

#include <QTimer>
#include <QTreeView>

namespace dip::ui {

/// The tree of what a registry holds. Tells which rows are to be seen as soon as they have been for a moment.
class RegistryTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit RegistryTree(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

signals:
    void seen(const QModelIndexList &rows);

protected:
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    void look();

    QTimer m_delay;
};

} // namespace dip::ui
