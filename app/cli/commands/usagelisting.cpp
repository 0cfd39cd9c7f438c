#include "app/cli/commands/usagelisting.h"

#include "app/cli/commands/imagedetails.h"
#include "app/cli/sizes.h"
#include "app/cli/table.h"

#include <QCoreApplication>

namespace dip::cli {

namespace {

struct Usage
{
    Q_DECLARE_TR_FUNCTIONS(UsageListing)
};

/// A name without the 64 digits that tell nothing here.
QString shortName(const ImageName &name)
{
    if (!name.reference.isDigest())
        return name.toString();
    return name.repository.toString() + u'@' + name.reference.digest()->shortHex();
}

void addHeap(Table &table, const QString &name, const CacheUsage::Heap &heap)
{
    if (heap.files > 0)
        table.addRow({name, Usage::tr("%n file(s)", nullptr, heap.files), sizeText(heap.bytes)});
}

QJsonObject heapJson(const CacheUsage::Heap &heap)
{
    return {{QStringLiteral("files"), heap.files}, {QStringLiteral("bytes"), heap.bytes}};
}

QString restText(const CacheUsage::Rest &rest, int width)
{
    Table table(
        {{Usage::tr("BESIDES")}, {Usage::tr("FILES"), Align::Right}, {Usage::tr("SIZE"), Align::Right}});
    addHeap(table, Usage::tr("No image refers to it"), rest.unreferenced);
    addHeap(table, Usage::tr("Unfinished downloads and the like"), rest.unfinished);
    addHeap(table, Usage::tr("Notes of unfinished uploads"), rest.uploads);
    addHeap(table, Usage::tr("In use by running transfers"), rest.inTransfer);
    addHeap(table, Usage::tr("Trash"), rest.trash);
    return table.isEmpty() ? QString() : u'\n' + table.text(width);
}

} // namespace

QString usageText(const CacheUsage &usage, const QList<CachedImage> &images, int width)
{
    if (images.isEmpty())
        return restText(usage.rest(), width);
    Table table({{Usage::tr("IMAGE")},
                 {Usage::tr("SIZE"), Align::Right},
                 {Usage::tr("SHARED"), Align::Right},
                 {Usage::tr("UNIQUE"), Align::Right},
                 {Usage::tr("LAST USED")},
                 {Usage::tr("PINNED")}});
    for (const CachedImage &image : images) {
        const qsizetype index = usage.indexOf(image.name);
        const CacheUsage::Share share = index < 0 ? CacheUsage::Share() : usage.share(index);
        table.addRow({shortName(image.name), sizeText(share.total), sizeText(share.shared),
                      sizeText(share.unique), dateText(image.lastActivity()).first(10),
                      image.pinned ? Usage::tr("yes") : QString()});
    }
    const int count = static_cast<int>(images.size());
    return table.text(width) +
           Usage::tr("%n image(s), %1 on the disk; the removal of one frees what is unique to it.", nullptr,
                     count)
               .arg(sizeText(usage.bytes())) +
           u'\n' + restText(usage.rest(), width);
}

QJsonObject shareJson(const CacheUsage::Share &share)
{
    return {{QStringLiteral("total"), share.total},
            {QStringLiteral("shared"), share.shared},
            {QStringLiteral("unique"), share.unique}};
}

QJsonObject usageJson(const CacheUsage &usage)
{
    const CacheUsage::Rest &rest = usage.rest();
    return {{QStringLiteral("images"), usage.bytes()},
            {QStringLiteral("unreferenced"), heapJson(rest.unreferenced)},
            {QStringLiteral("unfinished"), heapJson(rest.unfinished)},
            {QStringLiteral("uploads"), heapJson(rest.uploads)},
            {QStringLiteral("in_transfer"), heapJson(rest.inTransfer)},
            {QStringLiteral("trash"), heapJson(rest.trash)}};
}

} // namespace dip::cli
