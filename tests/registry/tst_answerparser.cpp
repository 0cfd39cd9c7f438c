#include "core/registry/answerparser.h"

#include <QTest>

using namespace dip;

namespace {

struct Parsed
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    std::optional<Error> error;
    bool isDone = false;
    bool leavesLineOpen = false;
};

/// Feeds it in pieces of `step` bytes, then ends the line where it is not done.
Parsed parse(const QByteArray &raw, qsizetype step, bool isToHead = false)
{
    Parsed parsed;
    AnswerParser parser(isToHead);
    const AnswerParser::Taker taker{[&](int status, const HttpHeaders &headers) -> Result<void> {
                                        parsed.status = status;
                                        parsed.headers = headers;
                                        return {};
                                    },
                                    [&](QByteArrayView piece) -> Result<void> {
                                        parsed.body += piece;
                                        return {};
                                    }};
    for (qsizetype at = 0; at < raw.size() && !parsed.error; at += step) {
        const auto fed = parser.feed(QByteArrayView(raw).sliced(at, std::min(step, raw.size() - at)), taker);
        if (!fed)
            parsed.error = fed.error();
    }
    parsed.leavesLineOpen = parser.leavesLineOpen();
    parsed.isDone = parser.isDone() || parser.endOfLine();
    return parsed;
}

} // namespace

class TestAnswerParser final : public QObject
{
    Q_OBJECT

private slots:
    void wholeAnswers_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("open");
        QTest::newRow("sized") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") << 200
                               << QByteArray("hello") << true;
        QTest::newRow("no reason") << QByteArray("HTTP/1.1 201\r\nContent-Length: 0\r\n\r\n") << 201
                                   << QByteArray() << true;
        QTest::newRow("without returns")
            << QByteArray("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi") << 200 << QByteArray("hi") << true;
        QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray()
                                    << true;
        QTest::newRow("to the end of the line")
            << QByteArray("HTTP/1.1 200 OK\r\n\r\nall of it") << 200 << QByteArray("all of it") << false;
        QTest::newRow("to be closed") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n"
                                                    "Connection: foo, Close\r\n\r\nx")
                                      << 200 << QByteArray("x") << false;
        QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx") << 200
                                  << QByteArray("x") << false;
        QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                               "5\r\nhello\r\n6;name=value\r\n world\r\n0\r\n\r\n")
                                 << 200 << QByteArray("hello world") << true;
        QTest::newRow("chunked, hexadecimal, with a trailer")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
                          "00A\r\n0123456789\r\n0\r\nX-Sum: 1\r\n\r\n")
            << 200 << QByteArray("0123456789") << true;
        QTest::newRow("interim answers first")
            << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                          "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")
            << 202 << QByteArray() << true;
        QTest::newRow("something comes after it")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi there") << 200 << QByteArray("hi")
            << false;
    }

    /// However the bytes arrive.
    void wholeAnswers()
    {
        QFETCH(QByteArray, raw);
        for (const qsizetype step : {raw.size(), qsizetype(1), qsizetype(3), qsizetype(7)}) {
            const Parsed parsed = parse(raw, step);
            QVERIFY(!parsed.error);
            QVERIFY(parsed.isDone);
            QTEST(parsed.status, "status");
            QTEST(parsed.body, "body");
            QTEST(parsed.leavesLineOpen, "open");
        }
    }

    void answersToHeadHaveNoBody()
    {
        const Parsed parsed = parse("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", 5, true);
        QVERIFY(parsed.isDone && parsed.leavesLineOpen);
        QCOMPARE(parsed.headers.value("content-length"), QByteArray("1000"));
    }

    void headersAreKept()
    {
        const Parsed parsed =
            parse("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate:  Basic realm=\"a: b\" \r\n"
                  "www-authenticate: Bearer realm=\"c\"\r\nno header\r\nContent-Length:0\r\n\r\n",
                  4);
        QCOMPARE(parsed.status, 401);
        QCOMPARE(parsed.headers.values("WWW-Authenticate"),
                 (QList<QByteArray>{"Basic realm=\"a: b\"", "Bearer realm=\"c\""}));
        QCOMPARE(parsed.headers.all().size(), 3);
    }

    void brokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH\r\n");
        QTest::newRow("no status") << QByteArray("HTTP/1.1 OK nothing\r\n");
        QTest::newRow("long status") << QByteArray("HTTP/1.1 2000 OK\r\n");
        QTest::newRow("length is no number")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nhello");
        QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("chunk without a size")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n");
        QTest::newRow("negative chunk")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n");
        QTest::newRow("chunk longer than its size")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhello\r\n");
        QTest::newRow("endless header")
            << QByteArray("HTTP/1.1 200 OK\r\nX-Long: ") + QByteArray(300'000, 'x');
        QTest::newRow("endless headers")
            << QByteArray("HTTP/1.1 200 OK\r\n") + QByteArray("A: b\r\n").repeated(50'000);
    }

    void brokenAnswers()
    {
        QFETCH(QByteArray, raw);
        const Parsed parsed = parse(raw, 1000);
        QVERIFY(parsed.error);
        QCOMPARE(errorCodeName(parsed.error->code), errorCodeName(ErrorCode::ProtocolViolation));
        QVERIFY(!parsed.leavesLineOpen);
    }

    void cutAnswersAreNotDone_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 OK\r\nConte");
        QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell");
        QTest::newRow("in a chunk") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe");
        QTest::newRow("between chunks")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
        QTest::newRow("before the trailer's end")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n");
    }

    void cutAnswersAreNotDone()
    {
        QFETCH(QByteArray, raw);
        const Parsed parsed = parse(raw, 1000);
        QVERIFY(!parsed.error);
        QVERIFY(!parsed.isDone);
    }

    void whatTheTakerSaysEndsIt()
    {
        AnswerParser parser(false);
        const auto fed = parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                                     {[](int, const HttpHeaders &) { return Result<void>(); },
                                      [](QByteArrayView) -> Result<void> {
                                          return fail(ErrorCode::DiskFull, {});
                                      }});
        QVERIFY(!fed);
        QCOMPARE(errorCodeName(fed.error().code), errorCodeName(ErrorCode::DiskFull));
    }
};

QTEST_GUILESS_MAIN(TestAnswerParser)
#include "tst_answerparser.moc"
