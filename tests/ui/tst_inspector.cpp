#include "tests/support/inspectsamples.h"
#include "ui/inspector/inspector.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Widget>
Widget *named(const QWidget &parent, const QString &text)
{
    const auto all = parent.findChildren<Widget *>();
    for (Widget *each : all) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

bool says(const QWidget &parent, const QString &text)
{
    const auto all = parent.findChildren<QLabel *>();
    return std::any_of(all.begin(), all.end(), [&](const QLabel *label) {
        return label->isVisibleTo(&parent) && label->text().contains(text);
    });
}

QAction *action(const QWidget &parent, const QString &text)
{
    const auto all = parent.findChildren<QAction *>();
    for (QAction *each : all) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

} // namespace

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
        QVERIFY(says(*m_view, u"not sent yet"_s));
        m_view->showAnswer(m_attempts[1].messageId);
        QVERIFY(says(*m_view, u"complete · HTTP 200"_s));
        m_view->showNext();
        QVERIFY(says(*m_view, u"not sent yet"_s));
    }

    void itSaysHowManyPlansWereReused()
    {
        QVERIFY(!says(*m_view, u"Plans reused"_s));
        m_view->setReuse(3, 4);
        QVERIFY(says(*m_view, u"Plans reused: 3 of 4"_s));
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
        action(*m_view, u"Pin: always send it"_s)->trigger();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks[0][0].toString(), m_thread[3].id);
        QCOMPARE(marks[0][1].value<Core::HandMark>(), Core::HandMark::Pinned);

        m_view->showAnswer(m_attempts[2].messageId);
        action(*m_view, u"Leave it out"_s)->trigger();
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
        QVERIFY(says(*m_view, u"Reading the plan"_s));

        m_view->setAttempt(m_attempts[2]);
        QVERIFY(!says(*m_view, u"Reading the plan"_s));
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
        QVERIFY(says(*m_view, u"No request is kept"_s));
    }

    void anotherLanguageKeepsWhatIsShown()
    {
        m_view->setAttempts(m_attempts);
        m_view->showTab(Inspector::Tab::Request);
        m_view->showAnswer(m_attempts[1].messageId);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_view.get(), &change);
        QVERIFY(says(*m_view, u"complete · HTTP 200"_s));
        m_view->showNext();
        QVERIFY(says(*m_view, u"not sent yet"_s));
    }

    void aConversationThatIsLeftIsForgotten()
    {
        m_view->setAttempts(m_attempts);
        m_view->showAnswer(m_attempts[1].messageId);
        m_view->setConversation(u"another"_s);
        QVERIFY(says(*m_view, u"What the model will see"_s));
        m_view->showTab(Inspector::Tab::Request);
        QVERIFY(says(*m_view, u"The request, word for word"_s));
        m_view->showTab(Inspector::Tab::Cost);
        QVERIFY(says(*m_view, u"Nothing spent yet"_s));
    }

    void theRequestIsCopiedAsItIsShown()
    {
        m_view->setAttempts(m_attempts);
        m_view->showAnswer(m_attempts[2].messageId);
        m_view->showTab(Inspector::Tab::Request);
        QSignalSpy copies(m_view.get(), &Inspector::copied);
        named<QPushButton>(*m_view, u"Copy"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(
            u"{\n  \"model\": \"gpt-4.1-mini\","_s));
        named<QPushButton>(*m_view, u"Copy as curl"_s)->click();
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
        QTRY_VERIFY(says(*m_view, u"Since the request before:"_s));
        m_view->showAnswer(m_attempts[0].messageId);
        QVERIFY(says(*m_view, u"This is the first request"_s));
    }

private:
    QList<Core::Message> m_thread;
    QList<Core::Attempt> m_attempts;
    std::unique_ptr<Inspector> m_view;
};

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
