#include "core/cache/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace dip;

class TestJsonReader final : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithQt_data();
    void agreesWithQt();
    void readsMembers();
    void wrongTypesFail();
    void stringsThereAndBack_data();
    void stringsThereAndBack();
    void nothingIsReadAfterAFailure();
    void depthIsBounded();
};

void TestJsonReader::agreesWithQt_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("valid");
    const auto rows = [](bool valid, const QByteArrayList &list) {
        for (const QByteArray &json : list)
            QTest::newRow(json.isEmpty() ? "(empty)" : json.constData()) << json << valid;
    };
    rows(true, {"{}", "[]", "[1,2]", " [ 1 , {\"a\" : [ ] } ] \n", "[0,-1,1.5,-0.5e3,1E+2]",
                R"(["\n\u00e9\\\"\/"])", "[true,false,null]", R"({"a":{"b":{"c":[{}]}}})", R"({"":1})"});
    rows(false, {"",         "[",     "{",       "[1",       "[1,",        "[1,]",
                 "[,1]",     "{,}",   "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}",
                 "{1:1}",    "[01]",  "[1.]",    "[.5]",     "[-]",        "[1e]",
                 "[+1]",     "[tru]", "[nul]",   "[\"a]",    "[\"\\x\"]",  "[\"\\u12g4\"]",
                 "[\"\\u12", "[1]]",  "[1] 2",   "{}{}",     "[1 2]",      "{\"a\":1 \"b\":2}",
                 "[\"\n\"]", "['a']", "[NaN]",   "{]",       "[}"});
}

void TestJsonReader::agreesWithQt()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, valid);
    JsonReader reader(json);
    reader.value();
    QCOMPARE(reader.atEnd(), valid);
    QCOMPARE(reader.failed() || !reader.atEnd(), !valid);
    // Qt lets control characters in strings and other sloppiness pass, but never refuses what is right.
    QVERIFY(!valid || !QJsonDocument::fromJson(json).isNull());
}

void TestJsonReader::readsMembers()
{
    const QByteArray json =
        R"( {"text": "a\"b", "number": -42, "yes": true, "list": ["x", "y"], "rest": {"k": [1, 2]}, "empty": {}} )";
    JsonReader reader(json);
    QByteArrayView key;
    QVERIFY(reader.beginObject());
    QVERIFY(reader.nextMember(key));
    QCOMPARE(key, "text");
    QCOMPARE(JsonReader::decoded(*reader.rawString()), QStringLiteral("a\"b"));
    QVERIFY(reader.nextMember(key));
    QCOMPARE(reader.integer(), std::optional<qint64>(-42));
    QVERIFY(reader.nextMember(key));
    QCOMPARE(reader.boolean(), std::optional(true));
    QVERIFY(reader.nextMember(key));
    QVERIFY(reader.beginArray());
    QByteArrayList elements;
    while (reader.nextElement())
        elements.append(reader.rawString()->toByteArray());
    QCOMPARE(elements, QByteArrayList({"x", "y"}));
    QVERIFY(reader.nextMember(key));
    QCOMPARE(key, "rest");
    QCOMPARE(reader.value(), R"({"k": [1, 2]})");
    QVERIFY(reader.nextMember(key));
    QCOMPARE(reader.peek(), '{');
    QVERIFY(reader.beginObject());
    QVERIFY(!reader.nextMember(key));
    QVERIFY(!reader.nextMember(key));
    QVERIFY(reader.atEnd());
}

void TestJsonReader::wrongTypesFail()
{
    QVERIFY(!JsonReader("1").rawString());
    QVERIFY(!JsonReader("\"1\"").integer());
    QVERIFY(!JsonReader("1.5").integer());
    QVERIFY(!JsonReader("99999999999999999999").integer());
    QVERIFY(!JsonReader("0").boolean());
    QVERIFY(!JsonReader("[]").beginObject());
    QVERIFY(!JsonReader("{}").beginArray());
}

void TestJsonReader::stringsThereAndBack_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text :
         {u"", u"plain", u"a\"b\\c/d", u"tab\tline\n", u"镜像", u"\U0001F600", u"\u007f"})
        QTest::newRow(qPrintable(QString(text))) << QString(text);
}

void TestJsonReader::stringsThereAndBack()
{
    QFETCH(QString, text);
    const QByteArray quoted = JsonReader::quoted(text);
    QCOMPARE(QJsonDocument::fromJson('[' + quoted + ']')[0].toString(), text);
    JsonReader reader(quoted);
    const auto raw = reader.rawString();
    QVERIFY(raw && reader.atEnd());
    QCOMPARE(JsonReader::decoded(*raw), text);
}

void TestJsonReader::nothingIsReadAfterAFailure()
{
    JsonReader reader("{\"a\":1 x \"b\":2}");
    QByteArrayView key;
    QVERIFY(reader.beginObject());
    QVERIFY(reader.nextMember(key));
    QVERIFY(reader.integer());
    QVERIFY(!reader.nextMember(key));
    QVERIFY(reader.failed());
    QVERIFY(!reader.nextMember(key));
    QVERIFY(reader.value().isNull());
    QVERIFY(!reader.atEnd());
}

void TestJsonReader::depthIsBounded()
{
    const QByteArray shallow = QByteArray(100, '[') + QByteArray(100, ']');
    JsonReader fine(shallow);
    QVERIFY(!fine.value().isEmpty());
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    JsonReader reader(deep);
    reader.value();
    QVERIFY(reader.failed());
}

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"
