#include "app/composition.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"
#include "tests/support/pictures.h"
#include "tests/support/relay.h"
#include "tests/support/storesamples.h"
#include "ui/base/noticebar.h"
#include "ui/composer/composer.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/chatspage.h"
#include "ui/mainwindow/statusline.h"
#include "ui/settings/welcomechoice.h"
#include "ui/settings/welcomepage.h"
#include "ui/thread/threadview.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The whole program at a team's store, in which somebody else works at the same time.
class TestTeamWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString why = TestPlace::whySkipped(TestPlace::Kind::Server); !why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TestPlace>(TestPlace::Kind::Server);
        m_other = std::make_unique<Core::ConversationStore>(m_clock);
        valueOf(m_other->open(m_server->location()));
        m_relay = std::make_unique<Relay>(quint16(m_server->url().port()));
        QUrl url = m_server->url();
        url.setPort(m_relay->port());
        m_program = std::make_unique<Composition>(Options{
            url.toString(), m_folder->filePath(u"config"_s), m_folder->filePath(u"team"_s)});
        QSignalSpy ready(m_program.get(), &Composition::ready);
        m_program->start();
        TRY_COMPARE(ready.size(), 1);
    }

    void cleanup()
    {
        m_program.reset();
        m_relay.reset();
        m_other.reset();
        m_server.reset();
    }

    void whatOthersBeginChangeAndEraseIsSeenInTheList()
    {
        const QString id = valueOf(m_other->createConversation({.title = u"refund"_s})).id;
        TRY_COMPARE(titles(), QStringList{u"refund"_s});
        valueOf(m_other->changeConversation(id, {.title = u"refund of 4711"_s}));
        TRY_COMPARE(titles(), QStringList{u"refund of 4711"_s});
        const auto footerSays = [this](const QString &words) {
            const auto labels = chats().list().findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
                return label->text().startsWith(words);
            });
        };
        TRY_VERIFY(footerSays(u"1 conversation"_s));
        succeed(m_other->eraseConversation(id));
        TRY_COMPARE(titles(), QStringList{});
    }

    void madeUpConversationsAreNotOfferedInATeamsStore()
    {
        m_program->window().showPage(MainWindow::Page::Welcome);
        m_program->window().show();
        const QList<WelcomeChoice *> choices =
            m_program->window().welcome().findChildren<WelcomeChoice *>();
        QVERIFY(choices.first()->isVisible());
        QVERIFY(!choices.last()->isVisible());
    }

    void whatOthersWriteIsSeenInTheThread()
    {
        const QString id = shared();
        ask(id, u"Where is my parcel?"_s);
        TRY_COMPARE(texts().size(), 2);
        QCOMPARE(texts().first(), u"Where is my parcel?"_s);
        Core::Message question = sampleMessage(id, {}, Core::Role::User, u"And mine?"_s);
        question.author = u"minh"_s;
        valueOf(m_other->appendMessage(question));
        TRY_COMPARE(texts().size(), 3);
        const ThreadModel &thread = chats().thread().model();
        QVERIFY(!thread.row(0).isOthers); // nobody is known
        QVERIFY(thread.row(2).isOthers);
    }

    void whatIsReadHereStaysWhenAnotherBranchIsBegun()
    {
        const QString id = shared();
        const Core::Message first = ask(id, u"Where is my parcel?"_s);
        TRY_COMPARE(texts().size(), 2);
        const Core::Message second =
            Core::Message{sampleMessage(id, {}, Core::Role::User, u"Hi"_s)};
        valueOf(m_other->addMessage(second));
        TRY_VERIFY(!chats().notice().text().isEmpty());
        QCOMPARE(texts().first(), first.content);
        QCOMPARE(chats().thread().model().row(0).siblings.count, 2);
        press(u"Show the other branch"_s);
        TRY_COMPARE(texts(), QStringList{u"Hi"_s});
    }

    void aQuestionGoesBelowWhatWasSeen()
    {
        const QString id = shared();
        const Core::Message question = sampleMessage(id, {}, Core::Role::User, u"Theirs"_s);
        valueOf(m_other->addMessage(question));
        const Core::Message answer = sampleMessage(id, question.id, Core::Role::Assistant, {});
        succeed(m_other->beginAnswer(answer, sampleAttempt(answer)));
        TRY_COMPARE(texts().size(), 2); // the answer is still on its way
        type(u"Mine"_s);
        TRY_COMPARE(texts().value(0), u"Mine"_s);
        TRY_COMPARE(chats().thread().model().row(0).siblings.count, 2);
        TRY_VERIFY(!chats().composer().isBusy());
    }

    void whoRenamesSecondSeesBothTitles()
    {
        const QString id = shared();
        m_program->desk().openConversation(id);
        // Before the notice of it is read here.
        valueOf(m_other->changeConversation(id, {.title = u"Theirs"_s}));
        emit chats().list().changeAsked(id, {.title = u"Mine"_s});
        TRY_VERIFY(chats().notice().text().contains(u"Theirs"_s));
        QVERIFY(chats().notice().text().contains(u"Mine"_s));
        TRY_COMPARE(titles(), QStringList{u"Theirs"_s});
        press(u"Use mine"_s);
        TRY_COMPARE(titles(), QStringList{u"Mine"_s});
        QCOMPARE(valueOf(m_other->conversation(id)).title, u"Mine"_s);
    }

    void aWholeTurnWithoutTheServerIsThereAfterwards()
    {
        const QString id = shared();
        m_relay->cut();
        TRY_VERIFY(storeWords().contains(u"offline since"_s));
        TRY_VERIFY(m_program->window().notice().text().contains(u"cannot be reached"_s));
        type(u"My order number is 4711. What is my order number?"_s);
        TRY_COMPARE(texts().size(), 2);
        TRY_VERIFY(!chats().composer().isBusy());
        TRY_VERIFY(storeWords().contains(u"wait"_s));
        const QString answer = texts().last();
        QVERIFY(!answer.isEmpty());
        QCOMPARE(valueOf(m_other->thread(id)).tree.messages().size(), 0);

        m_relay->mend();
        TRY_COMPARE(storeWords(), u"Team store"_s);
        TRY_VERIFY(m_program->window().notice().text().contains(u"is back"_s));
        const Core::Thread thread = valueOf(m_other->thread(id));
        QCOMPARE(thread.tree.messages().size(), 2);
        QCOMPARE(thread.tree.messages().last().content, answer);
        QCOMPARE(m_server->value(u"SELECT count(*) FROM charge"_s).toInt(), 1);
    }

    void theWindowNeverWaitsForTheServer()
    {
        const QString id = shared();
        m_relay->loseAnswers(); // it is not even told that nobody is there
        qint64 longest = 0;
        QElapsedTimer since;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this,
                [&] { longest = std::max(longest, since.restart()); });
        since.start();
        beat.start(5);
        emit chats().list().changeAsked(id, {.title = u"Mine"_s});
        m_program->desk().openConversation(id);
        type(u"hello"_s);
        QTest::qWait(2'000);
        m_relay->cut();
        TRY_VERIFY(storeWords().contains(u"offline since"_s));
        TRY_COMPARE(texts().size(), 2);
        QVERIFY2(longest < 1'000, qPrintable(QString::number(longest)));
    }

    void paints_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("language");
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            for (const QString &language : {u"en"_s, u"vi"_s})
                QTest::addRow("%s %s", qPrintable(theme), qPrintable(language))
                    << theme << language;
        }
    }

    /// The offline and the conflict state.
    void paints()
    {
        QFETCH(QString, theme);
        QFETCH(QString, language);
        m_program->settings().setTheme(theme);
        m_program->settings().setLanguage(language);
        m_program->window().showPage(MainWindow::Page::Chats);
        const QString id = shared();
        ask(id, u"Where is my parcel?"_s);
        TRY_COMPARE(texts().size(), 2);
        valueOf(m_other->changeConversation(id, {.title = u"Parcel 4711, An"_s}));
        emit chats().list().changeAsked(id, {.title = u"Parcel to Da Nang"_s});
        TRY_VERIFY(chats().notice().text().contains(u"Da Nang"_s));
        QVERIFY(
            Pictures::keep(Pictures::of(m_program->window(), {1280, 800}, 400), u"conflict-"_s));

        chats().notice().clear();
        m_relay->cut();
        TRY_VERIFY(!m_program->window().notice().text().isEmpty());
        type(u"Please send it again."_s);
        TRY_COMPARE(texts().size(), 4);
        TRY_VERIFY(!chats().composer().isBusy());
        QVERIFY(Pictures::keep(Pictures::of(m_program->window(), {1280, 800}, 400), u"offline-"_s));
        m_program->settings().setLanguage(u"en"_s);
    }

private:
    void type(const QString &text)
    {
        chats().composer().setDraft(text);
        emit chats().composer().sendRequested(text);
    }
    /// What the lower edge says of the store.
    QString storeWords()
    {
        const auto labels = m_program->window().status().findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->text().startsWith(u"Team store"_s))
                return label->text();
        }
        return {};
    }

    /// A conversation that both have open.
    QString shared()
    {
        const QString id = valueOf(m_other->createConversation({.title = u"shared"_s})).id;
        [&] { TRY_COMPARE(titles().size(), 1); }();
        m_program->desk().openConversation(id);
        [&] { TRY_COMPARE(m_program->desk().currentId(), id); }();
        return id;
    }

    /// The other asks and is answered.
    Core::Message ask(const QString &id, const QString &text)
    {
        const Core::Message question = sampleMessage(id, {}, Core::Role::User, text);
        valueOf(m_other->addMessage(question));
        Core::Message answer = sampleMessage(id, question.id, Core::Role::Assistant, {});
        const Core::Attempt attempt = sampleAttempt(answer);
        succeed(m_other->beginAnswer(answer, attempt));
        answer.content = u"On its way."_s;
        answer.status = Core::MessageStatus::Complete;
        valueOf(m_other->finishAnswer(answer, attempt, sampleCharge(7)));
        return question;
    }

    void press(const QString &words)
    {
        const auto buttons = chats().notice().findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == words)
                return button->click();
        }
        QFAIL(qPrintable(words));
    }

    QStringList titles()
    {
        QStringList titles;
        const ConversationListModel &list = chats().list().model();
        for (int row = 0; row < list.rowCount(); ++row)
            titles += list.index(row).data().toString();
        return titles;
    }
    QStringList texts()
    {
        QStringList texts;
        const ThreadModel &thread = chats().thread().model();
        for (int row = 0; row < thread.rowCount(); ++row)
            texts += thread.row(row).message.content;
        return texts;
    }
    ChatsPage &chats() { return m_program->window().chats(); }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestPlace> m_server;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<Core::ConversationStore> m_other;
    std::unique_ptr<Composition> m_program;
};

QTEST_MAIN(TestTeamWindow)
#include "tst_teamwindow.moc"
