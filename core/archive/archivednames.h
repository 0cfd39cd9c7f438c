#pragma once

#include "core/image/reference.h"

#include <QMap>
#include <QStringList>

namespace dip {

/// The names in a docker-save manifest's RepoTags. What is no name is passed over with a remark.
[[nodiscard]] QList<QualifiedName> namesFromRepoTags(const QStringList &tags, QStringList &remarks);

/// On a descriptor of index.json: an image's exact name, written by our export where the other
/// annotations have no room for it: a name by digest, or one that begins like a host.
inline constexpr QLatin1StringView imageNameAnnotation("io.docker-image-pusher.image-name");

/// The name in a descriptor's annotations: our own, else containerd's full one, else
/// org.opencontainers.image.ref.name (OCI image-spec, Annotations), which may be only a tag; that names no
/// repository, so it gives a remark.
[[nodiscard]] std::optional<QualifiedName> nameFromAnnotations(const QMap<QString, QString> &annotations,
                                                               QStringList &remarks);

/// Appends those that are not there yet.
void mergeNames(QList<QualifiedName> &names, const QList<QualifiedName> &more);

/// Whether all of `some` are among `names`.
[[nodiscard]] bool containsNames(const QList<QualifiedName> &names, const QList<QualifiedName> &some);

} // namespace dip
