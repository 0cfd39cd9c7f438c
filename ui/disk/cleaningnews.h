#pragma once

#include <QWidget>

#include "ui/disk/cleaning.h"

class QAction;
class QPushButton;

namespace dip::ui {

class MessageStrip;

/// A bar that tells what became of a cleaning, with a way back for what went to the trash. Hidden until there
/// is something to tell.
class CleaningNews final : public QWidget
{
    Q_OBJECT

public:
    explicit CleaningNews(Cleaning &cleaning, QWidget *parent = nullptr);

    /// The same by keyboard; works where it is added to a widget.
    [[nodiscard]] QAction *undoAction() const { return m_undoAction; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void tell(const Cleaning::Outcome &outcome);
    void tell(const QString &text, const QString &undoable = {});
    void retranslate();

    MessageStrip *m_strip;
    QPushButton *m_undo;
    QPushButton *m_close;
    QAction *m_undoAction;
    QString m_undoable; ///< an item of the trash; empty where there is nothing to take back
};

} // namespace dip::ui
