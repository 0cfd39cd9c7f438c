#include "ui/nextstep.h"

#include <QCoreApplication>

namespace dip::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Errors)

public:
    static QString step(NextStep step);
    static QString trial(NextStep step);
};

QString Texts::step(NextStep step)
{
    switch (step) {
    case NextStep::SignIn:
        return tr("Sign in");
    case NextStep::TrustCertificate:
        return tr("View certificate…");
    case NextStep::AddCaFile:
        return tr("Add CA file…");
    case NextStep::EditRegistry:
        return tr("Edit registry…");
    case NextStep::OpenRegistry:
        return tr("Open registry page");
    case NextStep::ChangeTarget:
        return tr("Choose another target…");
    case NextStep::VerifyAll:
        return tr("Verify all");
    case NextStep::CleanCache:
        return tr("Clean the cache…");
    case NextStep::ChooseCache:
        return tr("Choose cache folder…");
    case NextStep::ShowFile:
        return tr("Show file");
    case NextStep::CopyForAdmin:
        return tr("Copy text for the administrator");
    case NextStep::CopyReport:
        return tr("Copy report");
    default:
        return trial(step);
    }
}

/// Those that go on with the job, or without it.
QString Texts::trial(NextStep step)
{
    switch (step) {
    case NextStep::Retry:
        return tr("Try again");
    case NextStep::RetryNow:
        return tr("Try again now");
    case NextStep::Continue:
        return tr("Continue");
    case NextStep::RetrySmaller:
        return tr("Use smaller pieces and try again");
    case NextStep::RetrySlowly:
        return tr("One layer at a time");
    case NextStep::FetchAgain:
        return tr("Fetch again");
    case NextStep::Skip:
        return tr("Skip");
    default:
        return {};
    }
}

} // namespace

QString nextStepText(NextStep step)
{
    return Texts::step(step);
}

QString nextStepName(NextStep step)
{
    static const QStringList names{
        QStringLiteral("retry"),         QStringLiteral("retry-now"),     QStringLiteral("continue"),
        QStringLiteral("retry-smaller"), QStringLiteral("retry-slowly"),  QStringLiteral("sign-in"),
        QStringLiteral("trust"),         QStringLiteral("add-ca"),        QStringLiteral("edit-registry"),
        QStringLiteral("open-registry"), QStringLiteral("change-target"), QStringLiteral("fetch-again"),
        QStringLiteral("verify-all"),    QStringLiteral("clean-cache"),   QStringLiteral("choose-cache"),
        QStringLiteral("show-file"),     QStringLiteral("skip"),          QStringLiteral("copy-for-admin"),
        QStringLiteral("copy-report")};
    return names.value(int(step));
}

} // namespace dip::ui
