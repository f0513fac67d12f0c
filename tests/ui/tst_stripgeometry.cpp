#include "ui/base/stripgeometry.h"

#include <QTest>

using Core::PlanItem;
using Core::Verdict;

namespace {

QList<PlanItem> items(const QList<std::pair<int, Verdict>> &parts)
{
    QList<PlanItem> made;
    for (const auto &[tokens, verdict] : parts)
        made.append({.tokens = tokens, .verdict = verdict});
    return made;
}

QList<PlanItem> many(int count)
{
    QList<PlanItem> made;
    for (int i = 0; i < count; ++i)
        made.append({.tokens = 1 + i % 90,
                     .verdict = i < count / 2 ? Verdict::Dropped : Verdict::Kept,
                     .cached = i > count / 2});
    return made;
}

StripWindow whole(const StripScale &scale)
{
    return {0, scale.length()};
}

} // namespace

class TestStripGeometry : public QObject
{
    Q_OBJECT

private slots:
    void blocksAreAsWideAsTheirTokens()
    {
        const QList<PlanItem> three =
            items({{10, Verdict::Kept}, {30, Verdict::Dropped}, {60, Verdict::Kept}});
        const StripScale scale(three);
        const QList<StripBlock> expected{{0, 20, 0, 0, Verdict::Kept, false},
                                         {20, 60, 1, 1, Verdict::Dropped, false},
                                         {80, 120, 2, 2, Verdict::Kept, false}};
        QCOMPARE(stripBlocks(three, scale, whole(scale), 200), expected);
    }

    void thousandsOfMessagesShareThePixelsWithoutGaps()
    {
        const QList<PlanItem> all = many(10'000);
        const StripScale scale(all);
        for (const double zoom : {1.0, 7.0, 400.0}) {
            const StripWindow window = zoomed(whole(scale), scale, scale.length() / 3, zoom);
            const QList<StripBlock> blocks = stripBlocks(all, scale, window, 360);
            QVERIFY(blocks.size() <= 360);
            int x = 0;
            qsizetype next = blocks.first().first;
            for (const StripBlock &block : blocks) {
                QCOMPARE(block.x, x);
                QCOMPARE(block.first, next);
                QVERIFY(block.width > 0);
                x += block.width;
                next = block.last + 1;
            }
            QCOMPARE(x, 360);
        }
        QCOMPARE(stripBlocks(all, scale, whole(scale), 360).last().last, 9'999);
    }

    void aSharedBlockIsWhatMostOfItsTokensAre()
    {
        QList<PlanItem> pair = items({{40, Verdict::Kept}, {60, Verdict::Dropped}});
        pair[0].cached = true;
        const StripScale scale(pair);
        const QList<StripBlock> one = stripBlocks(pair, scale, whole(scale), 1);
        QCOMPARE(one.size(), 1);
        QCOMPARE(one[0].verdict, Verdict::Dropped);
        QVERIFY(!one[0].cached);
        pair[1].cached = true;
        QVERIFY(stripBlocks(pair, scale, whole(scale), 1)[0].cached);
    }

    void messagesWithoutTokensCanBeHit()
    {
        const StripScale scale(items({{0, Verdict::Kept}, {1, Verdict::Kept}}));
        QCOMPARE(scale.length(), 2.0);
        QCOMPARE(scale.itemAt(0.5), 0);
        QCOMPARE(scale.itemAt(1.5), 1);
        QCOMPARE(scale.itemAt(-5), 0);
        QCOMPARE(scale.itemAt(99), 1);
        QCOMPARE(StripScale().itemAt(0), -1);
    }

    void zoomingKeepsThePlaceUnderTheMouse()
    {
        const StripScale scale(many(1'000));
        const StripWindow window = zoomed(whole(scale), scale, 9'000, 4);
        QCOMPARE(window.length, scale.length() / 4);
        QCOMPARE(xAt(window, 500, 9'000), xAt(whole(scale), 500, 9'000));
        QCOMPARE(tokensAt(window, 500, xAt(window, 500, 9'000)), 9'000.0);
    }

    void zoomHasEnds()
    {
        const StripScale scale(many(1'000));
        QCOMPARE(zoomed(whole(scale), scale, 100, 0.1), whole(scale));
        QCOMPARE(zoomed(whole(scale), scale, 100, 1e9).length, 20.0);
        const StripScale small(items({{5, Verdict::Kept}}));
        QCOMPARE(zoomed({0, 5}, small, 2, 8), (StripWindow{0, 5}));
    }

    void panningStopsAtTheEnds()
    {
        const StripScale scale(items({{100, Verdict::Kept}, {100, Verdict::Kept}}));
        QCOMPARE(panned({50, 50}, scale, -80), (StripWindow{0, 50}));
        QCOMPARE(panned({50, 50}, scale, 500), (StripWindow{150, 50}));
    }

    void aMessageIsBroughtIntoViewWithTheLeastMove_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<int>("item");
        QTest::addColumn<double>("then");

        QTest::addRow("not moved when in view") << 90.0 << 1 << 90.0;
        QTest::addRow("from the left") << 150.0 << 0 << 0.0;
        QTest::addRow("from the right") << 0.0 << 2 << 180.0;
        QTest::addRow("its beginning when too long") << 0.0 << 3 << 300.0;
    }

    void aMessageIsBroughtIntoViewWithTheLeastMove()
    {
        QFETCH(double, from);
        QFETCH(int, item);
        QFETCH(double, then);
        const StripScale scale(items({{100, Verdict::Kept},
                                      {100, Verdict::Kept},
                                      {100, Verdict::Kept},
                                      {400, Verdict::Kept}}));
        QCOMPARE(showing({from, 120}, scale, item).from, then);
    }
};

QTEST_GUILESS_MAIN(TestStripGeometry)
#include "tst_stripgeometry.moc"
