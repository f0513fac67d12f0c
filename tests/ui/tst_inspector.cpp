#include "tests/support/inspectsamples.h"
#include "tests/support/shown.h"
#include "ui/inspector/inspector.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestInspector : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void init()
    {
        m_thread = InspectSamples::thread(12);
        m_attempts = InspectSamples::attempts(m_thread, 3);
        m_view = std::make_unique<Inspector>();
        m_view->setConversation(u"c"_s);
        m_view->setMessages(m_thread);
        Core::Attempt next = m_attempts.last();
        next.id.clear();
        m_view->setNext(InspectSamples::mixedPlan(m_thread), next);
    }

    void theNextRequestIsShownUntilAnAnswerIsChosen()
    {
        m_view->setAttempts(m_attempts);
        m_view->showTab(Inspector::Tab::Request);
        QVERIFY(Shown::says(*m_view, u"not sent yet"_s));
        m_view->showAnswer(m_attempts[1].messageId);
        QVERIFY(Shown::says(*m_view, u"complete · HTTP 200"_s));
        m_view->showNext();
        QVERIFY(Shown::says(*m_view, u"not sent yet"_s));
    }

    void aUsageThatCannotBeIsMarked()
    {
        m_attempts[1].remarks = {u"unbelievable usage, counted here instead: {}"_s};
        m_view->setAttempts(m_attempts);
        m_view->showTab(Inspector::Tab::Request);
        m_view->showAnswer(m_attempts[0].messageId);
        QVERIFY(!Shown::says(*m_view, u"report cannot be"_s));
        m_view->showAnswer(m_attempts[1].messageId);
        QVERIFY(Shown::says(*m_view, u"report cannot be"_s));
    }

    void itSaysHowManyPlansWereReused()
    {
        QVERIFY(!Shown::says(*m_view, u"Plans reused"_s));
        m_view->setReuse(3, 4);
        QVERIFY(Shown::says(*m_view, u"Plans reused: 3 of 4"_s));
    }

    void aPlanOfThePastCannotBeMarked()
    {
        m_view->setAttempts(m_attempts);
        QSignalSpy marks(m_view.get(), &Inspector::handMarkRequested);
        QListView *list = nullptr;
        const auto lists = m_view->findChildren<QListView *>();
        for (QListView *each : lists)
            list = each->accessibleName() == u"Messages and their verdicts"_s ? each : list;
        list->setCurrentIndex(list->model()->index(3, 0));
        Shown::withText<QAction>(*m_view, u"Pin: always send it"_s)->trigger();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks[0][0].toString(), m_thread[3].id);
        QCOMPARE(marks[0][1].value<Core::HandMark>(), Core::HandMark::Pinned);

        m_view->showAnswer(m_attempts[2].messageId);
        Shown::withText<QAction>(*m_view, u"Leave it out"_s)->trigger();
        QCOMPARE(marks.size(), 1);
    }

    void attemptsWithoutBodiesAreAskedForOnce()
    {
        QList<Core::Attempt> light = m_attempts;
        for (Core::Attempt &attempt : light) {
            attempt.requestBody.clear();
            attempt.plan.clear();
        }
        QSignalSpy requests(m_view.get(), &Inspector::attemptRequested);
        m_view->setAttempts(light);
        m_view->showAnswer(light[2].messageId);
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests[0][0].toString(), light[2].id);
        QVERIFY(Shown::says(*m_view, u"Reading the plan"_s));

        m_view->setAttempt(m_attempts[2]);
        QVERIFY(!Shown::says(*m_view, u"Reading the plan"_s));
        QCOMPARE(requests.last()[0].toString(), light[1].id); // to compare with
        m_view->setAttempt(m_attempts[1]);
        const qsizetype asked = requests.size();
        m_view->setAttempts(light); // a later turn brings them again
        QCOMPARE(requests.size(), asked);
    }

    void aRequestThatWasNotKeptIsAskedForOnce()
    {
        QList<Core::Attempt> light = m_attempts;
        for (Core::Attempt &attempt : light) {
            attempt.requestBody.clear();
            attempt.plan.clear();
        }
        m_view->setAttempts(light);
        QSignalSpy requests(m_view.get(), &Inspector::attemptRequested);
        m_view->showTab(Inspector::Tab::Request);
        m_view->showAnswer(light[0].messageId);
        QCOMPARE(requests.size(), 1);
        m_view->setAttempt(light[0]);
        QCOMPARE(requests.size(), 1);
        QVERIFY(Shown::says(*m_view, u"No request is kept"_s));
    }

    void anotherLanguageKeepsWhatIsShown()
    {
        m_view->setAttempts(m_attempts);
        m_view->showTab(Inspector::Tab::Request);
        m_view->showAnswer(m_attempts[1].messageId);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_view.get(), &change);
        QVERIFY(Shown::says(*m_view, u"complete · HTTP 200"_s));
        m_view->showNext();
        QVERIFY(Shown::says(*m_view, u"not sent yet"_s));
    }

    void aConversationThatIsLeftIsForgotten()
    {
        m_view->setAttempts(m_attempts);
        m_view->showAnswer(m_attempts[1].messageId);
        m_view->setConversation(u"another"_s);
        QVERIFY(Shown::says(*m_view, u"What the model will see"_s));
        m_view->showTab(Inspector::Tab::Request);
        QVERIFY(Shown::says(*m_view, u"The request, word for word"_s));
        m_view->showTab(Inspector::Tab::Cost);
        QVERIFY(Shown::says(*m_view, u"Nothing spent yet"_s));
    }

    void theRequestIsCopiedAsItIsShown()
    {
        m_view->setAttempts(m_attempts);
        m_view->showAnswer(m_attempts[2].messageId);
        m_view->showTab(Inspector::Tab::Request);
        QSignalSpy copies(m_view.get(), &Inspector::copied);
        Shown::withText<QPushButton>(*m_view, u"Copy"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(
            u"{\n  \"model\": \"gpt-4.1-mini\","_s));
        Shown::withText<QPushButton>(*m_view, u"Copy as curl"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"curl 'https://api.holysheep"_s));
        QCOMPARE(copies.size(), 2);
    }

    void changesSinceTheRequestBeforeAreCounted()
    {
        m_view->setAttempts(m_attempts);
        m_view->showAnswer(m_attempts[1].messageId);
        m_view->showTab(Inspector::Tab::Request);
        const auto boxes = m_view->findChildren<QComboBox *>();
        for (QComboBox *box : boxes) {
            if (const int changes = box->findText(u"Changes"_s); changes >= 0)
                box->setCurrentIndex(changes);
        }
        QTRY_VERIFY(Shown::says(*m_view, u"Against that request:"_s));
        m_view->showAnswer(m_attempts[0].messageId);
        QVERIFY(Shown::says(*m_view, u"This is the first request"_s));
    }

    void changesAreCountedFromAnyOtherRequest()
    {
        m_view->setAttempts(m_attempts);
        m_view->showAnswer(m_attempts[0].messageId);
        m_view->showTab(Inspector::Tab::Request);
        QComboBox *against = nullptr;
        const auto boxes = m_view->findChildren<QComboBox *>();
        for (QComboBox *box : boxes) {
            if (const int changes = box->findText(u"Changes"_s); changes >= 0)
                box->setCurrentIndex(changes);
            if (box->accessibleName().startsWith(u"Which request the changes"_s))
                against = box;
        }
        QVERIFY(against);
        QCOMPARE(against->count(), 2); // all but itself
        QVERIFY(Shown::says(*m_view, u"This is the first request"_s));
        emit against->activated(against->findData(m_attempts[2].id));
        QCOMPARE(against->currentData().toString(), m_attempts[2].id);
        QTRY_VERIFY(Shown::says(*m_view, u"Against that request:"_s));
    }

    void whatTheStrategySavedIsSaid()
    {
        m_view->setCharges(InspectSamples::turnCharges(4));
        m_view->showTab(Inspector::Tab::Cost);
        QVERIFY(!Shown::says(*m_view, u"full history"_s));
        m_view->setSaving({.turns = 4,
                           .sentTokens = 100,
                           .fullTokens = 400,
                           .paid = Core::Money{30'000'000'000},
                           .full = Core::Money{40'000'000'000}});
        QVERIFY(Shown::says(*m_view, u"Saved against the full history: $0.01 (25"_s));
        m_view->setSaving(
            {.turns = 1, .paid = Core::Money{40'000'000'000}, .full = Core::Money{30'000'000'000}});
        QVERIFY(Shown::says(*m_view, u"The full history would have cost less"_s));
    }

private:
    QList<Core::Message> m_thread;
    QList<Core::Attempt> m_attempts;
    std::unique_ptr<Inspector> m_view;
};

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
