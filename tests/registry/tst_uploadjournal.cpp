#include "core/registry/uploadjournal.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace dip;

namespace {

const QString host = QStringLiteral("harbor.example:8443");

RepositoryName repository(const QString &name = QStringLiteral("prod/web"))
{
    return RepositoryName::parse(name).value();
}

Digest digest(QByteArrayView of = "layer")
{
    return Digest::of(of);
}

UploadJournal::Entry entry(const QString &url = QStringLiteral(
                               "https://harbor.example:8443/v2/prod/web/blobs/uploads/1?_state=abc%2Bd"),
                           qint64 offset = 64 << 20)
{
    return {QUrl(url), offset};
}

} // namespace

class TestUploadJournal final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }

    void findsWhatAnEarlierRunNoted()
    {
        {
            auto page = open();
            QVERIFY(!page.found());
            page.note(entry(QStringLiteral("https://harbor.example/old"), 5));
            page.note(entry());
        }
        const auto page = open();
        QVERIFY(page.found());
        QCOMPARE(page.found()->location, entry().location);
        QCOMPARE(page.found()->location.query(QUrl::FullyEncoded), QStringLiteral("_state=abc%2Bd"));
        QCOMPARE(page.found()->offset, entry().offset);
    }

    void keepsNotesApart()
    {
        open().note(entry());
        QVERIFY(!journal().open(QStringLiteral("other.example"), repository(), digest()).found());
        QVERIFY(!journal().open(host, repository(QStringLiteral("prod/app")), digest()).found());
        QVERIFY(!journal().open(host, repository(), digest("another")).found());
    }

    void isOnlyForItsOwner()
    {
        open().note(entry());
        const auto allowed = QFile::permissions(noteFile());
        QVERIFY(allowed.testFlag(QFileDevice::ReadOwner));
        QVERIFY(!(allowed & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                             QFileDevice::WriteOther)));
    }

    void leavesNothingBehind()
    {
        auto page = open();
        page.note(entry());
        page.erase();
        QCOMPARE(files(), QStringList());
        page.note(entry()); // an upload that begins again
        page.erase();
        QCOMPARE(files(), QStringList());
    }

    void lendsAPageToOneUploadOnly()
    {
        auto first = open();
        first.note(entry());
        {
            auto second = open();
            QVERIFY(!second.found());
            second.note(entry(QStringLiteral("https://harbor.example/second"), 1));
            second.erase();
        }
        first = {};
        QCOMPARE(open().found()->location, entry().location);
    }

    void notesNoSecret_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("noted");
        const QString base = QStringLiteral("https://harbor.example/upload");
        QTest::newRow("docker-registry") << base + QStringLiteral("?_state=abc") << true;
        QTest::newRow("no query") << base << true;
        QTest::newRow("ACR") << base + QStringLiteral("?_nouploadcache=false&_state=x") << true;
        QTest::newRow("S3") << base + QStringLiteral("?X-Amz-Date=1&X-Amz-Signature=abc") << false;
        QTest::newRow("S3 credential") << base + QStringLiteral("?X-Amz-Credential=abc") << false;
        QTest::newRow("GCS") << base + QStringLiteral("?X-Goog-Signature=abc") << false;
        QTest::newRow("Azure") << base + QStringLiteral("?sv=1&sig=abc") << false;
        QTest::newRow("token") << base + QStringLiteral("?token=abc") << false;
        QTest::newRow("access token") << base + QStringLiteral("?access_token=abc") << false;
        QTest::newRow("authorization") << base + QStringLiteral("?Authorization=abc") << false;
        QTest::newRow("key in another case") << base + QStringLiteral("?SIGNATURE=abc") << false;
        QTest::newRow("escaped key") << base + QStringLiteral("?%74oken=abc") << false;
        QTest::newRow("password") << QStringLiteral("https://user:pw@harbor.example/upload") << false;
    }

    void notesNoSecret()
    {
        QFETCH(QString, url);
        QFETCH(bool, noted);
        auto page = open();
        page.note(entry(QStringLiteral("https://harbor.example/harmless"), 1));
        page.note(entry(url, 2));
        QCOMPARE(QFile::exists(noteFile()), noted); // an older note is of no use then, either
        page = {};
        QCOMPARE(open().found().has_value(), noted);
    }

    void ignoresNotesOfNoUse_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto old = [](int days) {
            return QDateTime::currentDateTimeUtc()
                .addDays(-days)
                .toString(QStringLiteral("yyyy-MM-dd"))
                .toLatin1();
        };
        QTest::newRow("older than a week") << old(0) << old(8);
        QTest::newRow("another host's")
            << QByteArray("harbor.example:8443\",") << QByteArray("else.example\",");
        QTest::newRow("another repository's") << QByteArray("prod/web\"") << QByteArray("prod/new\"");
        QTest::newRow("nothing sent") << QByteArray("67108864") << QByteArray("0");
        QTest::newRow("negative offset") << QByteArray("67108864") << QByteArray("-5");
        QTest::newRow("offset is no number") << QByteArray("67108864") << QByteArray("\"x\"");
        QTest::newRow("relative URL") << QByteArray("https://harbor.example:8443") << QByteArray();
        QTest::newRow("torn") << QByteArray("}") << QByteArray();
        QTest::newRow("unchanged, for comparison") << QByteArray("}") << QByteArray("}");
    }

    void ignoresNotesOfNoUse()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        open().note(entry());
        QFile file(noteFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray before = file.readAll();
        QVERIFY(before.contains(from));
        QByteArray after = before;
        after.replace(from, to);
        file.resize(0);
        file.seek(0);
        file.write(after);
        file.close();
        QCOMPARE(open().found().has_value(), before == after);
    }

    void sweepsOldNotes()
    {
        open().note(entry());
        QFile old(m_folder->filePath(QStringLiteral("0123456789abcdef.json")));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("{}");
        old.flush();
        QVERIFY(
            old.setFileTime(QDateTime::currentDateTimeUtc().addDays(-8), QFileDevice::FileModificationTime));
        old.close();
        QVERIFY(open().found());
        QVERIFY(!old.exists());
    }

    void keepsNoNotesWithoutAFolder()
    {
        auto page = UploadJournal({}).open(host, repository(), digest());
        page.note(entry());
        QVERIFY(!page.found());
        page.erase();
    }

private:
    [[nodiscard]] UploadJournal journal() const { return UploadJournal(m_folder->path()); }
    [[nodiscard]] UploadJournal::Page open() const { return journal().open(host, repository(), digest()); }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }
    [[nodiscard]] QString noteFile() const
    {
        const QStringList notes = QDir(m_folder->path()).entryList({QStringLiteral("*.json")}, QDir::Files);
        return m_folder->filePath(notes.value(0, QStringLiteral("none.json")));
    }

    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestUploadJournal)
#include "tst_uploadjournal.moc"
