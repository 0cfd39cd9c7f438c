#include "ui/push/pushrule.h"

#include <QDate>

namespace dip::ui {

QString PushRule::apply(const ImageName &name) const
{
    QString repository = name.repository.toString();
    if (path == Path::Flatten)
        repository = repository.section(u'/', -1);
    QString into = project.trimmed();
    while (into.endsWith(u'/'))
        into.chop(1);
    if (path != Path::Keep && !into.isEmpty())
        repository = into + u'/' + repository;
    if (name.reference.isDigest())
        return repository + u'@' + name.reference.toString();
    QString text = tag.trimmed().isEmpty() ? QStringLiteral("{tag}") : tag.trimmed();
    text.replace(QLatin1String("{tag}"), name.reference.toString());
    text.replace(QLatin1String("{date}"), QDate::currentDate().toString(QStringLiteral("yyyyMMdd")));
    return repository + u':' + text;
}

} // namespace dip::ui
