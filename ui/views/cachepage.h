#pragma once

#include <QWidget>

#include "ui/cache/cacherow.h"

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace dip::ui {

class CacheFilter;
class DeletionBar;
class DetailsPane;
class EmptyState;
class FilterChips;
class ImageActions;
class ImageTable;
class MessageStrip;
class RenameBar;
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
    void trashRequested();
    void jobAdded(const QString &id);
    void choiceChanged(int count);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QLayout *makeHead();
    void connectModel();
    void connectActions();
    void showState();
    void showTrash();
    void showChips();
    void choiceHasChanged();
    void exportChosen();
    void setPinned(bool pinned);
    void renamed(const ImageName &image);
    void tell(const Error &error);
    void retranslate();

    Workspace &m_workspace;
    QLabel *m_title;
    QLabel *m_count;
    QToolButton *m_trash;
    QLineEdit *m_filterField;
    FilterChips *m_chips;
    DeletionBar *m_deletion;
    RenameBar *m_rename;
    MessageStrip *m_failure;
    QPushButton *m_failureClose;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    CacheFilter *m_filter;
    ImageTable *m_table;
    DetailsPane *m_details;
    EmptyState *m_empty;
    EmptyState *m_nothingMatches;
    EmptyState *m_broken;
    QList<QPushButton *> m_emptyButtons;
    QPushButton *m_clearFilter = nullptr;
    QPushButton *m_otherFolder = nullptr;
    QLabel *m_loading;
    ImageActions *m_actions;
    QList<ImageName> m_chooseNext; ///< when the cache has been read anew
    bool m_compact = false;
    std::optional<Error> m_error;
};

} // namespace dip::ui
