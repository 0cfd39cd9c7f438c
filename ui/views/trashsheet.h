#pragma once

#include "ui/widgets/sheet.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace dip::ui {

class MessageStrip;
class TrashBin;
class TrashModel;

/// The trash of the cache: what can be brought back, and how to be rid of it.
class TrashSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit TrashSheet(TrashBin &trash, QWidget *parent = nullptr);

    void begin();

protected:
    void retranslate() override;

private:
    void build();
    void connectAll();
    [[nodiscard]] QStringList chosen() const;
    [[nodiscard]] QStringList all() const;
    [[nodiscard]] int imagesOf(const QStringList &ids) const;
    void ask(const QStringList &ids);
    void showState();

    TrashBin &m_trash;
    TrashModel *m_model;
    QTreeView *m_table;
    QLabel *m_nothing;
    QStackedWidget *m_stack;
    MessageStrip *m_question;
    QPushButton *m_yes;
    QPushButton *m_no;
    QLabel *m_state;
    QPushButton *m_restore;
    QPushButton *m_delete;
    QPushButton *m_empty;
    QStringList m_asked; ///< ids that the question is about
    qint64 m_askedBytes = 0;
};

} // namespace dip::ui
