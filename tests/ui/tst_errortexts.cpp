#include <QSet>
#include <QtTest>

#include "ui/errortext.h"

using namespace dip;
using namespace dip::ui;

/// Every failure has a sentence, a next step, and a name that can be searched for.
class TestErrorTexts final : public QObject
{
    Q_OBJECT

private slots:
    void everyFailureHasAWayOn_data();
    void everyFailureHasAWayOn();
    void stepsHaveNames();
    void rightStepsAreOffered_data();
    void rightStepsAreOffered();
    void reportsHoldNoSecrets();
};

namespace {

Error error(ErrorCode code, int httpStatus = 0)
{
    return {code, QStringLiteral("the server said no"), QStringLiteral("harbor.cn"), httpStatus, {}, {}};
}

} // namespace

void TestErrorTexts::everyFailureHasAWayOn_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (int code = 0; code <= int(ErrorCode::Internal); ++code)
        QTest::addRow("%s", qPrintable(errorCodeName(ErrorCode(code)))) << ErrorCode(code);
}

void TestErrorTexts::everyFailureHasAWayOn()
{
    QFETCH(ErrorCode, code);
    const ErrorText text = explain(error(code));
    QVERIFY(text.sentence.endsWith(u'.'));
    QVERIFY(!text.steps.isEmpty());
    QVERIFY(text.steps.contains(NextStep::CopyReport));
    QVERIFY(errorId(error(code)).startsWith(QLatin1String("E-")));
    QVERIFY(errorReport(error(code)).contains(errorId(error(code))));
}

void TestErrorTexts::stepsHaveNames()
{
    QSet<QString> names;
    for (int step = 0; step <= int(NextStep::CopyReport); ++step) {
        const QString name = nextStepText(NextStep(step));
        QVERIFY(!name.isEmpty());
        names.insert(name);
    }
    QCOMPARE(names.size(), int(NextStep::CopyReport) + 1);
}

void TestErrorTexts::rightStepsAreOffered_data()
{
    QTest::addColumn<Error>("failure");
    QTest::addColumn<QList<NextStep>>("steps");
    QTest::addColumn<QString>("id");
    using Steps = QList<NextStep>;
    QTest::newRow("certificate") << error(ErrorCode::TlsUntrusted)
                                 << Steps{NextStep::TrustCertificate, NextStep::EditRegistry}
                                 << "E-TLS-UNTRUSTED";
    QTest::newRow("denied") << error(ErrorCode::Denied, 403)
                            << Steps{NextStep::SignIn, NextStep::ChangeTarget, NextStep::OpenRegistry}
                            << "E403-DENIED";
    QTest::newRow("deleting is off") << error(ErrorCode::Unsupported, 405) << Steps{NextStep::OpenRegistry}
                                     << "E405-UNSUPPORTED";
    QTest::newRow("too large") << error(ErrorCode::BodyTooLarge, 413)
                               << Steps{NextStep::RetrySmaller, NextStep::CopyForAdmin}
                               << "E413-BODY-TOO-LARGE";
    QTest::newRow("line lost") << error(ErrorCode::ConnectionLost)
                               << Steps{NextStep::Retry, NextStep::RetrySlowly} << "E-CONNECTION-LOST";
    QTest::newRow("quota") << error(ErrorCode::RegistryStorage, 507)
                           << Steps{NextStep::ChangeTarget, NextStep::CopyForAdmin}
                           << "E507-REGISTRY-STORAGE";
    QTest::newRow("archive") << error(ErrorCode::ArchiveTruncated) << Steps{NextStep::ShowFile}
                             << "E-ARCHIVE-TRUNCATED";
    QTest::newRow("disk") << error(ErrorCode::DiskFull)
                          << Steps{NextStep::CleanCache, NextStep::ChooseCache, NextStep::PushWithoutCache}
                          << "E-DISK-FULL";
}

void TestErrorTexts::rightStepsAreOffered()
{
    QFETCH(Error, failure);
    QFETCH(QList<NextStep>, steps);
    const ErrorText text = explain(failure);
    for (const NextStep step : steps)
        QVERIFY2(text.steps.contains(step), qPrintable(nextStepText(step)));
    QTEST(errorId(failure), "id");
}

void TestErrorTexts::reportsHoldNoSecrets()
{
    Error failure = error(ErrorCode::ServerFailed, 500);
    failure.detail = QStringLiteral("Authorization: Bearer abcdefgh123");
    QVERIFY(!errorReport(failure).contains(QLatin1String("abcdefgh123")));
    QVERIFY(!textForAdmin(failure).contains(QLatin1String("abcdefgh123")));
}

QTEST_GUILESS_MAIN(TestErrorTexts)
#include "tst_errortexts.moc"
