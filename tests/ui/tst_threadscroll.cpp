#include "tests/support/threadsamples.h"
#include "ui/thread/threadlayouts.h"
#include "ui/thread/threadmodel.h"
#include "ui/thread/threadscroll.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestThreadScroll : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void beginsAtTheEnd();
    void staysAtTheEndWhileMessagesGrow();
    void keepsWhatIsReadInPlaceWhileTheEndGrows();
    void doesNotMoveWhenHeightsTurnOutOther();
    void reachesBothEnds();
    void standsAtTheTopWhereAllFits();
    void showsAPlaceOfAMessage();
    void fillsTheViewportWithoutGaps();
    void keepsFewLayouts();
    void laysOutOnlyWhatIsSeenOfALongMessage();
    void survivesFewerRows();

private:
    const VisiblePiece &arranged() { return m_scroll->arrange().first(); }
    int bottom();
    int screenY(int row, int piece);

    std::unique_ptr<ThreadModel> m_model;
    std::unique_ptr<ThreadLayouts> m_layouts;
    std::unique_ptr<ThreadScroll> m_scroll;
};

constexpr int viewport = 600;
constexpr int floorY = viewport - ThreadScroll::endPadding;

void TestThreadScroll::init()
{
    m_model = std::make_unique<ThreadModel>();
    m_layouts = std::make_unique<ThreadLayouts>(*m_model);
    m_scroll = std::make_unique<ThreadScroll>(*m_layouts);
    m_model->setThread(u"c"_s, ThreadSamples::many(500), {});
    m_layouts->setLook(ThreadLook(QFont(), QPalette()));
    m_layouts->setColumnWidth(500);
    m_scroll->setViewportHeight(viewport);
}

/// Where the last visible piece ends.
int TestThreadScroll::bottom()
{
    const VisiblePiece &last = m_scroll->visible().last();
    return last.y + m_layouts->message(last.row).piece(last.piece).height;
}

/// Where a piece stands on the screen; a great number if it is not there.
int TestThreadScroll::screenY(int row, int piece)
{
    for (const VisiblePiece &visible : m_scroll->visible()) {
        if (visible.row == row && visible.piece == piece)
            return visible.y;
    }
    return 1'000'000;
}

void TestThreadScroll::beginsAtTheEnd()
{
    m_scroll->arrange();
    QVERIFY(m_scroll->isAtEnd());
    QCOMPARE(m_scroll->visible().last().row, 499);
    QCOMPARE(bottom(), floorY);
    QCOMPARE(m_scroll->value(), m_scroll->range());
}

void TestThreadScroll::staysAtTheEndWhileMessagesGrow()
{
    m_scroll->arrange();
    m_model->beginAnswer(ThreadSamples::message(u"a"_s, Core::Role::Assistant, {}));
    m_layouts->appendRows(500, 500);
    m_scroll->arrange();
    for (int i = 0; i < 40; ++i) {
        m_model->growAnswer(u"a line of text\n\n"_s);
        m_layouts->changeRows(500, 500);
        m_scroll->arrange();
        QVERIFY(m_scroll->isAtEnd());
        QCOMPARE(bottom(), floorY);
    }
    QCOMPARE(m_scroll->visible().first().row, 500);
}

void TestThreadScroll::keepsWhatIsReadInPlaceWhileTheEndGrows()
{
    m_scroll->arrange();
    m_scroll->by(-700);
    const VisiblePiece before = arranged();
    QVERIFY(!m_scroll->isAtEnd());
    m_model->beginAnswer(ThreadSamples::message(u"a"_s, Core::Role::Assistant, u"text"_s));
    m_layouts->appendRows(500, 500);
    QCOMPARE(arranged(), before);
    QVERIFY(!m_scroll->isAtEnd());
}

void TestThreadScroll::doesNotMoveWhenHeightsTurnOutOther()
{
    // Far up, nothing has been looked at: every height is a guess.
    m_scroll->to(m_layouts->total() / 2);
    m_scroll->arrange();
    QRandomGenerator random(5);
    for (int step = 0; step < 300; ++step) {
        const QList<VisiblePiece> before = m_scroll->visible();
        const VisiblePiece kept = before[before.size() / 2];
        const int pixels = random.bounded(-250, 120);
        m_scroll->by(pixels);
        m_scroll->arrange();
        const int expected = kept.y - pixels;
        if (expected >= 0 && expected < viewport)
            QCOMPARE(screenY(kept.row, kept.piece), expected);
    }
}

void TestThreadScroll::reachesBothEnds()
{
    m_scroll->arrange();
    for (int i = 0; i < 2000 && m_scroll->value() > 0; ++i) {
        m_scroll->by(-400);
        m_scroll->arrange();
    }
    QCOMPARE(m_scroll->visible().first(), VisiblePiece{});
    QCOMPARE(m_scroll->value(), 0);
    for (int i = 0; i < 2000 && !m_scroll->isAtEnd(); ++i) {
        m_scroll->by(400);
        m_scroll->arrange();
    }
    QCOMPARE(bottom(), floorY);
    m_scroll->toStart();
    QCOMPARE(arranged(), VisiblePiece{});
    m_scroll->to(1'000'000'000);
    m_scroll->arrange();
    QVERIFY(m_scroll->isAtEnd());
}

void TestThreadScroll::standsAtTheTopWhereAllFits()
{
    m_model->setThread(u"d"_s, ThreadSamples::many(2), {});
    m_layouts->reset();
    m_scroll->toEnd();
    QCOMPARE(arranged(), VisiblePiece{});
    QVERIFY(m_scroll->isAtEnd());
    QCOMPARE(m_scroll->range(), 0);
    m_model->clear();
    m_layouts->reset();
    QVERIFY(m_scroll->arrange().isEmpty());
    QCOMPARE(m_scroll->value(), 0);
}

void TestThreadScroll::showsAPlaceOfAMessage()
{
    m_scroll->show(250, 0, 24);
    m_scroll->arrange();
    QCOMPARE(screenY(250, 0), 24);
    m_scroll->show(499, 0, 24); // there is not enough below to bring it up
    m_scroll->arrange();
    QVERIFY(m_scroll->isAtEnd());
    QVERIFY(screenY(499, 0) > 24);
}

void TestThreadScroll::fillsTheViewportWithoutGaps()
{
    m_scroll->to(m_layouts->total() / 3);
    const QList<VisiblePiece> &visible = m_scroll->arrange();
    QVERIFY(visible.first().y <= 0);
    QVERIFY(bottom() >= viewport);
    for (qsizetype i = 1; i < visible.size(); ++i) {
        const VisiblePiece &above = visible[i - 1];
        QCOMPARE(visible[i].y, above.y + m_layouts->message(above.row).piece(above.piece).height);
    }
}

void TestThreadScroll::keepsFewLayouts()
{
    QRandomGenerator random(9);
    for (int i = 0; i < 200; ++i) {
        m_scroll->to(random.bounded(m_layouts->total()));
        m_scroll->arrange();
    }
    QVERIFY(m_layouts->keptMessages() <= 64);
    QCOMPARE(m_layouts->keptPieces(), int(m_scroll->visible().size()));
}

void TestThreadScroll::laysOutOnlyWhatIsSeenOfALongMessage()
{
    const QString text = u"A paragraph of some words.\n\n"_s.repeated(20'000);
    m_model->setThread(u"d"_s, {ThreadSamples::message(u"a"_s, Core::Role::Assistant, text)}, {});
    m_layouts->reset();
    m_scroll->toEnd();
    m_scroll->arrange();
    QVERIFY(m_layouts->message(0).count() > 20'000);
    QVERIFY(m_layouts->keptPieces() < 60);
}

void TestThreadScroll::survivesFewerRows()
{
    m_scroll->to(m_layouts->total() / 2);
    m_scroll->arrange();
    m_model->setThread(u"d"_s, ThreadSamples::many(3), {});
    m_layouts->reset();
    m_scroll->clampRows();
    QVERIFY(arranged().row < 3);
    QVERIFY(m_scroll->isAtEnd());
}

QTEST_MAIN(TestThreadScroll)
#include "tst_threadscroll.moc"
