#include "ui/push/dropdelivery.h"

#include "ui/jobs/importjobs.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

/// Whole, and with a name.
bool isPlain(const ImportRow &row)
{
    return !row.error && row.remarks.isEmpty() && row.isNameValid();
}

/// The images as they will be in the cache.
QList<PushModel::Row> rowsOf(const QList<ImportRow> &archived)
{
    QList<PushModel::Row> rows;
    for (const ImportRow &row : archived) {
        for (const ImageName &name : row.namesInCache())
            rows.append({name, row.size, {}, false});
    }
    return rows;
}

} // namespace

DropDelivery::DropDelivery(Workspace &workspace, QString profile, const QStringList &paths, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_profile(std::move(profile))
{
    connect(&m_scanner, &ArchiveScanner::scanned, this,
            [this](const QList<ImportRow> &rows) { m_rows += rows; });
    connect(&m_scanner, &ArchiveScanner::idle, this, &DropDelivery::decide);
    m_scanner.setCache(workspace.cache());
    m_scanner.scan(paths);
}

/// A name that two images have is one in the registry, too, and so a problem of the mapping.
void DropDelivery::decide()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_profile);
    PushModel named;
    if (profile)
        named.setRule(PushRule::below(profile->project));
    named.setRows(rowsOf(m_rows));
    if (profile && !m_rows.isEmpty() && std::ranges::all_of(m_rows, isPlain) && named.isValid())
        push(named);
    else
        emit decisionNeeded();
}

void DropDelivery::push(const PushModel &named)
{
    const RegistryProfile *profile = m_workspace.registries().find(m_profile);
    const QList<PushModel::Row> waiting = addImports(m_workspace.jobs(), m_rows);
    for (qsizetype i = 0; i < waiting.size(); ++i) {
        const QString &target = named.rows()[i].target;
        const auto name = ImageName::parse(target);
        PushFromCacheUsingManifest step{waiting[i].image, {}};
        step.target.repository = name->repository;
        step.target.reference = name->reference;
        step.target.maxConcurrent = m_workspace.settings().blobsAtOnce;
        m_workspace.jobs().add({JobKind::Push,
                                waiting[i].image.toString(),
                                profile->address + u'/' + target,
                                profile->id,
                                waiting[i].after,
                                {step}});
    }
    emit pushed();
}

} // namespace dip::ui
