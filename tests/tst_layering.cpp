#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

/// Includes lead downwards only: app → ui → core, and inside core transfer → registry, cache, archive →
/// image → base; settings stands beside transfer.
class TestLayering final : public QObject
{
    Q_OBJECT

private slots:
    void includesLeadDownwards_data();
    void includesLeadDownwards();
    void coreLinksNoGui();
};

namespace {

struct Include
{
    QString from;
    QString to;
};

QList<Include> includesOf(const QString &folder)
{
    static const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                         QRegularExpression::MultilineOption);
    QList<Include> includes;
    QDirIterator files(QStringLiteral(SOURCE_DIR "/") + folder,
                       {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto matches = line.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            includes.append({file.fileName(), matches.next().captured(1)});
    }
    return includes;
}

} // namespace

void TestLayering::includesLeadDownwards_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("allowed");
    const QString base = QStringLiteral("core/base/");
    const QString image = QStringLiteral("core/image/");
    const QString archive = QStringLiteral("core/archive/");
    const QString cache = QStringLiteral("core/cache/");
    const QString registry = QStringLiteral("core/registry/");
    const QString transfer = QStringLiteral("core/transfer/");
    const QString settings = QStringLiteral("core/settings/");
    QTest::newRow("base") << "core/base" << QStringList{base};
    QTest::newRow("image") << "core/image" << QStringList{base, image};
    QTest::newRow("archive") << "core/archive" << QStringList{base, image, archive};
    QTest::newRow("cache") << "core/cache" << QStringList{base, image, cache};
    QTest::newRow("registry") << "core/registry" << QStringList{base, image, registry};
    QTest::newRow("settings") << "core/settings" << QStringList{base, image, registry, settings};
    QTest::newRow("transfer") << "core/transfer"
                              << QStringList{base, image, archive, cache, registry, transfer};
    QTest::newRow("app") << "app"
                         << QStringList{QStringLiteral("core/"), QStringLiteral("ui/"),
                                        QStringLiteral("app/")};
}

void TestLayering::includesLeadDownwards()
{
    QFETCH(QString, folder);
    QFETCH(QStringList, allowed);
    const QList<Include> includes = includesOf(folder);
    QVERIFY(!includes.isEmpty());
    static const QRegularExpression ours(QStringLiteral("^(core|ui|app|tests)/"));
    for (const Include &include : includes) {
        if (!ours.match(include.to).hasMatch())
            continue;
        const bool good = std::ranges::any_of(
            allowed, [&](const QString &prefix) { return include.to.startsWith(prefix); });
        QVERIFY2(good, qPrintable(include.from + QStringLiteral(" includes ") + include.to));
    }
}

void TestLayering::coreLinksNoGui()
{
    static const QRegularExpression gui(QStringLiteral(
        "^(QtGui|QtWidgets|QWidget|QApplication|QGuiApplication|QIcon|QPixmap|QColor|QImage)"));
    const QList<Include> includes = includesOf(QStringLiteral("core"));
    QVERIFY(includes.size() > 100);
    for (const Include &include : includes)
        QVERIFY2(!gui.match(include.to).hasMatch(),
                 qPrintable(include.from + QStringLiteral(" includes ") + include.to));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
