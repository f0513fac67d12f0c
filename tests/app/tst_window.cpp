#include "app/composition.h"
#include "core/chat/branch.h"
#include "ui/base/noticebar.h"
#include "ui/budget/budgetmeter.h"
#include "ui/composer/composer.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/conversations/filterbar.h"
#include "ui/mainwindow/chatspage.h"
#include "ui/settings/welcomepage.h"
#include "ui/thread/threadview.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The whole program in one process, as a person meets it; only the pictures are missing.
class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }
    void cleanup() { m_program.reset(); }

    void theFirstStartLeadsToAConversation()
    {
        QCOMPARE(m_program->window().page(), MainWindow::Page::Welcome);

        emit m_program->window().welcome().practiceChosen();

        QCOMPARE(m_program->window().page(), MainWindow::Page::Chats);
        QTRY_VERIFY(!m_program->desk().currentId().isEmpty());
        QTRY_COMPARE(chats().list().model().rowCount(), 1);
    }

    void aLookAtAnotherPageIsNoFirstStep()
    {
        m_program->window().showPage(MainWindow::Page::Costs);
        m_program->window().commands().action(WindowCommands::Command::GoToChats).trigger();
        QCOMPARE(m_program->window().page(), MainWindow::Page::Welcome);

        m_program.reset();
        start();
        QCOMPARE(m_program->window().page(), MainWindow::Page::Welcome);
        emit m_program->window().chats().list().newAsked();
        m_program->window().commands().action(WindowCommands::Command::GoToChats).trigger();
        QCOMPARE(m_program->window().page(), MainWindow::Page::Chats);
        QTRY_COMPARE(chats().list().model().rowCount(), 1);
    }

    void whereSomethingIsThereNobodyIsGreeted()
    {
        emit chats().list().newAsked();
        QTRY_COMPARE(chats().list().model().rowCount(), 1);
        m_program.reset();
        QVERIFY(QDir(m_folder->filePath(u"config"_s)).removeRecursively());
        start();
        QCOMPARE(m_program->window().page(), MainWindow::Page::Chats);
    }

    void theFirstQuestionBeginsAConversation()
    {
        type(u"My order number is 4711. What is my order number?"_s);

        QTRY_COMPARE(messages().size(), 2);
        QTRY_COMPARE(messages().last().status, Core::MessageStatus::Complete);
        QVERIFY(!messages().last().content.isEmpty());
        QTRY_VERIFY(!chats().composer().isBusy());
        QVERIFY(chats().composer().draft().isEmpty());
        QTRY_COMPARE(chats().list().model().rowCount(), 1);
        QTRY_VERIFY(thread().model().row(1).foot.cost.has_value());
    }

    void whatWasAskedIsThereAfterARestart()
    {
        type(u"My order number is 4711. What is my order number?"_s);
        QTRY_VERIFY(!answers().isEmpty() && thread().model().row(1).foot.cost.has_value());
        const Core::Money cost = *thread().model().row(1).foot.cost;
        const QString id = m_program->desk().currentId();

        m_program.reset();
        start();
        m_program->desk().openConversation(id);

        QTRY_COMPARE(messages().size(), 2);
        QTRY_VERIFY(thread().model().row(1).foot.cost.has_value());
        QCOMPARE(*thread().model().row(1).foot.cost, cost);
    }

    void aChangedQuestionBeginsABranch()
    {
        type(u"My order number is 4711."_s);
        QTRY_COMPARE(answers().size(), 1);
        QTRY_VERIFY(!chats().composer().isBusy());
        chats().composer().setDraft(u"half a thought"_s);

        emit thread().editRequested(messages().first().id);
        QCOMPARE(chats().composer().draft(), u"My order number is 4711."_s);
        QVERIFY(chats().notice().isVisibleTo(&chats()));
        type(u"My order number is 8812."_s);

        QTRY_COMPARE(messages().first().content, u"My order number is 8812."_s);
        QTRY_COMPARE(answers().size(), 1);
        QCOMPARE(thread().model().row(0).siblings.count, 2);
        QCOMPARE(thread().model().row(0).siblings.position, 2);
        QCOMPARE(chats().composer().draft(), u"half a thought"_s);
    }

    void aQuestionOverTheBudgetStaysInTheComposer()
    {
        Core::Settings small;
        small.strategy = u"full"_s;
        small.budgetTokens = 300;
        small.replyReserve = 100;
        m_program->settings().apply(small);
        const QString question = u"many words "_s.repeated(500);

        type(question);

        QTRY_VERIFY(chats().notice().isVisibleTo(&chats()));
        QCOMPARE(chats().composer().draft().simplified(), question.simplified());
        QVERIFY(!chats().composer().isBusy());
        QCOMPARE(messages().size(), 0);
    }

    void theListCanBeFilteredByWhatIsInIt()
    {
        type(u"My order number is 4711."_s);
        QTRY_COMPARE(answers().size(), 1);
        FilterBar &filters = chats().list().filters();
        QVERIFY(filters.tags().isEmpty());

        emit chats().list().changeAsked(m_program->desk().currentId(),
                                        {.tags = QStringList{u"refund"_s}});
        QTRY_COMPARE(filters.tags(), QStringList{u"refund"_s});
    }

    void qtSpeaksTheLanguageToo()
    {
        const auto undo = [] { return QCoreApplication::translate("QLineEdit", "&Undo"); };
        m_program->settings().apply({.language = u"vi"_s});
        QCOMPARE(undo(), u"&Hoàn tác"_s);
        m_program->settings().apply({.language = u"en"_s});
        QCOMPARE(undo(), u"&Undo"_s);
    }

    void theMeterOffersStrategiesThatFit()
    {
        Core::Settings small;
        small.strategy = u"full"_s;
        small.replyReserve = 100;
        m_program->settings().apply(small);
        for (int turn = 1; turn <= 3; ++turn) {
            type(u"I have a long story about my order. "_s.repeated(20));
            QTRY_COMPARE(answers().size(), turn);
            QTRY_VERIFY(!chats().composer().isBusy());
        }
        small.budgetTokens = 400;
        m_program->settings().apply(small);

        QTRY_VERIFY(!chats().meter().state().waysOut.isEmpty());
        QVERIFY(chats().meter().state().messagesToGo > 0);
        emit chats().meter().strategyRequested(chats().meter().state().waysOut.first().strategy);
        QTRY_VERIFY(chats().meter().state().overBy() == 0);
    }

    void aMissingKeyIsSaidAndTheQuestionIsKept()
    {
        Core::Settings settings;
        settings.strategy = u"full"_s;
        settings.providers.append({.name = u"keyless"_s,
                                   .baseUrl = QUrl(u"http://127.0.0.1:9/v1"_s),
                                   .model = u"gpt-4o"_s,
                                   .needsKey = true});
        settings.provider = u"keyless"_s;
        m_program->settings().apply(settings);

        type(u"Is anybody there?"_s);

        QTRY_VERIFY(!chats().notice().text().isEmpty());
        QVERIFY(!chats().composer().isBusy());
        QCOMPARE(messages().first().content, u"Is anybody there?"_s);
    }

    void filesAreImportedBesideTheWindow()
    {
        QFile file(path(u"shop.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 450; ++i)
            file.write(QByteArrayLiteral("{\"id\":\"c%1\",\"messages\":[{\"role\":\"user\","
                                         "\"content\":\"Hello\"}]}\n")
                           .replace("%1", QByteArray::number(i)));
        file.write("{broken\n");
        file.close();
        ExchangeDesk &desk = m_program->exchange();
        QSignalSpy imported(&desk, &ExchangeDesk::imported);

        desk.importFiles({file.fileName()});

        QTRY_COMPARE(imported.size(), 1);
        QVERIFY(m_program->window().notice().text().contains(u"450"_s));
        QTRY_VERIFY(chats().list().model().rowCount() > 0);
    }

    void aDamagedStoreIsLeftAloneAndTheWindowSaysSo()
    {
        m_program.reset();
        QFile file(path(u"store.skein"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();

        start();

        QTRY_COMPARE(chats().list().model().state(), ConversationListModel::State::Failed);
        QVERIFY(m_program->window().notice().text().contains(u"damaged"_s));
        type(u"Hello"_s);
        QTRY_VERIFY(chats().notice().text().contains(u"damaged"_s));
        QCOMPARE(chats().composer().draft(), u"Hello"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(8192, 'x'));
    }

    void whatWasOpenIsOpenAgain()
    {
        type(u"Hello"_s);
        QTRY_COMPARE(answers().size(), 1);
        const QString id = m_program->desk().currentId();
        m_program.reset();

        start();

        QTRY_COMPARE(m_program->desk().currentId(), id);
        QTRY_COMPARE(messages().size(), 2);
    }

    void whatWasOpenAndIsGoneIsNotMissed()
    {
        type(u"Hello"_s);
        QTRY_COMPARE(answers().size(), 1);
        m_program.reset();
        QVERIFY(QFile::remove(path(u"store.skein"_s)));
        QVERIFY(QFile::remove(path(u"store.skein.id"_s)));

        start();

        QVERIFY(m_program->desk().currentId().isEmpty());
        QVERIFY(chats().notice().text().isEmpty());
    }

private:
    void start()
    {
        m_program =
            std::make_unique<Composition>(Options{path(u"store.skein"_s), path(u"config"_s)});
        QSignalSpy ready(m_program.get(), &Composition::ready);
        m_program->start();
        QTRY_COMPARE(ready.size(), 1);
    }

    QString path(const QString &name) const { return m_folder->filePath(name); }
    ChatsPage &chats() { return m_program->window().chats(); }
    ThreadView &thread() { return chats().thread(); }

    void type(const QString &text)
    {
        chats().composer().setDraft(text);
        emit chats().composer().sendRequested(text);
    }

    QList<Core::Message> messages()
    {
        QList<Core::Message> list;
        for (int row = 0; row < thread().model().rowCount(); ++row)
            list += thread().model().row(row).message;
        return list;
    }

    QStringList answers()
    {
        QStringList texts;
        for (const Core::Message &message : messages())
            if (message.role == Core::Role::Assistant
                && message.status == Core::MessageStatus::Complete)
                texts += message.content;
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Composition> m_program;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
