#include "ui/push/pushrule.h"

#include <QDate>
#include <QRegularExpression>

namespace dip::ui {

namespace {

QString inProject(const QString &project, const QString &repository)
{
    QString into = project.trimmed();
    while (into.endsWith(u'/'))
        into.chop(1);
    return into.isEmpty() ? repository : into + u'/' + repository;
}

QString renamed(const PushRule &rule, QString repository)
{
    using enum PushRule::Path;
    switch (rule.path) {
    case Keep:
        break;
    case Prefix:
        return inProject(rule.project, repository);
    case Flatten:
        return inProject(rule.project, repository.section(u'/', -1));
    case Replace:
        if (!rule.find.isEmpty())
            repository.replace(rule.find, rule.replacement);
        break;
    case Regex:
        if (const QRegularExpression expression(rule.find); !rule.find.isEmpty() && expression.isValid())
            repository.replace(expression, rule.replacement);
        break;
    }
    return repository;
}

} // namespace

PushRule PushRule::below(const QString &project)
{
    return {.path = project.isEmpty() ? Path::Keep : Path::Prefix, .project = project};
}

QString PushRule::apply(const ImageName &name) const
{
    const QString repository = renamed(*this, name.repository.toString());
    if (name.reference.isDigest())
        return repository + u'@' + name.reference.toString();
    QString text = tag.trimmed().isEmpty() ? QStringLiteral("{tag}") : tag.trimmed();
    text.replace(QLatin1String("{tag}"), name.reference.toString());
    text.replace(QLatin1String("{date}"), QDate::currentDate().toString(QStringLiteral("yyyyMMdd")));
    return repository + u':' + text;
}

QString PushRule::regexProblem() const
{
    if (path != Path::Regex)
        return {};
    const QRegularExpression expression(find);
    return expression.isValid() ? QString() : expression.errorString();
}

} // namespace dip::ui
