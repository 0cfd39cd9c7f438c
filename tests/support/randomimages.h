#pragma once

#include "core/cache/cache.h"
#include "core/transfer/imagetree.h"

#include <QRandomGenerator>

namespace dip::test {

/// Images as chance makes them, of all that a cache may hold: manifests in Docker's and in OCI's format, in
/// any spelling of JSON; indexes; layers that are plain, by gzip and by zstd, shared, empty or there twice;
/// the same content packed otherwise; one image by several names; names that are valid and weird. The seed
/// decides every byte.
class RandomImages final
{
public:
    explicit RandomImages(quint32 seed) : m_random(seed) {}
    Q_DISABLE_COPY_MOVE(RandomImages)

    /// Puts one to `most` images there, and tells their names.
    [[nodiscard]] Result<QList<ImageName>> fill(Cache &cache, int most);

    /// Chance itself, for what a test does with the images.
    [[nodiscard]] QRandomGenerator &chance() { return m_random; }
    [[nodiscard]] bool oneIn(int n) { return m_random.bounded(n) == 0; }

private:
    enum class Packing { Plain, Gzip, Zstd };
    struct Recipe ///< of one platform's image
    {
        QByteArray config;
        QByteArrayList layers; ///< unpacked
        Platform platform;
    };
    struct Built
    {
        ImageTree tree;
        QByteArrayList blobs; ///< configs and layers
    };
    [[nodiscard]] ImageName name(const Digest &digest);
    [[nodiscard]] QByteArray layer();
    [[nodiscard]] Recipe recipe(const Platform &platform);
    [[nodiscard]] Manifest image(const Recipe &recipe, bool isDocker, QByteArrayList &blobs);
    [[nodiscard]] Manifest attestation(const Digest &subject, QByteArrayList &blobs);
    [[nodiscard]] Manifest index(const QList<Manifest> &children, const QList<Platform> &platforms,
                                 bool isDocker);
    [[nodiscard]] Built single();
    [[nodiscard]] Built several(int depth);
    [[nodiscard]] Built built();
    [[nodiscard]] QByteArray json(const QJsonObject &object);
    [[nodiscard]] static QByteArray packed(const QByteArray &bytes, Packing packing);

    QRandomGenerator m_random;
    QByteArrayList m_layers; ///< made so far
    QList<Recipe> m_recipes;
};

/// How often a property is tried, and from which seed on: PROPERTY_ROUNDS and PROPERTY_SEED, or else as
/// usual. Round n has the seed `seed` + n, so one round can be repeated alone.
struct PropertyRounds
{
    explicit PropertyRounds(int usual);
    /// For cleanup(): tells how to repeat the round that failed.
    static void tellIfFailed(quint32 seedOfRound);

    quint32 seed;
    int rounds;
};

} // namespace dip::test
