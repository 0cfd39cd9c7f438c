#include "ui/delegates/answerdelegate.h"

#include <QComboBox>

#include "ui/models/pushmodel.h"

namespace dip::ui {

QWidget *AnswerDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    auto *box = new QComboBox(parent);
    box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    for (const auto answer : {PushModel::Open, PushModel::Overwrite, PushModel::Skip, PushModel::Rename})
        box->addItem(PushModel::answerText(answer), int(answer));
    auto *self = const_cast<AnswerDelegate *>(this); // its signals are not const
    connect(box, &QComboBox::activated, this, [self, box] {
        emit self->commitData(box);
        emit self->closeEditor(box);
    });
    return box;
}

void AnswerDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = qobject_cast<QComboBox *>(editor);
    box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
}

void AnswerDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *box = qobject_cast<QComboBox *>(editor);
    if (box->currentData() != index.data(Qt::EditRole))
        model->setData(index, box->currentData(), Qt::EditRole);
}

} // namespace dip::ui
