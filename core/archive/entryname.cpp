#include "core/archive/entryname.h"

#include <QStringList>

namespace dip {

std::optional<QString> normalisedName(QStringView name)
{
    const QString slashed = name.toString().replace(u'\\', u'/');
    if (slashed.startsWith(u'/'))
        return std::nullopt;
    QStringList kept;
    for (const QStringView part : QStringView(slashed).tokenize(u'/')) {
        if (part.isEmpty() || part == u".")
            continue;
        if (part != u"..") {
            kept.append(part.toString());
        } else if (kept.isEmpty()) {
            return std::nullopt;
        } else {
            kept.removeLast();
        }
    }
    return kept.join(u'/');
}

std::optional<QString> linkTarget(QStringView linkName, QStringView target)
{
    if (target.startsWith(u'/') || target.startsWith(u'\\'))
        return std::nullopt;
    const qsizetype slash = linkName.lastIndexOf(u'/');
    const QStringView folder = slash < 0 ? QStringView() : linkName.first(slash + 1);
    return normalisedName(QString(folder % target));
}

} // namespace dip
