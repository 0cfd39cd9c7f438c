#include "ui/models/pushmodel.h"

#include <QAbstractItemModelTester>
#include <QDate>
#include <QSignalSpy>
#include <QTest>

using namespace dip;
using namespace dip::ui;

namespace {

PushModel::Row rowOf(const char *name)
{
    return {*ImageName::parse(QString::fromLatin1(name)), 1000, {}, false};
}

} // namespace

class TestPushModel final : public QObject
{
    Q_OBJECT

private slots:
    void rules_data()
    {
        QTest::addColumn<PushRule>("rule");
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("target");
        const auto row = [](const char *name, const PushRule &rule, const char *image,
                            const QString &target) {
            QTest::newRow(name) << rule << QString::fromLatin1(image) << target;
        };
        using enum PushRule::Path;
        const QString today = QDate::currentDate().toString(QStringLiteral("yyyyMMdd"));
        row("keep", {}, "team/web:1", QStringLiteral("team/web:1"));
        row("prefix", {.path = Prefix, .project = QStringLiteral("prod/")}, "team/web:1",
            QStringLiteral("prod/team/web:1"));
        row("prefix without project", {.path = Prefix}, "team/web:1", QStringLiteral("team/web:1"));
        row("flatten", {.path = Flatten, .project = QStringLiteral("prod")}, "a/b/web:1",
            QStringLiteral("prod/web:1"));
        row("replace",
            {.path = Replace, .find = QStringLiteral("old.cn/team"), .replacement = QStringLiteral("new")},
            "old.cn/team/web:1", QStringLiteral("new/web:1"));
        row("replace nothing", {.path = Replace, .replacement = QStringLiteral("x")}, "team/web:1",
            QStringLiteral("team/web:1"));
        row("regex",
            {.path = Regex,
             .find = QStringLiteral("^([^/]+)/(.*)$"),
             .replacement = QStringLiteral("site-\\1/\\2")},
            "team/web:1", QStringLiteral("site-team/web:1"));
        row("broken regex", {.path = Regex, .find = QStringLiteral("("), .replacement = QStringLiteral("x")},
            "team/web:1", QStringLiteral("team/web:1"));
        row("date", {.tag = QStringLiteral("{tag}-{date}")}, "team/web:1",
            QStringLiteral("team/web:1-") + today);
        row("empty tag", {.tag = QString()}, "team/web:1", QStringLiteral("team/web:1"));
        const QString digest = QStringLiteral("sha256:") + QString(64, u'a');
        row("digest", {.path = Prefix, .project = QStringLiteral("p"), .tag = QStringLiteral("x")},
            "team/web@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            QStringLiteral("p/team/web@") + digest);
    }

    void rules()
    {
        QFETCH(PushRule, rule);
        QFETCH(QString, image);
        QTEST(rule.apply(*ImageName::parse(image)), "target");
    }

    void brokenExpressionIsSaid()
    {
        const PushRule rule{.path = PushRule::Path::Regex, .find = QStringLiteral("(")};
        QVERIFY(!rule.regexProblem().isEmpty());
        QVERIFY(PushRule{.find = QStringLiteral("(")}.regexProblem().isEmpty());
    }

    void handEditedRowsStay()
    {
        PushModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({rowOf("a/web:1"), rowOf("a/db:2")});
        const QModelIndex first = model.index(0, PushModel::Target);
        QVERIFY(model.setData(first, QStringLiteral("x/own:9"), Qt::EditRole));
        model.setRule({.path = PushRule::Path::Prefix, .project = QStringLiteral("prod")});
        QCOMPARE(model.rows()[0].target, QStringLiteral("x/own:9"));
        QCOMPARE(model.rows()[1].target, QStringLiteral("prod/a/db:2"));
        model.backToRule({0});
        QCOMPARE(model.rows()[0].target, QStringLiteral("prod/a/web:1"));
        QVERIFY(model.setData(first, QStringLiteral("y:1"), Qt::EditRole));
        QVERIFY(model.setData(first, QString(), Qt::EditRole)); // emptied: by the rule again
        QCOMPARE(model.rows()[0].target, QStringLiteral("prod/a/web:1"));
    }

    void problemsAreInTheCell()
    {
        PushModel model;
        model.setRows({rowOf("a/web:1"), rowOf("a/db:2")});
        QVERIFY(model.isValid());
        const QModelIndex cell = model.index(1, PushModel::Target);
        model.setData(cell, QStringLiteral("A/Upper:1"), Qt::EditRole);
        QVERIFY(!model.isValid());
        QVERIFY(!model.problem(1).isEmpty());
        QCOMPARE(cell.data(Qt::ToolTipRole).toString(), model.problem(1));
        QVERIFY(cell.data(Qt::DecorationRole).isValid());
        model.setData(cell, QStringLiteral("a/web:1"), Qt::EditRole);
        QVERIFY(!model.problem(0).isEmpty()); // both are called the same
        QVERIFY(!model.problem(1).isEmpty());
        model.answer(1, PushModel::Skip);
        QVERIFY(model.isValid());
        QCOMPARE(model.toPush(), 1);
        model.answer(0, PushModel::Skip);
        QVERIFY(!model.isValid()); // nothing is left
    }

    void fillDown()
    {
        PushModel model;
        model.setRows({rowOf("a/web:1"), rowOf("b/db:2"), rowOf("c/d/cache:3")});
        model.setData(model.index(0, PushModel::Target), QStringLiteral("prod/apps/web:r7"), Qt::EditRole);
        model.fillDown({2, 0});
        QCOMPARE(model.rows()[0].target, QStringLiteral("prod/apps/web:r7"));
        QCOMPARE(model.rows()[1].target, QStringLiteral("b/db:2"));
        QCOMPARE(model.rows()[2].target, QStringLiteral("prod/apps/cache:r7"));
        model.fillDown({});
        QVERIFY(model.isValid());
    }

    void questions()
    {
        PushModel model;
        model.setRows({rowOf("a/web:1"), rowOf("a/web:1-2"), rowOf("a/db:1")});
        model.setFound(0, PushModel::Found::Other);
        model.setFound(1, PushModel::Found::Same);
        model.setFound(2, PushModel::Found::Other);
        QCOMPARE(model.openQuestions(), 2);
        QVERIFY(model.flags(model.index(0, PushModel::State)) & Qt::ItemIsEditable);
        QVERIFY(!(model.flags(model.index(1, PushModel::State)) & Qt::ItemIsEditable));
        model.setData(model.index(0, PushModel::State), int(PushModel::Rename), Qt::EditRole);
        QCOMPARE(model.rows()[0].target, QStringLiteral("a/web:1-3")); // -2 is another row's
        QCOMPARE(model.rows()[0].found, PushModel::Found::Unknown);
        const QSignalSpy answered(&model, &PushModel::answersChanged);
        model.answerAll(PushModel::Overwrite);
        QCOMPARE(answered.count(), 1);
        QCOMPARE(model.rows()[2].answer, PushModel::Overwrite);
        QCOMPARE(model.openQuestions(), 0);
        model.setData(model.index(2, PushModel::Target), QStringLiteral("a/db:9"), Qt::EditRole);
        QCOMPARE(model.rows()[2].answer, PushModel::Open); // another name, another question
    }

    void platforms()
    {
        PushModel model;
        PushModel::Row multi = rowOf("a/web:1");
        multi.platforms = {QStringLiteral("linux/amd64"), QStringLiteral("linux/arm64")};
        PushModel::Row single = rowOf("a/db:1");
        single.platforms = {QStringLiteral("linux/s390x")};
        model.setRows({multi, single});
        model.setPlatforms({QStringLiteral("linux/arm64")});
        QVERIFY(model.isValid()); // there is nothing to choose for the second
        model.setPlatforms({QStringLiteral("linux/riscv64")});
        QVERIFY(!model.problem(0).isEmpty());
        QVERIFY(model.problem(1).isEmpty());
    }
};

QTEST_MAIN(TestPushModel)
#include "tst_pushmodel.moc"
