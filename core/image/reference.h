#pragma once

#include "core/image/digest.h"

#include <optional>

namespace dip {

/// The name of a repository, without registry: lower-case path components (OCI distribution-spec, Pulling
/// manifests: <name>), at most 255 characters. Always valid.
class RepositoryName final
{
public:
    [[nodiscard]] static Result<RepositoryName> parse(QStringView text); ///< InvalidArgument
    [[nodiscard]] const QString &toString() const { return m_text; }
    friend auto operator<=>(const RepositoryName &, const RepositoryName &) = default;

private:
    explicit RepositoryName(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

/// What a manifest is asked for by: a tag or a digest (OCI distribution-spec: <reference>). Always valid.
class Reference final
{
public:
    [[nodiscard]] static Result<Reference> parse(QStringView text); ///< InvalidArgument
    [[nodiscard]] static Reference fromDigest(const Digest &digest)
    {
        return Reference(digest.toString(), digest);
    }

    [[nodiscard]] const QString &toString() const { return m_text; }
    [[nodiscard]] const std::optional<Digest> &digest() const { return m_digest; }
    [[nodiscard]] bool isDigest() const { return m_digest.has_value(); }

    friend bool operator==(const Reference &a, const Reference &b) { return a.m_text == b.m_text; }
    friend auto operator<=>(const Reference &a, const Reference &b) { return a.m_text <=> b.m_text; }

private:
    Reference(QString text, std::optional<Digest> digest)
        : m_text(std::move(text)), m_digest(std::move(digest))
    {}
    QString m_text;
    std::optional<Digest> m_digest;
};

/// Repository and reference, the name of an image in the cache and in one registry.
struct ImageName
{
    RepositoryName repository;
    Reference reference;

    /// "repository:tag" or "repository@sha256:…"; without either the tag is "latest". InvalidArgument.
    [[nodiscard]] static Result<ImageName> parse(QStringView text);
    [[nodiscard]] static Result<ImageName> parse(QStringView repository, QStringView reference);

    [[nodiscard]] QString toString() const; ///< "repository:tag" or "repository@sha256:…"
    [[nodiscard]] QString indexKey() const; ///< "repository/reference", the key in index.json

    friend auto operator<=>(const ImageName &, const ImageName &) = default;
};

/// An image name as docker writes it, which may begin with a registry's host: "harbor.cn:8443/prod/web:2.1",
/// "docker.io/library/nginx:1.25", "nginx".
struct QualifiedName
{
    QString host; ///< as written, empty where the name has none
    ImageName name;

    [[nodiscard]] static Result<QualifiedName> parse(QStringView text); ///< InvalidArgument
};

} // namespace dip
