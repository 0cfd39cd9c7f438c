#include "app/cli/commands/commands.h"
#include "app/cli/displaywidth.h"
#include "app/cli/signin.h"
#include "core/registry/registryclient.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace dip::cli {

namespace {

struct Check
{
    Q_DECLARE_TR_FUNCTIONS(Check)
};

QString stepText(CheckStep::Kind kind)
{
    switch (kind) {
    case CheckStep::Kind::Resolve:
        return Check::tr("Find the host");
    case CheckStep::Kind::Connect:
        return Check::tr("Connect");
    case CheckStep::Kind::Tls:
        return Check::tr("Encrypt (TLS)");
    case CheckStep::Kind::Api:
        return Check::tr("Registry answers at /v2/");
    case CheckStep::Kind::Authenticate:
        break;
    }
    return Check::tr("Sign in");
}

QString stepName(CheckStep::Kind kind)
{
    switch (kind) {
    case CheckStep::Kind::Resolve:
        return QStringLiteral("resolve");
    case CheckStep::Kind::Connect:
        return QStringLiteral("connect");
    case CheckStep::Kind::Tls:
        return QStringLiteral("tls");
    case CheckStep::Kind::Api:
        return QStringLiteral("api");
    case CheckStep::Kind::Authenticate:
        break;
    }
    return QStringLiteral("authenticate");
}

QString ladder(const QList<CheckStep> &steps, int width)
{
    int nameWidth = 0;
    for (const CheckStep &step : steps)
        nameWidth = std::max(nameWidth, displayWidth(stepText(step.kind)));
    QString text;
    for (const CheckStep &step : steps) {
        const QString mark = step.error ? QStringLiteral("✗") : QStringLiteral("✓");
        const QString state = step.error ? Check::tr("failed") : Check::tr("ok");
        QString line = mark + u' ' + padded(stepText(step.kind), nameWidth) + QLatin1String("  ") + state;
        if (!step.detail.isEmpty())
            line += QLatin1String("  ") + elided(step.detail, std::max(10, width - displayWidth(line) - 2));
        text += line + u'\n';
    }
    return text;
}

QJsonArray ladderJson(const QList<CheckStep> &steps)
{
    QJsonArray array;
    for (const CheckStep &step : steps) {
        QJsonObject object{{QStringLiteral("step"), stepName(step.kind)},
                           {QStringLiteral("ok"), !step.error.has_value()},
                           {QStringLiteral("detail"), step.detail}};
        if (step.error)
            object[QStringLiteral("error")] = failureJson(*step.error);
        array.append(object);
    }
    return array;
}

} // namespace

CommandResult run(const CheckOptions &options, CommandContext &context)
{
    CommandResult result;
    const auto registry = openRegistry(options.registry, {}, context);
    if (!registry) {
        result.failure = registry.error();
        return result;
    }
    RegistryClient client(*registry, context.progress, context.stop);
    const QList<CheckStep> steps = client.check();
    result.text = (*registry)->settings().address.url().toString() + u'\n' + ladder(steps, context.width);
    result.json = {{QStringLiteral("registry"), (*registry)->host()},
                   {QStringLiteral("steps"), ladderJson(steps)}};
    if (!steps.isEmpty() && steps.last().error)
        result.failure = *steps.last().error;
    return result;
}

} // namespace dip::cli
