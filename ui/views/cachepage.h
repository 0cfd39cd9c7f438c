#pragma once

#include <QWidget>

#include "ui/cache/cacherow.h"

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace dip::ui {

class CacheFilter;
class DetailsPane;
class EmptyState;
class ImageActions;
class MessageStrip;
class Workspace;

/// The cache's images: list, filter, details, and what can be done with the chosen ones.
class CachePage final : public QWidget
{
    Q_OBJECT

public:
    explicit CachePage(Workspace &workspace, QWidget *parent = nullptr);
    ~CachePage() override;

    [[nodiscard]] QList<CacheRow> chosenRows() const;
    [[nodiscard]] QList<QAction *> imageActions() const;
    void focusFilter();
    /// Chooses the images of these names, as far as they are there.
    void choose(const QList<ImageName> &images);
    /// Without details, while a sheet takes the room.
    void setCompact(bool compact);
    void saveState();

signals:
    void addRequested();
    void pullRequested();
    void pushRequested();
    void folderRequested();
    void choiceChanged(int count);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildHeader();
    void showColumnMenu(const QPoint &at);
    void connectModel();
    void showState();
    void choiceHasChanged();
    void askDelete();
    void deleteNow();
    void retranslate();

    Workspace &m_workspace;
    QLabel *m_title;
    QLabel *m_count;
    QLineEdit *m_filterField;
    MessageStrip *m_deleteStrip;
    QPushButton *m_deleteYes = nullptr;
    QPushButton *m_deleteNo = nullptr;
    MessageStrip *m_result;
    QPushButton *m_resultClose = nullptr;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    QTreeView *m_table;
    DetailsPane *m_details;
    EmptyState *m_empty;
    EmptyState *m_nothingMatches;
    EmptyState *m_broken;
    QList<QPushButton *> m_emptyButtons;
    QPushButton *m_clearFilter = nullptr;
    QPushButton *m_otherFolder = nullptr;
    QLabel *m_loading;
    CacheFilter *m_filter;
    ImageActions *m_actions;
    QList<ImageName> m_toDelete;
    bool m_compact = false;
    std::optional<Error> m_error;
};

} // namespace dip::ui
