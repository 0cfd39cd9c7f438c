#pragma once

#include <QStyledItemDelegate>

#include "ui/jobs/job.h"

namespace dip::ui {

/// Paints the rows of the job tree: a job in two lines with its bar, a line of progress in one.
class JobDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintJob(QPainter *painter, const QStyleOptionViewItem &option, const Job &job);
    static void paintLine(QPainter *painter, const QStyleOptionViewItem &option, const JobLine &line);
};

} // namespace dip::ui
