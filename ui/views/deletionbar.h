#pragma once

#include <QTimer>
#include <QWidget>

#include <variant>

#include "core/cache/trash.h"

class QPushButton;

namespace dip::ui {

class MessageStrip;
class Workspace;

/// Stands above a list of images: moves chosen ones to the trash without a question, tells what became of
/// that with a way back, and asks before anything is deleted for good. All of these bars tell the same.
class DeletionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit DeletionBar(Workspace &workspace, QWidget *parent = nullptr);

    void moveToTrash(const QList<ImageName> &images);
    void askToDelete(const QList<ImageName> &images);

signals:
    void trashRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    using News = std::variant<std::monostate, Trash::Moved, QList<ImageName>, CleanPlan, Error>;

    void connectAll();
    void open(MessageStrip *strip);
    void close(MessageStrip *strip);
    [[nodiscard]] QList<ImageName> withoutUsed(const QList<ImageName> &images);
    void take(const News &news);
    void showNews();
    void showQuestion(const CleanPlan &plan);
    void deleteNow();
    [[nodiscard]] QStringList keptTexts(qsizetype pinned) const;
    [[nodiscard]] QStringList movedTexts(const Trash::Moved &moved) const;
    void retranslate();

    Workspace &m_workspace;
    MessageStrip *m_question;
    QPushButton *m_yes;
    QPushButton *m_no;
    MessageStrip *m_news;
    QPushButton *m_undo;
    QPushButton *m_trash;
    QPushButton *m_close;
    QTimer m_newsEnd;
    News m_last;
    CleanPlan m_plan; ///< what is asked about
    int m_used = 0;   ///< images that were to go, and stay because of jobs
};

} // namespace dip::ui
