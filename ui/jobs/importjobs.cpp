#include "ui/jobs/importjobs.h"

#include <QFileInfo>

#include "ui/jobs/jobqueue.h"

namespace dip::ui {

namespace {

constexpr int layersAtOnceFromDisk = 2;

ExtractAndCache renamedStep(const ImportRow &row, int layersAtOnce)
{
    const auto name = ImageName::parse(row.name);
    return {
        row.file, {{u'#' + QString::number(row.number)}, name->repository, name->reference}, layersAtOnce};
}

} // namespace

QList<JobRequest> importRequests(const QList<ImportRow> &rows, int layersAtOnce)
{
    QList<JobRequest> requests;
    QStringList files;
    for (const ImportRow &row : rows) {
        if (!files.contains(row.file))
            files.append(row.file);
    }
    for (const QString &file : std::as_const(files)) {
        JobRequest request{JobKind::Import, QFileInfo(file).fileName(), {}, {}, {}, {}};
        ArchiveSelection others;
        for (const ImportRow &row : rows) {
            if (row.file != file)
                continue;
            if (row.isRenamed())
                request.steps.append(renamedStep(row, layersAtOnce));
            else
                others.images.append(u'#' + QString::number(row.number));
        }
        if (!others.images.isEmpty())
            request.steps.append(ExtractAndCache{file, others, layersAtOnce});
        requests.append(request);
    }
    return requests;
}

QList<PushModel::Row> addImports(JobQueue &jobs, const QList<ImportRow> &rows)
{
    QHash<QString, QString> jobOf;
    for (const JobRequest &request : importRequests(rows, layersAtOnceFromDisk))
        jobOf.insert(std::get<ExtractAndCache>(request.steps.first()).file, jobs.add(request));
    QList<PushModel::Row> pushes;
    for (const ImportRow &row : rows) {
        for (const ImageName &name : row.namesInCache())
            pushes.append({name, row.size, {}, false, jobOf.value(row.file), row.platforms});
    }
    return pushes;
}

} // namespace dip::ui
