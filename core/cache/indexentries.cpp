#include "core/cache/indexentries.h"

#include "core/base/parallel.h"
#include "core/cache/indexentry.h"

namespace dip::indexentry {

namespace {

constexpr qsizetype entriesAtOnce = 250;

struct Part
{
    qsizetype begin;
    qsizetype end;
    Entries entries;
};

void readPart(const IndexDocument &index, Part &part)
{
    TextPool pool;
    part.entries.images.reserve(part.end - part.begin);
    for (qsizetype i = part.begin; i < part.end; ++i) {
        auto image = parse(index.key(i), index.value(i), pool);
        if (image)
            part.entries.images.append(std::move(*image));
        else
            part.entries.unreadable.append({i, std::move(image.error())});
    }
}

} // namespace

Entries readAll(const IndexDocument &index)
{
    std::vector<Part> parts;
    for (qsizetype begin = 0; begin < index.size(); begin += entriesAtOnce)
        parts.push_back({begin, std::min(begin + entriesAtOnce, index.size()), {}});
    forEachInParallel(parts, 2, [&](Part &part) { readPart(index, part); });
    Entries all;
    all.images.reserve(index.size());
    for (Part &part : parts) {
        std::ranges::move(part.entries.images, std::back_inserter(all.images));
        all.unreadable.append(part.entries.unreadable);
        part.entries = {};
    }
    std::ranges::sort(all.images, {}, &CachedImage::name);
    return all;
}

} // namespace dip::indexentry
