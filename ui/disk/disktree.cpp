#include "ui/disk/disktree.h"

#include <algorithm>

namespace dip::ui {

struct DiskTree::Draft
{
    Kind kind = Kind::Root;
    int subject = -1;
    qint64 bytes = 0;
    std::vector<Draft> children{};

    void take(Draft child)
    {
        if (child.bytes <= 0)
            return;
        bytes += child.bytes;
        children.push_back(std::move(child));
    }
};

DiskTree::DiskTree(const DiskFacts &facts, const View &view)
{
    using Scope = View::Scope;
    const auto repositoryDraft = [&facts](int repository, Kind kind) {
        Draft draft{kind, repository};
        for (int image = facts.firstImage(repository); image < facts.ends[repository]; ++image)
            draft.take({Kind::Image, image, facts.own[image]});
        return draft;
    };
    Draft root;
    std::vector<Draft> repositories;
    if (view.scope == Scope::Repository) {
        root = repositoryDraft(view.repository, Kind::Root);
    } else if (view.scope == Scope::Everything) {
        for (int i = 0; i < facts.repositories.size(); ++i)
            repositories.push_back(repositoryDraft(i, Kind::Repository));
    }
    Draft elsewhere{Kind::SharedRegion};
    const auto isOfView = [&facts, &view](int image) {
        return facts.repositoryOf[image] == view.repository;
    };
    for (int i = 0; i < facts.groups.size(); ++i) {
        const DiskFacts::Group &group = facts.groups[i];
        const Draft block{Kind::Shared, i, group.bytes};
        if (group.repository >= 0 && view.scope == Scope::Everything)
            repositories[size_t(group.repository)].take(block);
        else if (group.repository >= 0 && group.repository == view.repository)
            root.take(block);
        else if (group.repository < 0 &&
                 (view.scope != Scope::Repository || std::ranges::any_of(group.images, isOfView)))
            (view.scope == Scope::Shared ? root : elsewhere).take(block);
    }
    for (Draft &repository : repositories)
        root.take(std::move(repository));
    root.take(std::move(elsewhere));
    root.kind = Kind::Root;
    m_nodes.append({Kind::Root, view.repository, -1, 0, 0, root.bytes});
    add(0, std::move(root));
}

/// Children first, then theirs, so that siblings lie one after the other.
void DiskTree::add(int parent, Draft draft)
{
    std::ranges::stable_sort(draft.children, std::ranges::greater(), &Draft::bytes);
    const int first = int(m_nodes.size());
    m_nodes[parent].firstChild = first;
    m_nodes[parent].childCount = int(draft.children.size());
    for (const Draft &child : draft.children) {
        if (child.kind == Kind::Image)
            m_ofImage.insert(child.subject, int(m_nodes.size()));
        else if (child.kind == Kind::Shared)
            m_ofGroup.insert(child.subject, int(m_nodes.size()));
        m_nodes.append({child.kind, child.subject, parent, 0, 0, child.bytes});
    }
    for (size_t i = 0; i < draft.children.size(); ++i) {
        if (!draft.children[i].children.empty())
            add(first + int(i), std::move(draft.children[i]));
    }
}

QList<int> DiskTree::imagesOf(const DiskFacts &facts, int node) const
{
    const Node &box = m_nodes[node];
    switch (box.kind) {
    case Kind::Image:
        return {box.subject};
    case Kind::Shared:
        return facts.groups[box.subject].images;
    case Kind::Repository:
        return facts.imagesOf(box.subject);
    case Kind::Root:
    case Kind::SharedRegion:
        break;
    }
    QList<int> images;
    for (int child = box.firstChild; child < box.firstChild + box.childCount; ++child)
        images += imagesOf(facts, child);
    std::ranges::sort(images);
    const auto surplus = std::ranges::unique(images);
    images.erase(surplus.begin(), surplus.end());
    return images;
}

} // namespace dip::ui
