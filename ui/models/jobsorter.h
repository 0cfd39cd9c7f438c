#pragma once

#include <QSortFilterProxyModel>

namespace dip::ui {

struct Job;

/// Puts jobs that need a person first, then running, waiting and finished ones (the latest first); within a
/// group the queue's order stays. Shows those that are searched for.
class JobSorter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show { All, Unfinished, NeedsYouOrFailed, Finished };

    explicit JobSorter(QObject *parent = nullptr);

    /// Every word of `text` must be part of source or target.
    void setFilter(const QString &text, Show show);

    /// The job of a row; null for none.
    [[nodiscard]] const Job *jobAt(int row) const;
    /// Puts what is dragged between the jobs of two rows; -1 for none. False, as nothing is to be removed.
    bool dropBetween(const QMimeData *data, int above, int below);
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    Show m_show = Show::All;
};

} // namespace dip::ui
