#include "core/archive/archivednames.h"

#include <algorithm>

namespace dip {

namespace {

void remarkUnusable(const QString &text, QStringList &remarks)
{
    remarks.append(
        QStringLiteral("the archive calls an image \"%1\", which is no valid name").arg(text.left(200)));
}

bool contains(const QList<QualifiedName> &names, const QualifiedName &name)
{
    return std::ranges::any_of(names, [&](const QualifiedName &known) {
        return known.host == name.host && known.name == name.name;
    });
}

/// containerd writes "docker.io/library/nginx:1" for what docker itself calls "nginx:1".
QString familiar(const QString &text)
{
    QStringView rest = text;
    if (!rest.startsWith(u"docker.io/"))
        return text;
    rest = rest.sliced(10);
    if (rest.startsWith(u"library/"))
        rest = rest.sliced(8);
    return rest.toString();
}

} // namespace

QList<QualifiedName> namesFromRepoTags(const QStringList &tags, QStringList &remarks)
{
    QList<QualifiedName> names;
    for (const QString &tag : tags) {
        if (tag == u"<none>:<none>")
            continue;
        if (auto name = QualifiedName::parse(tag))
            mergeNames(names, {*name});
        else
            remarkUnusable(tag, remarks);
    }
    return names;
}

std::optional<QualifiedName> nameFromAnnotations(const QMap<QString, QString> &annotations,
                                                 QStringList &remarks)
{
    if (auto name = ImageName::parse(annotations.value(imageNameAnnotation)))
        return QualifiedName{{}, std::move(*name)};
    const QString containerdName = annotations.value(QStringLiteral("io.containerd.image.name"));
    const QString refName = annotations.value(QStringLiteral("org.opencontainers.image.ref.name"));
    // Containerd's form does not tell library/nginx from nginx; a full name that it may stand for does.
    const bool isTheSame = refName.contains(u':') && containerdName.endsWith(u'/' + refName);
    const QString text = containerdName.isEmpty() || isTheSame ? refName : familiar(containerdName);
    if (text.isEmpty())
        return std::nullopt;
    const bool isTagOnly = !text.contains(u'/') && !text.contains(u':') && !text.contains(u'@');
    if (isTagOnly && containerdName.isEmpty()) {
        remarks.append(QStringLiteral("the archive gives an image only the tag \"%1\", and no repository")
                           .arg(text.left(200)));
        return std::nullopt;
    }
    if (auto name = QualifiedName::parse(text))
        return std::move(*name);
    remarkUnusable(text, remarks);
    return std::nullopt;
}

void mergeNames(QList<QualifiedName> &names, const QList<QualifiedName> &more)
{
    for (const QualifiedName &name : more) {
        if (!contains(names, name))
            names.append(name);
    }
}

bool containsNames(const QList<QualifiedName> &names, const QList<QualifiedName> &some)
{
    return std::ranges::all_of(some, [&](const QualifiedName &name) { return contains(names, name); });
}

} // namespace dip
