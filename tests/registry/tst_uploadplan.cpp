#include "core/registry/uploadplan.h"

#include <QTest>

using namespace dip;
using Traits = RegistryMemory::Traits;

namespace {

constexpr qint64 mib = 1024 * 1024;
constexpr qint64 chunk = 64 * mib;

Traits taught(const UploadPlan &plan)
{
    Traits traits;
    plan.teach(traits);
    return traits;
}

} // namespace

class TestUploadPlan final : public QObject
{
    Q_OBJECT

private slots:
    void choosesTheWay_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<Traits>("known");
        QTest::addColumn<bool>("onePut");
        QTest::addColumn<qint64>("piece");
        QTest::newRow("small") << 5 * mib << Traits{} << true << 5 * mib;
        QTest::newRow("exactly a chunk") << chunk << Traits{} << true << chunk;
        QTest::newRow("large") << chunk + 1 << Traits{} << false << chunk;
        QTest::newRow("empty") << qint64(0) << Traits{.needsPatch = true} << true << qint64(0);
        QTest::newRow("no chunks") << 9 * chunk << Traits{.noChunks = true} << true << 9 * chunk;
        QTest::newRow("at most") << chunk << Traits{.maxChunk = 4 * mib} << false << 4 * mib;
        QTest::newRow("at least") << 9 * chunk << Traits{.minChunk = 2 * chunk} << false << 2 * chunk;
        QTest::newRow("needs a PATCH") << 5 * mib << Traits{.needsPatch = true} << false << 5 * mib;
        QTest::newRow("needs a PATCH, only one")
            << 9 * chunk << Traits{.noChunks = true, .needsPatch = true} << false << 9 * chunk;
    }

    void choosesTheWay()
    {
        QFETCH(qint64, size);
        QFETCH(Traits, known);
        QFETCH(bool, onePut);
        QFETCH(qint64, piece);
        const UploadPlan plan(size, chunk, known);
        QCOMPARE(plan.isOnePut(0), onePut);
        QCOMPARE(plan.pieceAt(0), piece);
        QCOMPARE(taught(plan), Traits{});
    }

    void sendsTheRestOfAPartialUploadByPatch()
    {
        UploadPlan plan(5 * mib, chunk, {});
        QVERIFY(!plan.isOnePut(mib));
        QVERIFY(plan.canGoOnFrom(mib));
        QCOMPARE(plan.pieceAt(mib), 4 * mib);
        QVERIFY(plan.refuseChunks());
        QVERIFY(!plan.canGoOnFrom(mib));
        QVERIFY(plan.canGoOnFrom(0));
        QVERIFY(plan.canGoOnFrom(5 * mib));
    }

    void halvesWhatIsTooLargeAndComesToAnEnd()
    {
        UploadPlan plan(9 * chunk, chunk, {});
        QList<qint64> tried;
        for (qint64 length = plan.pieceAt(0); plan.refuseSize(length) && tried.size() < 20;
             length = plan.pieceAt(0))
            tried.append(plan.pieceAt(0) / mib);
        QCOMPARE(tried, QList<qint64>({32, 16, 8, 4, 2, 1, 9 * 64})); // at last all at once
    }

    void goesBelowWhereItEndsByItselfWhenAsked()
    {
        Traits known;
        QList<qint64> asked;
        for (int i = 0; i < 5; ++i) {
            known.maxChunk = UploadPlan::smallerPiece(chunk, known);
            asked.append(known.maxChunk / 1024);
        }
        QCOMPARE(asked, QList<qint64>({256, 64, 16, 16, 16}));
        QCOMPARE(UploadPlan::smallerPiece(chunk, Traits{.maxChunk = 8 * mib}), mib / 4);

        UploadPlan plan(9 * chunk, chunk, Traits{.maxChunk = mib / 4});
        QList<qint64> tried;
        for (qint64 length = plan.pieceAt(0); plan.refuseSize(length) && tried.size() < 20;
             length = plan.pieceAt(0))
            tried.append(plan.pieceAt(0) / 1024);
        QCOMPARE(tried, QList<qint64>({128, 64, 32, 16, 9 * chunk / 1024}));
    }

    void goesFromOnePutToChunksOnce()
    {
        UploadPlan plan(9 * chunk, chunk, Traits{.noChunks = true});
        QVERIFY(plan.isOnePut(0));
        QVERIFY(plan.refuseSize(9 * chunk));
        QVERIFY(!plan.isOnePut(0));
        QCOMPARE(plan.pieceAt(0), chunk);
        QVERIFY(plan.refuseChunks());
        QVERIFY(plan.isOnePut(0));
        QVERIFY(!plan.refuseSize(9 * chunk));
        QVERIFY(!plan.refuseChunks());
        QVERIFY(!plan.refuseOnePut());
    }

    void takesThePatchThatOneWants()
    {
        UploadPlan plan(5 * mib, chunk, {});
        QVERIFY(plan.refuseOnePut());
        QVERIFY(!plan.isOnePut(0));
        QCOMPARE(plan.pieceAt(0), 5 * mib);
        QVERIFY(!plan.refuseOnePut());
        QVERIFY(!plan.refuseChunks());
        QCOMPARE(taught(plan), Traits{.needsPatch = true});
    }

    void keepsWithinWhatTheRegistrySays()
    {
        UploadPlan plan(9 * chunk, chunk, Traits{.maxChunk = 8 * mib});
        plan.bound(0, 16 * mib);
        QCOMPARE(plan.pieceAt(0), 8 * mib);
        plan.bound(2 * mib, 4 * mib);
        QCOMPARE(plan.pieceAt(0), 4 * mib);
        QVERIFY(plan.refuseSize(4 * mib));
        QCOMPARE(plan.pieceAt(0), 2 * mib);
        QCOMPARE(taught(plan), (Traits{.maxChunk = 2 * mib, .minChunk = 2 * mib}));
    }

    void teachesOnlyWhatIsNews()
    {
        UploadPlan plan(9 * chunk, chunk, Traits{.maxChunk = 8 * mib});
        Traits meanwhile{.maxChunk = 2 * mib, .needsPatch = true};
        plan.teach(meanwhile);
        QCOMPARE(meanwhile, (Traits{.maxChunk = 2 * mib, .needsPatch = true}));
    }
};

QTEST_GUILESS_MAIN(TestUploadPlan)
#include "tst_uploadplan.moc"
