#include "tests/support/inspectsamples.h"
#include "ui/inspector/contextstrip.h"
#include "ui/inspector/planmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestContextStrip : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model = std::make_unique<PlanModel>();
        m_strip = std::make_unique<ContextStrip>(*m_model);
        m_strip->resize(400, 56);
        show(20);
    }

    void theKeyboardGoesFromMessageToMessage()
    {
        QSignalSpy moves(m_strip.get(), &ContextStrip::currentChanged);
        QSignalSpy activations(m_strip.get(), &ContextStrip::activated);
        QTest::keyClick(m_strip.get(), Qt::Key_Left);
        QCOMPARE(m_strip->current(), m_model->rowCount() - 1); // the newest
        QTest::keyClick(m_strip.get(), Qt::Key_Left);
        QCOMPARE(m_strip->current(), m_model->rowCount() - 2);
        QTest::keyClick(m_strip.get(), Qt::Key_Home);
        QTest::keyClick(m_strip.get(), Qt::Key_Left);
        QCOMPARE(m_strip->current(), 0);
        QTest::keyClick(m_strip.get(), Qt::Key_Return);
        QCOMPARE(moves.size(), 3);
        QCOMPARE(activations.takeFirst(), QVariantList{qsizetype(0)});
        QVERIFY(m_strip->accessibleDescription().startsWith(u"Message 1 of"_s));
    }

    void aClickGoesToTheMessageUnderIt()
    {
        QSignalSpy activations(m_strip.get(), &ContextStrip::activated);
        QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, {399, 20});
        QCOMPARE(activations.takeFirst(), QVariantList{qsizetype(m_model->rowCount() - 1)});
    }

    void aDragPansAndIsNoClick()
    {
        QSignalSpy activations(m_strip.get(), &ContextStrip::activated);
        m_strip->zoomBy(8);
        const double before = m_strip->window().from;
        QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, {300, 20});
        QTest::mouseMove(m_strip.get(), {200, 20});
        QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, {200, 20});
        QVERIFY(m_strip->window().from > before);
        QCOMPARE(activations.size(), 0);
    }

    void zoomAndBack()
    {
        const StripWindow whole = m_strip->window();
        QTest::keyClick(m_strip.get(), Qt::Key_Plus);
        QVERIFY(m_strip->window().length < whole.length);
        QTest::keyClick(m_strip.get(), Qt::Key_0);
        QCOMPARE(m_strip->window(), whole);
    }

    void aWholeViewStaysWholeWhenMessagesCome()
    {
        show(30);
        QCOMPARE(m_strip->window().from, 0.0);
        m_strip->zoomBy(4);
        const StripWindow zoomed = m_strip->window();
        show(31);
        QCOMPARE(m_strip->window(), zoomed); // one was looking at something
    }

    void aShorterConversationHasNoMessageBehindItsEnd()
    {
        m_strip->setCurrent(m_model->rowCount() - 1);
        show(3);
        QCOMPARE(m_strip->current(), m_model->rowCount() - 1);
        m_model->setPlan({}, {});
        QCOMPARE(m_strip->current(), -1);
        QTest::keyClick(m_strip.get(), Qt::Key_Right);
        QCOMPARE(m_strip->current(), -1);
    }

private:
    void show(int turns)
    {
        const QList<Core::Message> thread = InspectSamples::thread(turns);
        m_model->setPlan(InspectSamples::mixedPlan(thread), thread);
    }

    std::unique_ptr<PlanModel> m_model;
    std::unique_ptr<ContextStrip> m_strip;
};

QTEST_MAIN(TestContextStrip)
#include "tst_contextstrip.moc"
