#include "ui/push/deliverylist.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

#include "core/base/files.h"
#include "core/image/platform.h"

namespace dip::ui {

namespace {

const QString formatName = QStringLiteral("docker-image-pusher delivery list");
constexpr int version = 1;
constexpr qint64 largestFile = 16 * 1024 * 1024;

constexpr std::array paths{
    std::pair{PushRule::Path::Keep, QLatin1StringView("keep")},
    std::pair{PushRule::Path::Prefix, QLatin1StringView("prefix")},
    std::pair{PushRule::Path::Flatten, QLatin1StringView("flatten")},
    std::pair{PushRule::Path::Replace, QLatin1StringView("replace")},
    std::pair{PushRule::Path::Regex, QLatin1StringView("regex")},
};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryList)
};

std::unexpected<Error> wrong(const QString &what)
{
    return fail(ErrorCode::InvalidArgument, what);
}

QJsonObject ruleToJson(const PushRule &rule)
{
    const auto path = std::ranges::find(paths, rule.path, [](const auto &entry) { return entry.first; });
    return {{QStringLiteral("names"), QString(path->second)},
            {QStringLiteral("project"), rule.project},
            {QStringLiteral("find"), rule.find},
            {QStringLiteral("replacement"), rule.replacement},
            {QStringLiteral("tag"), rule.tag}};
}

Result<PushRule> ruleFromJson(const QJsonObject &json)
{
    PushRule rule;
    const QString name = json[u"names"].toString(QStringLiteral("keep"));
    const auto path = std::ranges::find(paths, name, [](const auto &entry) { return QString(entry.second); });
    if (path == paths.end())
        return wrong(Texts::tr("there is no rule \"%1\"").arg(name));
    rule.path = path->first;
    rule.project = json[u"project"].toString();
    rule.find = json[u"find"].toString();
    rule.replacement = json[u"replacement"].toString();
    rule.tag = json[u"tag"].toString(rule.tag);
    if (const QString problem = rule.regexProblem(); !problem.isEmpty())
        return wrong(Texts::tr("the rule's expression is wrong: %1").arg(problem));
    return rule;
}

Result<DeliveryList::Entry> entryFromJson(const QJsonValue &value, qsizetype number)
{
    const QString image = value[u"image"].toString();
    auto name = ImageName::parse(image);
    if (!name)
        return wrong(Texts::tr("image %1 has no valid name: \"%2\"").arg(number).arg(image));
    const QString target = value[u"target"].toString();
    if (!target.isEmpty() && !ImageName::parse(target))
        return wrong(Texts::tr("image %1 has no valid target: \"%2\"").arg(number).arg(target));
    return DeliveryList::Entry{*name, target};
}

Result<QJsonObject> readHead(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull())
        return wrong(Texts::tr("it is not JSON (byte %1)").arg(error.offset));
    const QJsonObject json = document.object();
    if (json[u"format"].toString() != formatName)
        return wrong(Texts::tr("it is not a delivery list"));
    const int given = json[u"version"].toInt();
    if (given < 1)
        return wrong(Texts::tr("it has no version"));
    if (given > version)
        return fail(ErrorCode::Unsupported,
                    Texts::tr("it was made by a newer program (version %1)").arg(given));
    return json;
}

} // namespace

QByteArray DeliveryList::toJson() const
{
    QJsonArray list;
    for (const Entry &entry : images) {
        QJsonObject json{{QStringLiteral("image"), entry.image.toString()}};
        if (!entry.target.isEmpty())
            json.insert(QStringLiteral("target"), entry.target);
        list.append(json);
    }
    const QJsonObject json{{QStringLiteral("format"), formatName},
                           {QStringLiteral("version"), version},
                           {QStringLiteral("registry"), registry},
                           {QStringLiteral("rule"), ruleToJson(rule)},
                           {QStringLiteral("platforms"), QJsonArray::fromStringList(platforms)},
                           {QStringLiteral("images"), list}};
    return QJsonDocument(json).toJson();
}

Result<DeliveryList> DeliveryList::fromJson(const QByteArray &bytes)
{
    auto json = readHead(bytes);
    if (!json)
        return failure(json);
    DeliveryList list;
    list.registry = (*json)[u"registry"].toString();
    auto rule = ruleFromJson((*json)[u"rule"].toObject());
    if (!rule)
        return failure(rule);
    list.rule = *rule;
    for (const auto &text : (*json)[u"platforms"].toArray()) {
        if (!Platform::parse(text.toString()))
            return wrong(Texts::tr("\"%1\" is no platform").arg(text.toString()));
        list.platforms.append(text.toString());
    }
    for (const auto &value : (*json)[u"images"].toArray()) {
        auto entry = entryFromJson(value, list.images.size() + 1);
        if (!entry)
            return failure(entry);
        list.images.append(*entry);
    }
    if (list.images.isEmpty())
        return wrong(Texts::tr("it names no image"));
    return list;
}

Result<void> DeliveryList::save(const QString &file) const
{
    return files::writeAtomically(file, toJson());
}

Result<DeliveryList> DeliveryList::load(const QString &file)
{
    const auto bytes = files::readAll(file, largestFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto list = fromJson(*bytes);
    if (!list)
        list.error().where = file;
    return list;
}

} // namespace dip::ui
