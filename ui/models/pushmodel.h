#pragma once

#include <QAbstractTableModel>

#include "ui/jobs/job.h"
#include "ui/push/pushrule.h"

namespace dip::ui {

/// The mapping of a push: each image and the name that it gets in the registry, by rule or by hand, and what
/// the registry has under that name already.
class PushModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Source, Target, State, Size, ColumnCount };

    /// What the registry has under the target's name.
    enum class Found { Unknown, Nothing, Same, Other };
    /// What to do where it has something else.
    enum Answer { Open, Overwrite, Skip, Rename };

    struct Row
    {
        ImageName image;
        qint64 size = 0; ///< bytes
        QString target;  ///< as shown and edited
        bool byHand = false;
        QString after{};         ///< id of the job that brings it into the cache
        QStringList platforms{}; ///< "linux/amd64"; empty while unknown
        Found found = Found::Unknown;
        Answer answer = Open;
        std::optional<JobRequest> first{};     ///< still to be added: brings it into the cache
        std::optional<ImageName> namedAfter{}; ///< what rules begin with, where the cache calls it otherwise

        [[nodiscard]] bool waits() const { return !after.isEmpty() || first; }
        [[nodiscard]] QString ruled(const PushRule &rule) const
        {
            return rule.apply(namedAfter.value_or(image));
        }
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(QList<Row> rows);
    void setRule(const PushRule &rule); ///< rows that were edited by hand stay
    /// Only these platforms are pushed; empty: all. A row without any of them cannot be pushed.
    void setPlatforms(const QStringList &platforms);
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    void drop(int row);
    /// Gives all the path (up to the last part) and the tag of the first; each keeps its last part.
    void fillDown(QList<int> rows);
    void backToRule(const QList<int> &rows);

    void arrived(const QString &job); ///< what it was to bring is in the cache
    void setFound(int row, Found found);
    void forgetFound(); ///< another registry
    /// Rename takes a tag that is free in this list; it can be edited further.
    void answer(int row, Answer answer);
    void answerAll(Answer answer); ///< those that are open
    [[nodiscard]] int openQuestions() const;
    [[nodiscard]] int toPush() const; ///< rows that are not skipped

    /// What is wrong with a row; empty where nothing is.
    [[nodiscard]] QString problem(int row) const;
    [[nodiscard]] bool isValid() const; ///< there is something to push, and nothing is wrong

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

    [[nodiscard]] static QString answerText(Answer answer);

signals:
    void namesChanged();   ///< what was found is no longer known for the rows concerned
    void answersChanged(); ///< rows that are pushed, or questions that are open

private:
    void setTarget(Row &row, const QString &target, bool byHand);
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QVariant color(int row, int column) const;
    void allChanged();

    PushRule m_rule;
    QStringList m_platforms;
    QList<Row> m_rows;
};

} // namespace dip::ui
