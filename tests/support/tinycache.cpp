#include "tests/support/tinycache.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "core/image/digest.h"
#include "tests/support/program.h"

namespace dip::test {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void makeTinyCache(const QString &folder)
{
    const Outcome extracted =
        pusher({QStringLiteral("extract"), QStringLiteral("-f"),
                QStringLiteral(TEST_DATA_DIR "/oci-gzip.tar"), QStringLiteral("--cache-dir"), folder});
    QVERIFY2(extracted.exitCode == 0, extracted.all());
}

void verifyTinyCache(const QString &folder)
{
    const QJsonObject index =
        QJsonDocument::fromJson(contentOf(folder + QStringLiteral("/index.json"))).object();
    QCOMPARE(index.keys(), QStringList{QStringLiteral("tiny/app/1.0")});
    const QDir blobs(folder + QStringLiteral("/blobs/sha256"));
    for (const QString &name : blobs.entryList(QDir::Files))
        QCOMPARE(Digest::of(contentOf(blobs.filePath(name))).hex(), name);
    for (const QString &digest :
         index[QLatin1String("tiny/app/1.0")][QLatin1String("blobs")].toObject().keys())
        QVERIFY(blobs.exists(digest.sliced(7)));
}

} // namespace dip::test
