#pragma once

#include <QWidget>

#include "core/base/error.h"
#include "core/image/reference.h"
#include "ui/background.h"

class QAction;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace dip::ui {

class Cleaning;
class CleaningNews;
class CleaningPanel;
class DeletionBar;
class DiskModel;
class DiskSorter;
class DiskTotals;
class EmptyState;
class ImageSelection;
class Treemap;
class TreemapLegend;
class Workspace;
struct DiskFacts;

/// What takes the disk's space: figures, a picture and a list of the images, linked in both directions, and
/// the cleaning. Read in the background, when it is looked at.
class DiskPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DiskPage(Workspace &workspace, QWidget *parent = nullptr);
    ~DiskPage() override;

    /// Opens the cleaning; to free room, or for whatever is ticked.
    enum class Purpose { Any, FreeRoom };
    void showCleaning(Purpose purpose);
    void saveState();

signals:
    void trashRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *makePictureSide();
    QWidget *makeListSide();
    void buildActions();
    void connectAll();
    void refresh();
    void take(std::shared_ptr<const DiskFacts> facts);
    void fail(const Error &error);
    void showState();
    void showPath();
    void showChoice();
    void showDoomed();
    [[nodiscard]] QList<ImageName> chosenNames() const;
    void retranslate();

    Workspace &m_workspace;
    QLabel *m_title;
    QLabel *m_count;
    DiskTotals *m_totals;
    CleaningNews *m_news;
    DeletionBar *m_deletion;
    QStackedWidget *m_stack;
    QLabel *m_loading;
    EmptyState *m_empty;
    EmptyState *m_broken;
    QPushButton *m_again;
    QSplitter *m_splitter;
    DiskModel *m_model;
    DiskSorter *m_order;
    QTreeView *m_table;
    ImageSelection *m_selection;
    Treemap *m_picture;
    TreemapLegend *m_legend;
    QToolButton *m_back;
    QLabel *m_path;
    QLabel *m_choice;
    QTabWidget *m_tabs;
    Cleaning *m_cleaning;
    CleaningPanel *m_panel;
    QAction *m_trashChosen;
    QAction *m_deleteChosen;
    QAction *m_cleanChosen;
    std::shared_ptr<const DiskFacts> m_facts;
    std::optional<Error> m_error;
    bool m_isStale = true; ///< the cache has changed since it was read
    bool m_isReading = false;
    Background m_background{1};
};

} // namespace dip::ui
