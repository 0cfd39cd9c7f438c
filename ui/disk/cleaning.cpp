#include "ui/disk/cleaning.h"

#include <algorithm>

#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr qsizetype progressSteps = 100;

} // namespace

Cleaning::Cleaning(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {}

Cleaning::~Cleaning() = default;

CleanRequest Cleaning::sparing(CleanRequest request) const
{
    request.inUse = m_workspace.jobs().imagesInUse();
    return request;
}

Cleaning::Question Cleaning::askAnew(Question &last)
{
    if (last)
        last->store(false);
    return last = std::make_shared<std::atomic<bool>>(true);
}

template<typename Take>
void Cleaning::ask(Background &where, const CleanRequest &request, Question &last, Take take)
{
    const Question question = askAnew(last);
    if (!m_workspace.cache())
        return;
    where
        .run([cache = m_workspace.cache(), wanted = sparing(request), question]() -> Result<CleanPlan> {
            return question->load() ? cache->planCleaning(wanted) : CleanPlan();
        })
        .then(this, [this, question, take](const Result<CleanPlan> &plan) {
            if (!question->load())
                return;
            if (plan)
                take(*plan);
            else
                emit failed(plan.error());
        });
}

void Cleaning::plan(const CleanRequest &request)
{
    ask(m_background, request, m_planQuestion, [this](const CleanPlan &plan) { emit planned(plan); });
}

void Cleaning::measure(int which, const CleanRequest &request)
{
    ask(m_measuring, request, m_measureQuestions[which],
        [this, which](const CleanPlan &plan) { emit measured(which, plan); });
}

Result<Cleaning::Outcome> Cleaning::work(Cache &cache, const CleanRequest &request, const CleanPlan &shown,
                                         Manner manner, const CleanProgress &progress)
{
    Outcome outcome;
    CleanRequest rest = request;
    if (!request.free) {
        const auto now = cache.planCleaning(request);
        if (!now)
            return std::unexpected(now.error());
        outcome.pinned = now->pinned;
        outcome.inUse = now->inUse;
        rest = {
            .images = now->images, .unreferenced = request.unreferenced, .unfinished = request.unfinished};
        rest.images.removeIf(
            [&shown](const ImageName &name) { return !std::ranges::binary_search(shown.images, name); });
        rest.inUse = request.inUse;
    }
    if (manner == Manner::ToTrash && !rest.images.isEmpty()) {
        outcome.toTrash = rest.images;
        rest.images.clear();
    }
    if (!rest.namesImages() && !rest.unreferenced && !rest.unfinished)
        return outcome; // such a request would mean more than nothing
    auto removed = cache.clean(rest, progress);
    if (!removed)
        return failure(removed);
    outcome.removed = *removed;
    return outcome;
}

void Cleaning::carryOut(const CleanRequest &request, const CleanPlan &shown, Manner manner)
{
    if (m_working || !m_workspace.cache())
        return;
    m_working = true;
    (void)askAnew(m_planQuestion); // what was planned before is out of date
    const CleanProgress progress = [this](qsizetype done, qsizetype all) {
        if (done == all || done % std::max<qsizetype>(1, all / progressSteps) == 0)
            QMetaObject::invokeMethod(this, [this, done, all] { emit progressed(done, all); });
    };
    m_background
        .run([cache = m_workspace.cache(), wanted = sparing(request), shown, manner, progress] {
            return work(*cache, wanted, shown, manner, progress);
        })
        .then(this, [this](const Result<Outcome> &outcome) {
            m_working = false;
            if (outcome) {
                m_workspace.trash().move(outcome->toTrash);
                emit ended(*outcome);
            } else {
                emit failed(outcome.error());
            }
            m_workspace.images().reload();
        });
}

} // namespace dip::ui
