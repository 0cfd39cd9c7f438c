#pragma once

#include <QStyledItemDelegate>

#include "ui/jobs/jobgrouping.h"

namespace dip::ui {

/// Paints the rows of the job tree: a job in two lines with its bar, a line of progress and a heading in one.
/// What is said of left and right in it is mirrored where the language is written so.
class JobDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                             const JobHeading &heading);
    static void paintJob(QPainter *painter, const QStyleOptionViewItem &option, const Job &job);
    static void paintLine(QPainter *painter, const QStyleOptionViewItem &option, const JobLine &line);
};

} // namespace dip::ui
