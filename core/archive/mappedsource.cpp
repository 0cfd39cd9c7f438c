#include "core/archive/mappedsource.h"

#include "core/archive/entryname.h"
#include "core/archive/tarindex.h"

#include <QSet>

namespace dip {

Result<std::unique_ptr<MappedSource>> MappedSource::openTar(const QString &path, QString label,
                                                            const std::stop_token &stop)
{
    auto index = TarIndex::scan(path, stop);
    if (!index)
        return fail(index.error().code, index.error().detail, label);
    auto source = std::make_unique<MappedSource>(std::move(label));
    source->m_hasEnd = index->hasEnd;
    for (const TarEntry &entry : std::as_const(index->entries)) {
        switch (entry.kind) {
        case TarEntry::Kind::File:
            source->addFile(entry.name, {path, entry.offset, entry.size});
            break;
        case TarEntry::Kind::SymbolicLink:
            source->addSymbolicLink(entry.name, entry.target);
            break;
        case TarEntry::Kind::HardLink:
            source->addHardLink(entry.name, entry.target);
            break;
        case TarEntry::Kind::Sparse:
            source->add(entry.name, {Entry::Kind::Sparse, {}, {}});
            break;
        }
    }
    return source;
}

void MappedSource::addFile(QStringView name, const FileRegion &region)
{
    add(name, {Entry::Kind::File, region, {}});
}

void MappedSource::addSymbolicLink(QStringView name, QStringView target)
{
    if (const auto link = normalisedName(name))
        addLink(name, linkTarget(*link, target));
}

void MappedSource::addHardLink(QStringView name, QStringView target)
{
    addLink(name, normalisedName(target));
}

void MappedSource::addLink(QStringView name, std::optional<QString> target)
{
    add(name, {target ? Entry::Kind::Link : Entry::Kind::OutwardLink, {}, target.value_or(QString())});
}

void MappedSource::add(QStringView name, Entry entry)
{
    if (const auto normalised = normalisedName(name))
        m_entries.insert(*normalised, std::move(entry));
}

Result<FileRegion> MappedSource::find(QStringView name) const
{
    const auto wanted = normalisedName(name);
    if (!wanted)
        return unsafe(name, QStringLiteral("the name leads out of the archive"));
    QSet<QString> seen;
    QString current = *wanted;
    for (;;) {
        const auto entry = m_entries.constFind(current);
        if (entry == m_entries.constEnd())
            return absent(current == *wanted ? name.toString()
                                             : QStringLiteral("%1, a link to %2").arg(name, current));
        switch (entry->kind) {
        case Entry::Kind::File:
            return entry->region;
        case Entry::Kind::Sparse:
            return fail(ErrorCode::Unsupported, QStringLiteral("%1 is stored as a sparse file").arg(name),
                        m_label);
        case Entry::Kind::OutwardLink:
            return unsafe(name, QStringLiteral("a link leads out of the archive"));
        case Entry::Kind::Link:
            break;
        }
        seen.insert(current);
        current = entry->target;
        if (seen.contains(current))
            return unsafe(name, QStringLiteral("links go in circles"));
    }
}

Result<FileRegion> SubfolderSource::find(QStringView name) const
{
    const auto wanted = normalisedName(name);
    if (!wanted)
        return unsafe(name, QStringLiteral("the name leads out of the archive"));
    return m_source.find(m_folder.isEmpty() ? *wanted : QString(m_folder % u'/' % *wanted));
}

QStringList imageFolders(const QStringList &names)
{
    QStringList folders;
    for (const QString &name : names) {
        if (name == u"manifest.json" || name == u"index.json")
            return {QString()};
        const qsizetype slash = name.indexOf(u'/');
        const QStringView file = slash < 0 ? QStringView() : QStringView(name).sliced(slash + 1);
        if (file == u"manifest.json" || file == u"oci-layout")
            folders.append(name.first(slash));
    }
    folders.removeDuplicates();
    folders.sort();
    return folders;
}

} // namespace dip
