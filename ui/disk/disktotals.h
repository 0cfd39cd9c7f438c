#pragma once

#include <QWidget>

#include "ui/disk/diskfacts.h"

class QLabel;

namespace dip::ui {

/// A row of figures: what takes the disk's space, each told apart.
class DiskTotals final : public QWidget
{
    Q_OBJECT

public:
    explicit DiskTotals(QWidget *parent = nullptr);

    void setFacts(const DiskFacts &facts);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum Figure { Images, Shared, Unreferenced, Unfinished, Uploads, InTransfer, Trash, Free, FigureCount };
    void retranslate();

    QList<QWidget *> m_columns;
    QList<QLabel *> m_values;
    QList<QLabel *> m_captions;
    QList<qint64> m_bytes; ///< as in Figure; -1 where unknown
};

} // namespace dip::ui
