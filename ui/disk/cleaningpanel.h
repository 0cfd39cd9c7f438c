#pragma once

#include <QWidget>

#include "core/cache/cleanplan.h"
#include "ui/disk/cleaning.h"
#include "ui/disk/cleaninglist.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace dip::ui {

class MessageStrip;
class PlanModel;

/// Cleans the cache: what is to go is ticked, told in figures and in full, and carried out.
class CleaningPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CleaningPanel(Cleaning &cleaning, QWidget *parent = nullptr);

    /// Images that are chosen elsewhere on the page.
    void setChosen(const QList<ImageName> &images);
    /// Looks at the cache anew.
    void refresh();
    [[nodiscard]] CleaningList &list() { return *m_list; }
    /// What would go now; empty where nothing is ticked.
    [[nodiscard]] const CleanPlan &plan() const { return m_plan; }

signals:
    void planChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void connectAll();
    void measure(CleaningList::Row row);
    void planAnew();
    void take(const CleanPlan &plan);
    void showPlan();
    void showQuestion(bool shown);
    void showWork(bool working);
    void ask();
    void begin();
    [[nodiscard]] bool isForGood() const;
    [[nodiscard]] QString figures() const;
    [[nodiscard]] QString notes() const;
    [[nodiscard]] QString deed() const;
    void retranslate();

    Cleaning &m_cleaning;
    CleaningList *m_list;
    QLabel *m_figures;
    QLabel *m_notes;
    PlanModel *m_model;
    QTreeView *m_preview;
    QCheckBox *m_toTrash;
    MessageStrip *m_question;
    QPushButton *m_yes;
    QPushButton *m_no;
    QPushButton *m_go;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    CleanRequest m_request; ///< that m_plan is for
    CleanPlan m_plan;
    bool m_isStale = true; ///< not looked at since the cache changed
};

} // namespace dip::ui
