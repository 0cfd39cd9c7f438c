#pragma once

#include "ui/errortext.h"
#include "ui/models/pushmodel.h"
#include "ui/push/preflight.h"
#include "ui/widgets/sheet.h"

class QAction;
class QLabel;
class QPushButton;
class QToolButton;
class QTreeView;

namespace dip::ui {

struct DeliveryList;
class MessageStrip;
class PushOptions;
class Workspace;

/// Where the chosen images go: registry, rule, names, and what will be sent. The registry is asked while the
/// form is open; where a name stands for another image there, the person decides before anything is sent.
class PushSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit PushSheet(Workspace &workspace, QWidget *parent = nullptr);

    void begin(const QList<PushModel::Row> &rows);
    void chooseRegistry(const QString &profile);
    void chooseOtherThan(const QString &profile); ///< where there is another

    /// The mapping as a file, to be repeated elsewhere. What goes wrong is said in the form.
    void saveList(const QString &file);
    void openList(const QString &file);
    void chooseListToOpen(); ///< asks for the file

signals:
    void pushed();
    void addRegistryRequested();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildTable();
    QLayout *makeFoot();
    void addTableActions();
    QAction *addTableAction(const QKeySequence &keys, void (PushSheet::*slot)());
    void connectFields();
    void changeRule();
    void takePlatforms();
    void refresh();
    void showState();
    void tell(const QString &text, bool isTrouble = false);
    [[nodiscard]] QString firstProblem() const;
    void showPreview();
    void ask();
    void takeAnswer(const Preflight::Outcome &outcome);
    [[nodiscard]] QString sentenceOf(const Preflight::Outcome &outcome) const;
    [[nodiscard]] ErrorPlace place(const QString &repository) const;
    void takeFailure(const Error &error);
    void stopAsking();
    void push();
    void enqueue();
    [[nodiscard]] QString digestOf(const PushModel::Row &row) const;
    [[nodiscard]] PushFromCacheUsingManifest operation(const PushModel::Row &row) const;
    void complete(PushModel::Row &row) const;
    [[nodiscard]] DeliveryList list() const;
    void chooseListToSave();
    [[nodiscard]] QList<int> chosenRows() const;
    void removeChosen();
    void fillDown();
    void backToRule();
    void answerChosen(PushModel::Answer answer);

    Workspace &m_workspace;
    PushModel *m_model;
    PushOptions *m_options;
    MessageStrip *m_questions;
    QPushButton *m_overwriteAll;
    QPushButton *m_skipAll;
    MessageStrip *m_notice;
    QPushButton *m_noticeClose;
    QTreeView *m_table;
    QLabel *m_preview;
    QLabel *m_state;
    QPushButton *m_stopAsking;
    QToolButton *m_lists;
    QAction *m_save;
    QAction *m_open;
    QAction *m_remove;
    QAction *m_fillDown;
    QAction *m_backToRule;
    QAction *m_overwrite;
    QAction *m_skip;
    QAction *m_rename;
    QPushButton *m_cancel;
    QPushButton *m_push;
    QString m_askedRegistry; ///< the profile that what was found comes from
    QList<int> m_askedRows;  ///< in the order of the question
    QString m_listName;      ///< of the delivery list that was opened, or saved as
    bool m_pushWhenAnswered = false;
    Preflight m_preflight;
};

} // namespace dip::ui
