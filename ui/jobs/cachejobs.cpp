#include "ui/jobs/cachejobs.h"

namespace dip::ui {

namespace {

QString namesOf(const QList<ImageName> &images)
{
    QStringList names;
    for (const ImageName &image : images)
        names.append(image.toString());
    return names.join(QStringLiteral(", "));
}

} // namespace

JobRequest exportRequest(const ExportFromCache &what)
{
    return {JobKind::Export, namesOf(what.images), what.target, {}, {}, {what}};
}

JobRequest verifyRequest(const QList<ImageName> &images, bool repair)
{
    return {JobKind::Verify, namesOf(images), {}, {}, {}, {VerifyImages{images, repair}}};
}

} // namespace dip::ui
