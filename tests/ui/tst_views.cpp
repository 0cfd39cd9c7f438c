#include "core/image/manifest.h"
#include "core/image/mediatype.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/scriptedregistry.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/jobs/cachejobs.h"
#include "ui/settings/language.h"
#include "ui/views/attentionpanel.h"
#include "ui/views/jobspage.h"
#include "ui/views/logpanel.h"
#include "ui/views/registriespage.h"
#include "ui/views/sidebar.h"
#include "ui/widgets/sheet.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QTabWidget>
#include <QTreeView>

#include <QtTest>

using namespace dip;
using namespace dip::test;

namespace {

QString pathOf(const QWidget &widget)
{
    QStringList parts;
    for (const QWidget *w = &widget; w; w = w->parentWidget())
        parts.prepend(QString::fromLatin1(w->metaObject()->className()).section(u':', -1) +
                      (w->objectName().isEmpty() ? QString() : u'#' + w->objectName()));
    return parts.sliced(std::max<qsizetype>(0, parts.size() - 3)).join(u'/');
}

/// Parts that the keyboard reaches as their owner.
bool isInnerPart(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return widget.objectName().startsWith(u"qt_") || (parent && parent->inherits("QComboBox")) ||
           (parent && parent->inherits("QAbstractSpinBox"));
}

QString unnamed(QWidget &widget)
{
    if (widget.focusPolicy() == Qt::NoFocus || isInnerPart(widget))
        return {};
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&widget);
    if (accessible && !accessible->text(QAccessible::Name).isEmpty())
        return {};
    return QStringLiteral("no accessible name: ") + pathOf(widget);
}

/// Text that is cut off; labels that wrap grow by themselves but can be squeezed.
QString clipped(QWidget &widget)
{
    const auto *label = qobject_cast<QLabel *>(&widget);
    const auto *button = qobject_cast<QAbstractButton *>(&widget);
    const auto *combo = qobject_cast<QComboBox *>(&widget);
    bool cut = false;
    QString text;
    if (label && !label->text().isEmpty()) {
        text = label->text();
        cut = label->wordWrap() ? label->heightForWidth(label->width()) > label->height()
                                : label->sizeHint().width() > label->width() + 1;
    } else if (button && !button->text().isEmpty()) {
        text = button->text();
        cut = button->minimumSizeHint().width() > button->width() + 1;
    } else if (combo && !combo->currentText().isEmpty() &&
               combo->sizeAdjustPolicy() == QComboBox::AdjustToContents) {
        text = combo->currentText();
        cut = combo->fontMetrics().horizontalAdvance(text) > combo->width() - 20;
    }
    return cut ? QStringLiteral("clipped: “%1” in %2, %3 of %4 px")
                     .arg(text, pathOf(widget), QString::number(widget.width()),
                          QString::number(widget.sizeHint().width()))
               : QString();
}

/// The widest of what the panel beside the jobs has to say.
const QList<std::pair<QByteArray, Error>> &troubles()
{
    const QString host = QStringLiteral("registry.example.com:5000");
    const QString blob = QStringLiteral("/cache/blobs/sha256/0123456789abcdef0123456789abcdef");
    const QString certificate =
        QStringLiteral("the certificate is not trusted: self-signed; subject: x; issuer: "
                       "Example Authority; valid until: 2031-02-03T04:05:06Z; SHA-256: 00");
    static const QList<std::pair<QByteArray, Error>> all{
        {"certificate", {ErrorCode::TlsUntrusted, certificate, host, 0, {}, {}}},
        {"another certificate", {ErrorCode::TlsChanged, {}, host, 0, {}, {}}},
        {"password", {ErrorCode::AuthFailed, {}, host, 401, {}, {}}},
        {"denied", {ErrorCode::Denied, {}, host, 403, {}, {}}},
        {"too large", {ErrorCode::BodyTooLarge, {}, host, 413, {}, {}}},
        {"forgotten", {ErrorCode::NotFound, {}, host, 404, QStringLiteral("BLOB_UPLOAD_UNKNOWN"), {}}},
        {"storage", {ErrorCode::RegistryStorage, {}, host, 507, {}, {}}},
        {"line", {ErrorCode::ConnectionLost, {}, host, 0, {}, {}}},
        {"archive", {ErrorCode::ArchiveTruncated, {}, QStringLiteral("/data/web.tar"), 0, {}, {}}},
        {"damaged layer", {ErrorCode::DigestMismatch, {}, blob, 0, {}, {}}},
        {"disk",
         {ErrorCode::DiskFull,
          QStringLiteral("6100000000 bytes are needed, 2000000000 are free"),
          QStringLiteral("/data/cache"),
          0,
          {},
          {}}}};
    return all;
}

} // namespace

/// Walks through every widget of every view, in both languages; ctest runs it at 100 %, 150 % and 200 %, and
/// mirrored.
class TestViews final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everyViewIsNamedAndNothingIsCut_data();
    void everyViewIsNamedAndNothingIsCut();

private:
    void open(const QString &view);
    void openOfCache(const QString &view);
    void showFindings();
    void showTags();
    void showTrouble(const Error &error);
    void openCleaning(bool open);

    ScriptedRegistry m_registry;
    std::unique_ptr<WindowFixture> m_fixture;
    ui::Language m_language;
};

void TestViews::initTestCase()
{
    const bool mirrored = qEnvironmentVariableIsSet("TEST_MIRRORED");
    if (mirrored)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    m_fixture = std::make_unique<WindowFixture>();
    const auto *sidebar = m_fixture->window().findChild<ui::Sidebar *>();
    QCOMPARE(sidebar->mapTo(&m_fixture->window(), QPoint()).x() > m_fixture->window().width() / 2, mirrored);
    m_fixture->addRegistry(QStringLiteral("registry.example.com:5000"), ui::TlsChoice::PlainHttp,
                           QStringLiteral("someone"));
    // A product that explains its accounts, and a registry with tags that are one image.
    m_fixture->workspace().registries().noteCheck(m_fixture->workspace().registries().profiles().first().id,
                                                  QStringLiteral("Harbor"), true);
    m_fixture->addRegistry(m_registry.hostAndPort(), ui::TlsChoice::PlainHttp);
    m_registry.with([](MemoryRegistry &registry) {
        const Descriptor config{mediatype::dockerConfig, Digest::of("{}"), 2, {}, {}, {}};
        const QByteArray type(mediatype::dockerManifest.data(), mediatype::dockerManifest.size());
        for (const char *tag : {"2.1.0", "2.1", "latest"})
            registry.manifests[QStringLiteral("platform/model-server")].insert(
                QLatin1String(tag), {type, Manifest::makeDocker(config, {}).bytes()});
    });
    const QString file = QStringLiteral(TEST_DATA_DIR "/docker20-multi.tar");
    m_fixture->workspace().jobs().add(
        {ui::JobKind::Import, QStringLiteral("docker20"), {}, {}, {}, {ExtractAndCache{file, {}, 2}}});
    QVERIFY(m_fixture->waitForImages(2));
    m_fixture->workspace().jobs().add({ui::JobKind::Import,
                                       QStringLiteral("absent.tar"),
                                       {},
                                       {},
                                       {},
                                       {ExtractAndCache{file + u'x', {}, 2}}});
    QVERIFY(m_fixture->waitForJobs({ui::JobState::Done, ui::JobState::DoneWithWarnings, ui::JobState::Failed},
                                   2));
}

void TestViews::cleanupTestCase()
{
    m_fixture.reset();
}

void TestViews::everyViewIsNamedAndNothingIsCut_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QList<QByteArray> views{"0",      "1",      "2",   "3",        "4",     "clean",    "push", "pull",
                            "import", "rename", "log", "question", "trash", "findings", "tags"};
    for (const auto &[name, error] : troubles())
        views.append(name);
    for (const char *language : {"en", "zh_CN"}) {
        for (const QByteArray &view : std::as_const(views)) {
            for (const QSize size : {QSize(1280, 800), QSize(1000, 680)})
                QTest::addRow("%s, %s, %d px", view.constData(), language, size.width())
                    << QString::fromLatin1(view) << QLatin1String(language).toString() << size;
        }
    }
}

void TestViews::open(const QString &view)
{
    QWidget &window = m_fixture->window();
    for (auto *sheet : window.findChildren<ui::Sheet *>()) {
        if (sheet->isVisible())
            QTest::keyClick(sheet, Qt::Key_Escape);
    }
    auto *registries = window.findChild<ui::RegistriesPage *>();
    registries->edit(m_fixture->workspace().registries().profiles().first().id);
    auto *sidebar = window.findChild<ui::Sidebar *>();
    bool isSection = false;
    const int section = view.toInt(&isSection);
    sidebar->choose(isSection          ? ui::Sidebar::Section(section)
                    : view == u"clean" ? ui::Sidebar::Disk
                    : view == u"log"   ? ui::Sidebar::Registries
                                       : ui::Sidebar::Cache);
    openCleaning(view == u"clean");
    if (view == u"push")
        QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier);
    else if (view == u"pull")
        QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier);
    else if (view == u"import")
        m_fixture->drop({QStringLiteral(TEST_DATA_DIR "/podman-multi.tar")});
    else if (view == u"findings")
        showFindings();
    else if (view == u"tags")
        showTags();
    else if (view == u"rename" || view == u"question" || view == u"trash")
        openOfCache(view);
    auto *log = window.findChild<ui::LogPanel *>();
    log->setVisible(view == u"log");
    log->showJob(
        QStringLiteral("1"),
        QStringLiteral("platform/model-server:0.9.3 → registry.example.com:5000/prod/model-server:1"));
    for (const auto &[name, error] : troubles()) {
        if (view == QLatin1String(name))
            showTrouble(error);
    }
    QTest::qWait(view == u"import" ? 500 : 60);
}

/// What comes up on the cache's page.
void TestViews::openOfCache(const QString &view)
{
    auto *table = m_fixture->find<QTreeView>(QStringLiteral("imageTable"));
    QVERIFY(table);
    table->setFocus();
    if (view == u"rename") {
        QTest::keyClick(table, Qt::Key_F2);
        QTest::keyClicks(m_fixture->find<QLineEdit>(QStringLiteral("newName")), QStringLiteral("No Name"));
    } else if (view == u"question") {
        QTest::keyClick(table, Qt::Key_Delete, Qt::ShiftModifier);
    } else if (view == u"trash") {
        QTest::keyClick(table, Qt::Key_Delete); // with the bar that says so above
        QVERIFY(m_fixture->waitForImages(1));
        QVERIFY(QTest::qWaitFor([&] { return m_fixture->press(QStringLiteral("showTrash")); }, 5000));
        QVERIFY(QTest::qWaitFor([&] { return m_fixture->press(QStringLiteral("trashEmpty")); }, 5000));
        m_fixture->workspace().trash().undo();
        QVERIFY(m_fixture->waitForImages(2));
    }
}

/// A verification that found a damaged blob.
void TestViews::showFindings()
{
    const Cache &cache = *m_fixture->workspace().cache();
    const QList<CachedImage> images = *cache.images();
    QFile blob(cache.blobPath(images.first().blobs.first().digest));
    const QByteArray bytes = blob.open(QIODevice::ReadWrite) ? blob.readAll() : QByteArray();
    QVERIFY(blob.seek(0) && blob.write("x") == 1 && blob.flush());
    const QString job = m_fixture->workspace().jobs().add(ui::verifyRequest({}));
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->workspace().jobs().find(job)->harms() > 0; }, 20'000));
    QVERIFY(blob.seek(0) && blob.write(bytes.first(1)) == 1 && blob.flush());
    m_fixture->window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Jobs);
    m_fixture->window().findChild<ui::JobsPage *>()->showJob(job);
    QVERIFY(m_fixture->find<QWidget>(QStringLiteral("findings")));
}

/// What a registry holds, and the question before some of it is deleted.
void TestViews::showTags()
{
    m_fixture->window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Registries);
    m_fixture->window().findChild<ui::RegistriesPage *>()->browse(
        m_fixture->workspace().registries().profiles().last().id);
    auto *tree = m_fixture->find<QTreeView>(QStringLiteral("registryTree"));
    QVERIFY(QTest::qWaitFor([&] { return tree->model()->rowCount() > 0; }, 5000));
    const QModelIndex first = tree->model()->index(0, 0);
    tree->expand(first);
    QVERIFY(QTest::qWaitFor([&] { return tree->model()->rowCount(first) == 3; }, 5000));
    tree->setCurrentIndex(tree->model()->index(0, 0, first));
    QVERIFY(m_fixture->press(QStringLiteral("registryDeleteButton")));
    QVERIFY(QTest::qWaitFor(
        [&] { return m_fixture->find<QPushButton>(QStringLiteral("tagDeletionYes")) != nullptr; }, 5000));
}

/// As if the chosen job had failed so.
void TestViews::showTrouble(const Error &error)
{
    m_fixture->window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Jobs);
    ui::Job job = m_fixture->workspace().jobs().jobs().first();
    job.request = {ui::JobKind::Push,
                   QStringLiteral("team/app:1"),
                   QStringLiteral("registry.example.com:5000/prod/team/app:1"),
                   m_fixture->workspace().registries().profiles().first().id,
                   {},
                   {}};
    job.account = QStringLiteral("robot$delivery");
    job.state = error.code == ErrorCode::AuthFailed ? ui::JobState::NeedsYou : ui::JobState::Failed;
    job.error = error;
    m_fixture->window().findChild<ui::AttentionPanel *>()->show(&job);
}

/// With a plan to be seen.
void TestViews::openCleaning(bool open)
{
    auto *tabs = m_fixture->window().findChild<QTabWidget *>(QStringLiteral("diskTabs"));
    tabs->setCurrentIndex(open ? 1 : 0);
    m_fixture->window().findChild<QCheckBox *>(QStringLiteral("cleanUnused"))->setChecked(open);
    m_fixture->window().findChild<QSpinBox *>(QStringLiteral("cleanDays"))->setValue(0);
}

void TestViews::everyViewIsNamedAndNothingIsCut()
{
    QFETCH(QString, view);
    QFETCH(QString, language);
    QFETCH(QSize, size);
    m_language.use(language);
    m_fixture->window().resize(size);
    open(view);
    QStringList faults;
    int seen = 0;
    const auto isFine = [&] {
        faults.clear();
        seen = 0;
        for (QWidget *widget : m_fixture->window().findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->visibleRegion().isEmpty())
                continue;
            ++seen;
            for (const QString &fault : {unnamed(*widget), clipped(*widget)}) {
                if (!fault.isEmpty())
                    faults.append(fault);
            }
        }
        return faults.isEmpty();
    };
    // A busy machine may take a while to lay everything out anew.
    (void)QTest::qWaitFor(isFine, 3000);
    QVERIFY(seen > 10);
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
