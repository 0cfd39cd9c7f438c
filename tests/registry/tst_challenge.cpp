#include "core/registry/challenge.h"

#include <QTest>

using namespace dip;

class TestChallenge final : public QObject
{
    Q_OBJECT

private slots:
    void parses_data()
    {
        QTest::addColumn<QList<QByteArray>>("headers");
        QTest::addColumn<QStringList>("expected"); // "scheme name=value name=value", names sorted

        const auto row = [](const char *name, const QList<QByteArray> &headers, const QStringList &expected) {
            QTest::newRow(name) << headers << expected;
        };
        row("none", {}, {});
        row("empty", {""}, {});
        row("scheme alone", {"Basic"}, {QStringLiteral("basic")});
        row("basic", {"Basic realm=\"Registry Realm\""}, {QStringLiteral("basic realm=Registry Realm")});
        row("commas in quotes",
            {"Bearer realm=\"https://a.example/token\",service=\"one, "
             "two\",scope=\"repository:a/b:pull,push\""},
            {QStringLiteral(
                "bearer realm=https://a.example/token scope=repository:a/b:pull,push service=one, two")});
        row("spaces everywhere", {"  Bearer   realm = \"x\" ,  service =  \"y\"  "},
            {QStringLiteral("bearer realm=x service=y")});
        row("any case", {"BEARER Realm=\"x\",SERVICE=\"y\""}, {QStringLiteral("bearer realm=x service=y")});
        row("unquoted", {"Bearer realm=https://a.example/token?x=1,service=reg.example:5000"},
            {QStringLiteral("bearer realm=https://a.example/token?x=1 service=reg.example:5000")});
        row("escapes", {"Basic realm=\"a \\\"quoted\\\" \\\\ word\""},
            {QStringLiteral("basic realm=a \"quoted\" \\ word")});
        row("several in one", {"Basic realm=\"a\", Bearer realm=\"b\",service=\"c\""},
            {QStringLiteral("basic realm=a"), QStringLiteral("bearer realm=b service=c")});
        row("scheme without parameters first", {"Negotiate, Basic realm=\"a\""},
            {QStringLiteral("negotiate"), QStringLiteral("basic realm=a")});
        row("token68", {"Negotiate YII=, Basic realm=\"a\"", "NTLM abc=="},
            {QStringLiteral("negotiate yii="), QStringLiteral("basic realm=a"),
             QStringLiteral("ntlm abc==")});
        row("several headers", {"Basic realm=\"a\"", "Bearer realm=\"b\""},
            {QStringLiteral("basic realm=a"), QStringLiteral("bearer realm=b")});
        row("empty elements", {",, Basic realm=\"a\",, charset=\"UTF-8\","},
            {QStringLiteral("basic charset=UTF-8 realm=a")});
        row("the first of a repeated name", {"Bearer realm=\"a\",realm=\"b\""},
            {QStringLiteral("bearer realm=a")});
        row("unfinished quote", {"Bearer realm=\"a"}, {QStringLiteral("bearer realm=a")});
        row("junk", {"\")=;\"Basic realm=\"a\""}, {QStringLiteral("basic realm=a")});
        row("a comma inside a value begins no scheme",
            {"Bearer error=\"insufficient_scope, Basic realm=evil\",realm=\"b\""},
            {QStringLiteral("bearer error=insufficient_scope, Basic realm=evil realm=b")});
    }

    void parses()
    {
        QFETCH(QList<QByteArray>, headers);
        QFETCH(QStringList, expected);
        QStringList found;
        for (const auto &challenge : parseChallenges(headers)) {
            QStringList parts;
            for (const auto &[name, value] : challenge.parameters.asKeyValueRange())
                parts << QString::fromLatin1(name) + u'=' + value;
            parts.sort();
            found << (QStringList(QString::fromLatin1(challenge.scheme)) + parts).join(u' ');
        }
        QCOMPARE(found, expected);
    }

    void chooses_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("scheme");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("unknown") << QByteArrayLiteral("Negotiate, Digest realm=\"a\"") << QByteArray();
        QTest::newRow("basic") << QByteArrayLiteral("Negotiate, Basic realm=\"a\"")
                               << QByteArrayLiteral("basic");
        QTest::newRow("bearer") << QByteArrayLiteral("Basic realm=\"a\", Bearer realm=\"b\"")
                                << QByteArrayLiteral("bearer");
        QTest::newRow("bearer without realm")
            << QByteArrayLiteral("Bearer service=\"a\", Basic realm=\"b\"") << QByteArrayLiteral("basic");
    }

    void chooses()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, scheme);
        const auto chosen = chooseChallenge(parseChallenges({header}));
        QCOMPARE(chosen ? chosen->scheme : QByteArray(), scheme);
    }
};

QTEST_GUILESS_MAIN(TestChallenge)
#include "tst_challenge.moc"
