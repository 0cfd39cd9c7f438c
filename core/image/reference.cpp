#include "core/image/reference.h"

#include <QRegularExpression>

namespace dip {

namespace {

constexpr qsizetype longestRepository = 255;

QString shown(QStringView text)
{
    return text.left(200).toString();
}

/// The first path component is a host if it could not be part of a repository name, or is "localhost"
/// (the rule that docker itself follows).
bool looksLikeHost(QStringView component)
{
    return component.contains(u'.') || component.contains(u':') || component == QLatin1String("localhost");
}

} // namespace

Result<RepositoryName> RepositoryName::parse(QStringView text)
{
    static const QRegularExpression grammar(QStringLiteral(
        R"(\A[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*\z)"));
    if (text.size() > longestRepository || !grammar.matchView(text).hasMatch())
        return fail(
            ErrorCode::InvalidArgument,
            QStringLiteral("a repository is made of lower-case letters, digits and . _ - between slashes"),
            shown(text));
    return RepositoryName(text.toString());
}

Result<Reference> Reference::parse(QStringView text)
{
    static const QRegularExpression tagGrammar(QStringLiteral(R"(\A[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}\z)"));
    if (text.contains(u':')) {
        auto digest = Digest::parse(text);
        if (!digest)
            return fail(ErrorCode::InvalidArgument, digest.error().detail, shown(text));
        return Reference(text.toString(), *digest);
    }
    if (!tagGrammar.matchView(text).hasMatch())
        return fail(
            ErrorCode::InvalidArgument,
            QStringLiteral(
                "a tag is made of up to 128 letters, digits and _ . - and begins with none of . and -"),
            shown(text));
    return Reference(text.toString(), std::nullopt);
}

Result<ImageName> ImageName::parse(QStringView text)
{
    if (const qsizetype at = text.indexOf(u'@'); at >= 0) {
        QStringView repository = text.first(at);
        if (const qsizetype colon = repository.indexOf(u':'); colon >= 0)
            repository = repository.first(colon); // repository:tag@digest: the digest decides
        return parse(repository, text.sliced(at + 1));
    }
    if (const qsizetype colon = text.indexOf(u':'); colon >= 0)
        return parse(text.first(colon), text.sliced(colon + 1));
    return parse(text, u"latest");
}

Result<ImageName> ImageName::parse(QStringView repositoryText, QStringView referenceText)
{
    auto repository = RepositoryName::parse(repositoryText);
    if (!repository)
        return failure(repository);
    auto reference = Reference::parse(referenceText);
    if (!reference)
        return failure(reference);
    return ImageName{std::move(*repository), std::move(*reference)};
}

QString ImageName::toString() const
{
    return repository.toString() + (reference.isDigest() ? u'@' : u':') + reference.toString();
}

QString ImageName::indexKey() const
{
    return repository.toString() + u'/' + reference.toString();
}

Result<QualifiedName> QualifiedName::parse(QStringView text)
{
    QString host;
    QStringView rest = text;
    if (const qsizetype slash = text.indexOf(u'/'); slash > 0 && looksLikeHost(text.first(slash))) {
        host = text.first(slash).toString();
        rest = text.sliced(slash + 1);
    }
    auto name = ImageName::parse(rest);
    if (!name)
        return fail(ErrorCode::InvalidArgument, name.error().detail, shown(text));
    return QualifiedName{std::move(host), std::move(*name)};
}

} // namespace dip
