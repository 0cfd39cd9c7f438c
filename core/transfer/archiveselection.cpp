#include "core/transfer/archiveselection.h"

#include <algorithm>

namespace dip {

namespace {

QString fullName(const QualifiedName &name)
{
    return name.host.isEmpty() ? name.name.toString() : name.host + u'/' + name.name.toString();
}

QString whatThereIs(const ArchiveContents &contents)
{
    QStringList list;
    for (qsizetype i = 0; i < contents.images.size(); ++i) {
        const auto &names = contents.images[i].names;
        if (names.isEmpty())
            list.append(u'#' + QString::number(i + 1));
        for (const QualifiedName &name : names)
            list.append(fullName(name));
    }
    return list.join(QLatin1String(", "));
}

QList<ImageName> namesIn(const ArchivedImage &image)
{
    QList<ImageName> names;
    for (const QualifiedName &name : image.names) {
        if (!names.contains(name.name))
            names.append(name.name);
    }
    return names;
}

/// "#2", or a name as the archive has it, with or without its host, or with the default tag left out.
std::optional<ChosenImage> pick(const ArchiveContents &contents, const QString &wanted)
{
    if (wanted.startsWith(u'#')) {
        bool isNumber = false;
        const int number = wanted.sliced(1).toInt(&isNumber);
        if (!isNumber || number < 1 || number > contents.images.size())
            return std::nullopt;
        const ArchivedImage &image = contents.images[number - 1];
        return ChosenImage{&image, namesIn(image)};
    }
    const auto parsed = QualifiedName::parse(wanted);
    for (const ArchivedImage &image : contents.images) {
        for (const QualifiedName &name : image.names) {
            const bool same =
                parsed && parsed->name == name.name && (parsed->host.isEmpty() || parsed->host == name.host);
            if (same)
                return ChosenImage{&image, {name.name}};
        }
    }
    return std::nullopt;
}

Result<void> rename(QList<ChosenImage> &chosen, const ArchiveSelection &selection, const QString &file)
{
    if (!selection.repository && !selection.reference)
        return {};
    if (chosen.size() != 1)
        return fail(
            ErrorCode::InvalidArgument,
            QStringLiteral("one name cannot be given to %1 images; pick one of them").arg(chosen.size()),
            file);
    QList<ImageName> &names = chosen.first().names;
    if (!selection.repository && names.isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("the image has no name, so a repository is needed, not only a tag"), file);
    const RepositoryName repository = selection.repository ? *selection.repository : names.first().repository;
    const Reference reference = selection.reference ? *selection.reference
                                : names.isEmpty()   ? *Reference::parse(u"latest")
                                                    : names.first().reference;
    names = {ImageName{repository, reference}};
    return {};
}

} // namespace

Result<QList<ChosenImage>> chooseImages(const ArchiveContents &contents, const ArchiveSelection &selection,
                                        const std::optional<ImageName> &fallback)
{
    QList<ChosenImage> chosen;
    for (const QString &wanted : selection.images) {
        auto picked = pick(contents, wanted);
        if (!picked)
            return fail(ErrorCode::NotFound,
                        QStringLiteral("the archive holds no image %1; it holds: %2")
                            .arg(wanted, whatThereIs(contents)),
                        contents.path);
        chosen.append(std::move(*picked));
    }
    if (selection.images.isEmpty()) {
        for (const ArchivedImage &image : contents.images)
            chosen.append({&image, namesIn(image)});
    }
    if (auto renamed = rename(chosen, selection, contents.path); !renamed)
        return failure(renamed);

    const auto isUntagged = [](const ChosenImage &image) {
        return image.names.isEmpty();
    };
    const auto untagged = std::ranges::count_if(chosen, isUntagged);
    if (fallback && untagged == 1)
        std::ranges::find_if(chosen, isUntagged)->names = {*fallback};
    else if (untagged > 0)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("%1 of the archive's images have no name; it holds: %2")
                        .arg(untagged)
                        .arg(whatThereIs(contents)),
                    contents.path);
    return chosen;
}

} // namespace dip
