#pragma once

#include <QHash>
#include <QObject>

#include <atomic>
#include <memory>

#include "core/cache/cache.h"
#include "ui/background.h"

namespace dip::ui {

class Workspace;

/// Plans cleanings of the window's cache and carries them out, in the background. What a job of the window
/// needs, or will need, stays. For the main thread.
class Cleaning final : public QObject
{
    Q_OBJECT

public:
    explicit Cleaning(Workspace &workspace, QObject *parent = nullptr);
    ~Cleaning() override; ///< waits for the end of what is being done

    enum class Manner { ToTrash, ForGood };
    struct Outcome
    {
        QList<ImageName> toTrash; ///< on their way there; the TrashBin tells what becomes of them
        CleanPlan removed;        ///< what is gone for good
        QList<ImageName> pinned;  ///< would have gone, were they not pinned
        QList<ImageName> inUse;   ///< would have gone, did no job need them
    };

    /// planned() or failed() follows, for the last one asked only.
    void plan(const CleanRequest &request);
    /// The same beside that, for something known by a number: measured() follows, for the last one asked of
    /// that number only.
    void measure(int which, const CleanRequest &request);
    /// Carries out what was planned and shown: no image goes that is not in `shown`, none that does not fit
    /// any more; only freeing so many bytes chooses anew. ended() or failed() follows.
    void carryOut(const CleanRequest &request, const CleanPlan &shown, Manner manner);
    [[nodiscard]] bool isWorking() const { return m_working; }

signals:
    void planned(const dip::CleanPlan &plan);
    void measured(int which, const dip::CleanPlan &plan);
    void progressed(qsizetype done, qsizetype all); ///< files
    void ended(const dip::ui::Cleaning::Outcome &outcome);
    void failed(const dip::Error &error);

private:
    [[nodiscard]] CleanRequest sparing(CleanRequest request) const;
    [[nodiscard]] static Result<Outcome> work(Cache &cache, const CleanRequest &request,
                                              const CleanPlan &shown, Manner manner,
                                              const CleanProgress &progress);

    /// The last question of a kind; earlier ones are not worked on any more.
    using Question = std::shared_ptr<std::atomic<bool>>;
    [[nodiscard]] static Question askAnew(Question &last);
    template<typename Take>
    void ask(Background &where, const CleanRequest &request, Question &last, Take take);

    Workspace &m_workspace;
    Question m_planQuestion;
    QHash<int, Question> m_measureQuestions;
    bool m_working = false;
    Background m_measuring{1};
    Background m_background{1};
};

} // namespace dip::ui
