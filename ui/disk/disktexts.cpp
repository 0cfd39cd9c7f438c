#include "ui/disk/disktexts.h"

#include <QCoreApplication>

#include "ui/look/format.h"

namespace dip::ui {

namespace {

constexpr qsizetype mostNames = 8;

struct DiskTexts
{
    Q_DECLARE_TR_FUNCTIONS(DiskTexts)
};

QString imageDetails(const DiskFacts &facts, int image)
{
    const CacheUsage::Share &share = facts.usage.share(image);
    QStringList lines{
        facts.usage.images()[image].toString(),
        DiskTexts::tr("%1 in all, %2 of it shared with others. Deleting only this frees %3.")
            .arg(formatBytes(share.total), formatBytes(share.shared), formatBytes(share.unique))};
    if (facts.images[image].lastActivity.isValid())
        lines.append(DiskTexts::tr("Last used: %1").arg(formatWhen(facts.images[image].lastActivity)));
    if (facts.images[image].pinned)
        lines.append(DiskTexts::tr("Pinned: cleaning leaves it alone."));
    return lines.join(u'\n');
}

QString groupDetails(const DiskFacts &facts, int group)
{
    const DiskFacts::Group &shared = facts.groups[group];
    const int files = int(shared.files.size());
    const int images = int(shared.images.size());
    QStringList lines{
        DiskTexts::tr("%n file(s), %1, there once and needed by all of these images:", nullptr, files)
            .arg(formatBytes(shared.bytes))};
    for (const int image : shared.images.first(std::min<qsizetype>(images, mostNames)))
        lines.append(facts.usage.images()[image].toString());
    if (const int more = images - int(mostNames); more > 0)
        lines.append(DiskTexts::tr("and %n more", "images", more));
    return lines.join(u'\n');
}

} // namespace

QString viewTitle(const DiskFacts &facts, const DiskTree::View &view)
{
    switch (view.scope) {
    case DiskTree::View::Scope::Repository:
        return facts.repositories[view.repository];
    case DiskTree::View::Scope::Shared:
        return DiskTexts::tr("Shared by several repositories");
    case DiskTree::View::Scope::Everything:
        break;
    }
    return DiskTexts::tr("All repositories");
}

QString nodeName(const DiskFacts &facts, const DiskTree::Node &node)
{
    switch (node.kind) {
    case DiskTree::Kind::Image:
        return facts.shortName(node.subject);
    case DiskTree::Kind::Repository:
        return facts.repositories[node.subject];
    case DiskTree::Kind::Shared: {
        const int images = int(facts.groups[node.subject].images.size());
        return DiskTexts::tr("Shared by %n", "images", images);
    }
    case DiskTree::Kind::SharedRegion:
        return DiskTexts::tr("Shared by several", "repositories");
    case DiskTree::Kind::Root:
        break;
    }
    return {};
}

QString nodeDetails(const DiskFacts &facts, const DiskTree &tree, int node)
{
    const DiskTree::Node &box = tree[node];
    if (box.kind == DiskTree::Kind::Image)
        return imageDetails(facts, box.subject);
    if (box.kind == DiskTree::Kind::Shared)
        return groupDetails(facts, box.subject);
    const int images = int(tree.imagesOf(facts, node).size());
    const QString hint = u'\n' + DiskTexts::tr("A double click, or Enter, shows this alone.");
    if (box.kind == DiskTree::Kind::Repository)
        return facts.repositories[box.subject] + u'\n' +
               DiskTexts::tr("%n image(s), %1 that no other repository needs", nullptr, images)
                   .arg(formatBytes(box.bytes)) +
               hint;
    return nodeName(facts, box) + u'\n' +
           DiskTexts::tr("%1, needed by %n image(s)", nullptr, images).arg(formatBytes(box.bytes)) + hint;
}

} // namespace dip::ui
