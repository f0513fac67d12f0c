#include "tests/support/threadsamples.h"
#include "ui/base/emptystate.h"
#include "ui/thread/accessiblethread.h"
#include "ui/thread/findbar.h"
#include "ui/thread/messageactions.h"
#include "ui/thread/threadcanvas.h"
#include "ui/thread/threadview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using Core::Message;
using Core::Role;

class TestThreadView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void showsWhatToDoWhereThereIsNothing();
    void showsAConversationFromItsEnd();
    void paintsWhatGrowsAFrameAtATime();
    void offersTheWayToTheNewest();
    void keepsItsPlaceWhenTheSameConversationIsSet();
    void opensWebLinksOnly_data();
    void opensWebLinksOnly();
    void copiesTheSelectedSource();
    void selectsTheMessageThenTheThread();
    void walksFromMessageToMessage();
    void actsOnTheCurrentMessage();
    void offersOtherModelsAndStrategies();
    void findsWithoutDiacritics();
    void endsASearchThatHasFound();
    void switchesVersions();
    void isAListForScreenReaders();
    void announcesWholeSentences();
    void survivesWhateverIsClicked();

private:
    void setThread(const QList<Message> &branch, const QString &id = u"c"_s)
    {
        m_view->setThread({.id = id}, branch, {{u"s3"_s, {2, 3}}});
    }
    /// The middle of the first place where the words stand on the screen.
    QPoint pointAt(const QString &words);

    std::unique_ptr<ThreadView> m_view;
    ThreadCanvas *m_canvas = nullptr;
};

void TestThreadView::init()
{
    m_view = std::make_unique<ThreadView>();
    m_view->resize(700, 800);
    m_view->show();
    m_canvas = &m_view->canvas();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestThreadView::cleanup()
{
    m_view.reset();
}

QPoint TestThreadView::pointAt(const QString &words)
{
    auto &layouts = const_cast<ThreadLayouts &>(m_canvas->layouts());
    const int left = layouts.look().columnLeft(m_canvas->viewport()->width()) + ThreadLook::padding;
    for (const VisiblePiece &visible : m_canvas->visible()) {
        for (const ShapedText &text : layouts.shaped(visible.row, visible.piece).texts) {
            const int at = int(text.layout->text().indexOf(words));
            if (at < 0)
                continue;
            const QTextLine line = text.layout->lineForTextPosition(at);
            const qreal x = (line.cursorToX(at) + line.cursorToX(at + int(words.size()))) / 2;
            return (text.at + QPointF(left + x, visible.y + line.y() + line.height() / 2))
                .toPoint();
        }
    }
    return {-1, -1};
}

void TestThreadView::showsWhatToDoWhereThereIsNothing()
{
    auto *state = m_view->findChild<EmptyState *>();
    QVERIFY(state->isVisible());
    const QString nothing = state->accessibleName();
    setThread({});
    QVERIFY(state->isVisible());
    QVERIFY(state->accessibleName() != nothing);
    m_view->showError({.kind = Core::Error::Kind::StoreFailed});
    QSignalSpy retried(m_view.get(), &ThreadView::retryRequested);
    state->findChild<QPushButton *>()->click();
    QCOMPARE(retried.count(), 1);
    setThread(ThreadSamples::support());
    QVERIFY(m_canvas->isVisible());
}

void TestThreadView::showsAConversationFromItsEnd()
{
    setThread(ThreadSamples::many(300));
    QVERIFY(m_canvas->isAtEnd());
    QCOMPARE(m_canvas->visible().last().row, 299);
    QCOMPARE(m_canvas->verticalScrollBar()->value(), m_canvas->verticalScrollBar()->maximum());
}

void TestThreadView::paintsWhatGrowsAFrameAtATime()
{
    setThread(ThreadSamples::support());
    QSignalSpy changed(&m_view->model(), &QAbstractItemModel::dataChanged);
    m_view->beginAnswer(ThreadSamples::message(u"a"_s, Role::Assistant, {}, 20));
    for (int i = 0; i < 1000; ++i)
        m_view->growAnswer(u"word "_s);
    QCOMPARE(changed.count(), 0); // nothing before the next frame
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(m_view->model().row(5).message.content.size(), 5000);
    QVERIFY(m_canvas->isAtEnd());
    m_view->growAnswer(u"late"_s);
    m_view->finishAnswer(ThreadSamples::message(u"a"_s, Role::Assistant, u"done"_s, 20));
    QCOMPARE(m_view->model().row(5).message.content, u"done"_s);
}

void TestThreadView::offersTheWayToTheNewest()
{
    setThread(ThreadSamples::many(100));
    auto *jump = m_canvas->findChild<QToolButton *>(u"jump"_s);
    QVERIFY(!jump->isVisible());
    QTest::keyClick(m_canvas, Qt::Key_PageUp);
    QVERIFY(jump->isVisible());
    QVERIFY(m_canvas->rect().contains(jump->geometry()));
    jump->click();
    QVERIFY(m_canvas->isAtEnd());
    QVERIFY(!jump->isVisible());
}

void TestThreadView::keepsItsPlaceWhenTheSameConversationIsSet()
{
    setThread(ThreadSamples::many(100));
    m_view->showMessage(u"m40"_s);
    const QList<VisiblePiece> before = m_canvas->visible();
    QCOMPARE(before.first().row, 39);
    setThread(ThreadSamples::many(102));
    QCOMPARE(m_canvas->visible(), before);
    setThread(ThreadSamples::many(100), u"other"_s);
    QVERIFY(m_canvas->isAtEnd());
}

void TestThreadView::opensWebLinksOnly_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("opened");
    QTest::addRow("web") << u"good"_s << u"https://example.com"_s;
    QTest::addRow("mail") << u"mail"_s << u"mailto:me@example.com"_s;
    QTest::addRow("script") << u"click"_s << QString();
    QTest::addRow("file") << u"run"_s << QString();
    QTest::addRow("credentials") << u"fake"_s << QString();
    QTest::addRow("image") << u"chip"_s << QString();
}

void TestThreadView::opensWebLinksOnly()
{
    QFETCH(QString, words);
    QFETCH(QString, opened);
    setThread({ThreadSamples::message(
        u"m"_s, Role::Assistant,
        u"[good](https://example.com) [mail](mailto:me@example.com) [click](javascript:alert(1)) "
        "[run](file:///bin/sh) [fake](https://bank.example@evil.example) ![chip](/dev/zero)"_s)});
    QSignalSpy links(m_view.get(), &ThreadView::linkActivated);
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, pointAt(words));
    QCOMPARE(links.count(), opened.isEmpty() ? 0 : 1);
    if (!opened.isEmpty())
        QCOMPARE(links.first().first().toUrl().toString(), opened);
}

void TestThreadView::copiesTheSelectedSource()
{
    setThread({ThreadSamples::message(u"a"_s, Role::User, u"First **bold** words"_s),
               ThreadSamples::message(u"b"_s, Role::Assistant, u"# Title\n\nlast `code` here"_s)});
    QWidget *viewport = m_canvas->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, pointAt(u"bold"_s));
    QTest::mouseMove(viewport, pointAt(u"last"_s));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, pointAt(u"here"_s));
    QTest::keyClick(m_canvas, Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(u"ld** words\n\n# Title\n\nla"_s), qPrintable(copied));

    QTest::mouseDClick(viewport, Qt::LeftButton, {}, pointAt(u"words"_s));
    QTest::keyClick(m_canvas, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"words"_s);
}

void TestThreadView::selectsTheMessageThenTheThread()
{
    setThread({ThreadSamples::message(u"a"_s, Role::User, u"one"_s),
               ThreadSamples::message(u"b"_s, Role::Assistant, u"two"_s)});
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, pointAt(u"two"_s));
    QTest::keyClick(m_canvas, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_canvas->selectedSource(), u"two"_s);
    QTest::keyClick(m_canvas, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_canvas->selectedSource(), u"one\n\ntwo"_s);
    QTest::keyClick(m_canvas, Qt::Key_Escape);
    QCOMPARE(m_canvas->selectedSource(), QString());
    QTest::keyClick(m_canvas, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_canvas, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_canvas->selectedSource(), u"tw"_s);
    QTest::keyClick(m_canvas, Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(m_canvas, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_canvas->selectedSource(), u"one"_s);
}

void TestThreadView::walksFromMessageToMessage()
{
    setThread(ThreadSamples::many(50));
    m_view->showMessage(u"m20"_s);
    QTest::keyClick(m_canvas, Qt::Key_J);
    QCOMPARE(m_canvas->currentRow(), 21);
    for (int i = 0; i < 15; ++i)
        QTest::keyClick(m_canvas, Qt::Key_J);
    QCOMPARE(m_canvas->currentRow(), 36);
    QVERIFY(m_canvas->viewport()->rect().intersects(m_canvas->rowRect(36)));
    QTest::keyClick(m_canvas, Qt::Key_K);
    QCOMPARE(m_canvas->currentRow(), 35);
    QTest::keyClick(m_canvas, Qt::Key_Home);
    QCOMPARE(m_canvas->visible().first().row, 0);
    QTest::keyClick(m_canvas, Qt::Key_End);
    QVERIFY(m_canvas->isAtEnd());
}

void TestThreadView::actsOnTheCurrentMessage()
{
    setThread(ThreadSamples::support());
    QSignalSpy edited(m_view.get(), &ThreadView::editRequested);
    QSignalSpy again(m_view.get(), &ThreadView::regenerateRequested);
    QSignalSpy pinned(m_view.get(), &ThreadView::pinRequested);
    QSignalSpy excluded(m_view.get(), &ThreadView::excludeRequested);
    m_canvas->setFocus();

    m_canvas->setCurrentRow(1); // a question: edited, but not asked again
    QTest::keyClick(m_canvas, Qt::Key_E);
    QTest::keyClick(m_canvas, Qt::Key_R);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.first().first().toString(), u"s2"_s);
    QCOMPARE(again.count(), 0);

    m_canvas->setCurrentRow(2); // an answer: asked again, but not edited
    QTest::keyClick(m_canvas, Qt::Key_E);
    QTest::keyClick(m_canvas, Qt::Key_R);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(again.first(), (QVariantList{u"s3"_s, QString(), QString()}));

    QTest::keyClick(m_canvas, Qt::Key_P);
    QCOMPARE(pinned.first(), (QVariantList{u"s3"_s, true}));
    Core::ContextPlan plan;
    plan.items = {
        {.id = u"s1"_s}, {.id = u"s2"_s}, {.id = u"s3"_s, .verdict = Core::Verdict::Pinned}};
    m_view->setPlan(plan);
    QTest::keyClick(m_canvas, Qt::Key_P);
    QCOMPARE(pinned.last(), (QVariantList{u"s3"_s, false}));
    QTest::keyClick(m_canvas, Qt::Key_X);
    QCOMPARE(excluded.first(), (QVariantList{u"s3"_s, true}));
    QTest::keyClick(m_canvas, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), ThreadSamples::support()[2].content);
}

void TestThreadView::offersOtherModelsAndStrategies()
{
    setThread(ThreadSamples::support());
    m_view->setRegenerateChoices({u"gpt-x"_s}, {u"sliding"_s});
    m_canvas->setCurrentRow(2);
    QSignalSpy again(m_view.get(), &ThreadView::regenerateRequested);
    const auto trigger = [this](const QString &words) {
        for (QAction *action : m_view->findChildren<QAction *>()) {
            if (action->text().compare(words, Qt::CaseInsensitive) == 0)
                action->trigger();
        }
    };
    trigger(u"gpt-x"_s);
    trigger(u"sliding window"_s);
    QCOMPARE(again.count(), 2);
    QCOMPARE(again.first(), (QVariantList{u"s3"_s, u"gpt-x"_s, QString()}));
    QCOMPARE(again.last(), (QVariantList{u"s3"_s, QString(), u"sliding"_s}));
}

void TestThreadView::findsWithoutDiacritics()
{
    QList<Message> branch = ThreadSamples::many(200);
    branch[10].content = u"**Đổi trả** rồi đổi trả"_s;
    branch[150].content = u"DOI TRA"_s;
    setThread(branch);
    QTest::keyClick(m_canvas, Qt::Key_F, Qt::ControlModifier);
    auto *bar = m_view->findChild<FindBar *>();
    QVERIFY(bar->isVisible());
    QTest::keyClicks(bar->findChild<QLineEdit *>(), u"doi tra"_s);
    auto *result = bar->findChild<QLabel *>();
    // The search begins at what is on the screen, which is the end: the last one is nearest.
    QTRY_COMPARE(result->text(), u"3 of 3"_s);
    QVERIFY(!m_canvas->rowRect(150).isNull());
    QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(result->text(), u"1 of 3"_s);
    QVERIFY(!m_canvas->rowRect(10).isNull());
    QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(result->text(), u"3 of 3"_s);
    QTest::keyClicks(bar->findChild<QLineEdit *>(), u"zzz"_s);
    QTRY_COMPARE(result->text(), u"Not found"_s);
    QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void TestThreadView::endsASearchThatHasFound()
{
    QList<Message> branch = ThreadSamples::many(200);
    branch[150].content = u"DOI TRA"_s;
    setThread(branch);
    QTest::keyClick(m_canvas, Qt::Key_F, Qt::ControlModifier);
    auto *bar = m_view->findChild<FindBar *>();
    QTest::keyClicks(bar->findChild<QLineEdit *>(), u"doi tra"_s);
    QTRY_COMPARE(bar->findChild<QLabel *>()->text(), u"1 of 1"_s);
    QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(m_canvas->hasFocus());
    QTest::keyClick(m_canvas, Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(bar->findChild<QLabel *>()->text(), u"1 of 1"_s);
}

void TestThreadView::switchesVersions()
{
    setThread(ThreadSamples::support());
    QSignalSpy asked(m_view.get(), &ThreadView::siblingRequested);
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, pointAt(u"‹"_s));
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, pointAt(u"›"_s));
    m_canvas->setCurrentRow(2);
    QTest::keyClick(m_canvas, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(asked.count(), 3);
    QCOMPARE(asked[0], (QVariantList{u"s3"_s, -1}));
    QCOMPARE(asked[1], (QVariantList{u"s3"_s, 1}));
    QCOMPARE(asked[2], (QVariantList{u"s3"_s, -1}));
}

void TestThreadView::isAListForScreenReaders()
{
    setThread(ThreadSamples::support());
    QAccessibleInterface *thread = QAccessible::queryAccessibleInterface(m_canvas);
    QVERIFY(thread);
    QCOMPARE(thread->role(), QAccessible::List);
    QCOMPARE(thread->childCount(), 5);
    QAccessibleInterface *last = thread->child(4);
    QCOMPARE(last->role(), QAccessible::ListItem);
    QVERIFY(last->text(QAccessible::Name).contains(u"Interrupted"_s));
    QVERIFY(last->rect().isValid());
    QCOMPARE(thread->indexOfChild(last), 4);
    QCOMPARE(thread->child(4), last);
    const QPoint inside = last->rect().center();
    QCOMPARE(thread->childAt(inside.x(), inside.y()), last);
    QVERIFY(!thread->child(5));
    setThread(ThreadSamples::many(2), u"d"_s);
    QVERIFY(!last->isValid());
}

void TestThreadView::announcesWholeSentences()
{
    setThread(ThreadSamples::support());
    QSignalSpy told(m_view.get(), &ThreadView::announced);
    m_view->beginAnswer(ThreadSamples::message(u"a"_s, Role::Assistant, {}, 20));
    m_view->growAnswer(u"The first. The sec"_s);
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told.first().first().toString(), u"The first."_s);
    m_view->growAnswer(u"ond"_s);
    m_view->finishAnswer(
        ThreadSamples::message(u"a"_s, Role::Assistant, u"The first. The second"_s, 20));
    QCOMPARE(told.last().first().toString(), u"The second"_s);
}

void TestThreadView::survivesWhateverIsClicked()
{
    setThread(ThreadSamples::hostile());
    for (int pass = 0; pass < 3; ++pass) {
        for (int y = 0; y < m_canvas->viewport()->height(); y += 23) {
            for (int x = 0; x < m_canvas->viewport()->width(); x += 97)
                QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, {x, y});
        }
        QTest::keyClick(m_canvas, Qt::Key_PageUp);
    }
    QVERIFY(m_canvas->visible().size() > 1);
}

QTEST_MAIN(TestThreadView)
#include "tst_threadview.moc"
