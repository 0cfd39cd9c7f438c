#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

/// The window blocks for nothing: no dialog has an event loop of its own, and those that are opened over the
/// window only ask the system for a file.
class TestModalDialogs final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void noneRunsALoop_data();
    void noneRunsALoop();
    void onlyFilesAreAskedFor();

private:
    [[nodiscard]] QStringList linesWith(const QRegularExpression &pattern) const;

    QHash<QString, QString> m_sources; ///< by name below the source folder, without comments
};

void TestModalDialogs::initTestCase()
{
    static const QRegularExpression comment(QStringLiteral("//[^\n]*"));
    const QDir top(QStringLiteral(SOURCE_DIR));
    for (const char *folder : {"ui", "app/gui"}) {
        QDirIterator files(top.filePath(QLatin1String(folder)),
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_sources.insert(top.relativeFilePath(file.fileName()),
                             QString::fromUtf8(file.readAll()).remove(comment));
        }
    }
    QVERIFY(m_sources.size() > 100);
}

QStringList TestModalDialogs::linesWith(const QRegularExpression &pattern) const
{
    QStringList found;
    for (auto source = m_sources.cbegin(); source != m_sources.cend(); ++source) {
        for (const QString &line : source.value().split(u'\n')) {
            if (pattern.match(line).hasMatch())
                found.append(source.key() + QStringLiteral(": ") + line.trimmed());
        }
    }
    found.sort();
    return found;
}

void TestModalDialogs::noneRunsALoop_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("allowed");
    const QStringList none;
    QTest::newRow("exec()") << QStringLiteral("\\bexec\\s*\\(")
                            << QStringList{QStringLiteral("app/gui/main.cpp: return QApplication::exec();")};
    QTest::newRow("an event loop") << QStringLiteral("\\bQEventLoop\\b|processEvents") << none;
    QTest::newRow("a box that waits")
        << QStringLiteral("\\bQ(Message|Input|Error|Progress)(Box|Dialog|Message)\\b") << none;
    QTest::newRow("a file asked for at once")
        << QStringLiteral("QFileDialog::get|QColorDialog::get|QFontDialog::get") << none;
    QTest::newRow("modality") << QStringLiteral("setModal|setWindowModality") << none;
}

void TestModalDialogs::noneRunsALoop()
{
    QFETCH(QString, pattern);
    QTEST(linesWith(QRegularExpression(pattern)), "allowed");
}

/// Every dialog that there is, and what it is.
void TestModalDialogs::onlyFilesAreAskedFor()
{
    static const QRegularExpression opened(QStringLiteral("\\bdialog->open\\(\\)"));
    static const QRegularExpression made(QStringLiteral("new Q\\w*Dialog\\b"));
    static const QRegularExpression ofFiles(QStringLiteral("new QFileDialog\\b"));
    const QStringList dialogs = linesWith(made);
    QVERIFY(!dialogs.isEmpty());
    QCOMPARE(linesWith(ofFiles), dialogs);
    QCOMPARE(linesWith(opened).size(), dialogs.size());
    static const QRegularExpression derived(QStringLiteral(":\\s*public\\s+Q\\w*Dialog\\b"));
    QCOMPARE(linesWith(derived), QStringList());
    for (const QString &line : linesWith(opened))
        qInfo("opened over the window, without waiting: %s", qPrintable(line));
}

QTEST_GUILESS_MAIN(TestModalDialogs)
#include "tst_modaldialogs.moc"
