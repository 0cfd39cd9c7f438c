#pragma once

#include "ui/delegates/rowdelegate.h"

namespace dip::ui {

/// Asks in the cell what to do with a name that the registry has already; see PushModel::Answer.
class AnswerDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace dip::ui
