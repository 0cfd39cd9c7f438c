#pragma once

#include <QSortFilterProxyModel>

namespace dip::ui {

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

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    Show m_show = Show::All;
};

} // namespace dip::ui
