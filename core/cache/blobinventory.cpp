#include "core/cache/blobinventory.h"

#include "core/base/parallel.h"

#include <QFileInfo>

#include <filesystem>

namespace dip {

namespace {

struct Found
{
    std::filesystem::directory_entry file;
    Digest digest;
    qint64 size = -1; ///< -1: no regular file
};

void look(Found &found)
{
    std::error_code problem;
    if (found.file.is_symlink(problem) || !found.file.is_regular_file(problem))
        return;
    const auto size = found.file.file_size(problem);
    if (!problem)
        found.size = qint64(size);
}

} // namespace

BlobInventory BlobInventory::read(const CacheFolder &folder)
{
    BlobInventory inventory;
    std::error_code problem;
    std::filesystem::directory_iterator files(QFileInfo(folder.blobs()).filesystemFilePath(), problem);
    std::vector<Found> all;
    for (; !problem && files != std::filesystem::directory_iterator(); files.increment(problem)) {
        if (const auto digest =
                CacheFolder::digestOf(QString::fromStdString(files->path().filename().string())))
            all.push_back({*files, *digest});
    }
    forEachInParallel(all, 1000, look);
    inventory.m_sizes.reserve(qsizetype(all.size()));
    for (const Found &found : all) {
        if (found.size >= 0)
            inventory.m_sizes.insert(found.digest, found.size);
    }
    return inventory;
}

} // namespace dip
