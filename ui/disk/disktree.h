#pragma once

#include "ui/disk/diskfacts.h"

namespace dip::ui {

/// What a picture of the disk is drawn from: the cache's files as boxes in boxes, every byte in one place.
/// What one image needs alone is its box; what several need is a box of its own beside theirs, in their
/// repository or, where they are of several, in a region for all.
class DiskTree final
{
public:
    enum class Kind : quint8 { Root, Repository, Image, SharedRegion, Shared };
    struct Node
    {
        Kind kind = Kind::Root;
        int subject = -1; ///< the repository, the image, or the group of DiskFacts
        int parent = -1;
        int firstChild = 0; ///< children lie one after the other, the biggest first
        int childCount = 0;
        qint64 bytes = 0; ///< of its children, where it has any; more than none
    };

    /// What is seen: everything, what several repositories share, or one repository.
    struct View
    {
        enum class Scope : quint8 { Everything, Shared, Repository };
        Scope scope = Scope::Everything;
        int repository = -1;
        friend bool operator==(const View &, const View &) = default;
    };

    DiskTree() = default;
    DiskTree(const DiskFacts &facts, const View &view);

    /// The first is the root; parents come before their children.
    [[nodiscard]] const QList<Node> &nodes() const { return m_nodes; }
    [[nodiscard]] const Node &operator[](int node) const { return m_nodes[node]; }
    [[nodiscard]] bool isLeaf(int node) const
    {
        return m_nodes[node].kind == Kind::Image || m_nodes[node].kind == Kind::Shared;
    }
    [[nodiscard]] int nodeOfImage(int image) const { return m_ofImage.value(image, -1); }
    [[nodiscard]] int nodeOfGroup(int group) const { return m_ofGroup.value(group, -1); }
    /// What a node stands for: an image, or all below it or that need it.
    [[nodiscard]] QList<int> imagesOf(const DiskFacts &facts, int node) const;

private:
    struct Draft;
    void add(int parent, Draft draft);

    QList<Node> m_nodes;
    QHash<int, int> m_ofImage;
    QHash<int, int> m_ofGroup;
};

} // namespace dip::ui
