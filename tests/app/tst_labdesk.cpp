#include "app/labdesk.h"
#include "core/net/openaiclient.h"
#include "core/practice/practiceprovider.h"
#include "tests/support/storesamples.h"
#include "ui/lab/repliespane.h"
#include "ui/lab/replyview.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

/// The lab with a real store and the practice provider, without the window around it.
class TestLabDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Result<QUrl> url = m_practice.start();
        QVERIFY(url);
        m_practiceUrl = *url;
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_store = std::make_unique<ConversationStore>(m_clock);
        m_vault = std::make_unique<KeyVault>(m_folder->path(), false);
        m_settings = {};
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
        m_session = std::make_unique<ChatSession>(parts());
        startDesk();
    }

    void cleanup()
    {
        m_desk.reset();
        m_page.reset();
        m_session.reset();
        m_store.reset();
    }

    void aConversationIsPlannedUnderTheUsualCards()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));

        QCOMPARE(matrix().rowCount(), 39); // up to the last question
        const QList<LabColumn> &columns = matrix().columns();
        QCOMPARE(sentMessages(*columns[0].plan), 39);
        QVERIFY(sentMessages(*columns[1].plan) < 39);
        QVERIFY(columns[1].plan->use.total() <= 2000);
        QVERIFY(columns[1].perCall.has_value());
        QVERIFY(columns[1].usage.prompt < columns[0].usage.prompt);
        QVERIFY(matrix().differences() > 0);
        QTRY_VERIFY(columns[0].replay.has_value());
    }

    void aCardIsChangedAddedAndRemoved()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        const int before = matrix().columns()[1].plan->use.total();
        TrialCard card = matrix().columns()[1].card;
        card.budgetTokens = 1000;
        emit m_page->cardChanged(card);
        QTRY_VERIFY(matrix().columns()[1].plan->use.total() < before);
        QCOMPARE(matrix().columnCount(), 4);

        emit m_page->cardAdded();
        QTRY_VERIFY(isPlanned(5));
        QCOMPARE(matrix().columns()[4].card.strategy, matrix().columns()[3].card.strategy);

        emit m_page->cardRemoved(card.id);
        QCOMPARE(matrix().columnCount(), 4);
    }

    void theLabBeginsAsItWasLeft()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        TrialCard card = matrix().columns()[1].card;
        card.budgetTokens = 777;
        emit m_page->cardChanged(card);
        emit m_page->cardRemoved(matrix().columns()[0].card.id);

        startDesk();
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(3));
        QCOMPARE(matrix().columns()[0].card.budgetTokens, 777);
    }

    void anotherQuestionGoesBehindTheWholeConversation()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        const auto fields = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *field : fields) {
            if (field->accessibleName() == "Question"_L1)
                field->setText(u"What was the order number?"_s);
        }
        QTRY_COMPARE(matrix().rowCount(), 41);
        QTRY_VERIFY(isPlanned(4));
        QCOMPARE(matrix().messages().last().content, u"What was the order number?"_s);
        QCOMPARE(matrix().columns()[1].plan->items.last().verdict, Verdict::Kept);
    }

    void allAreAskedAndOneWithoutAKeyDisturbsNobody()
    {
        m_settings.providers.append({.name = u"keyless"_s,
                                     .baseUrl = QUrl(u"http://127.0.0.1:9/v1"_s),
                                     .model = u"gpt-4o"_s});
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        TrialCard card = matrix().columns()[2].card;
        card.provider = u"keyless"_s;
        card.model = u"gpt-4o"_s;
        emit m_page->cardChanged(card);
        QTRY_VERIFY(isPlanned(4));

        emit m_page->askRequested();
        QVERIFY(m_page->replies().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->replies().isRunning(), 15'000);

        const auto views = m_page->replies().findChildren<ReplyView *>();
        QCOMPARE(views.size(), 4);
        for (const ReplyView *view : views)
            QCOMPARE(view->text().isEmpty(), view->card().id == card.id);
        const QList<Charge> charges = valueOf(m_store->chargesOf(u"c"_s));
        QCOMPARE(charges.size(), 3);
        for (const Charge &charge : charges)
            QCOMPARE(charge.kind, Charge::Kind::Lab);
        QCOMPARE(valueOf(m_store->thread(u"c"_s)).tree.messages().size(), 6);
        m_page->replies().showDifferences(true);
        QVERIFY(!m_page->replies().differences().isEmpty());
    }

    void closingWhileItStreamsEndsWell()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        emit m_page->askRequested();
        m_desk.reset();
        m_page.reset();
        QTest::qWait(20);
    }

    void aConversationOf_data()
    {
        QTest::addColumn<int>("messages");
        QTest::addColumn<int>("rows");
        QTest::addRow("no message has no rows") << 0 << 0;
        QTest::addRow("one message has one row") << 1 << 1;
    }

    void aConversationOf()
    {
        QFETCH(int, messages);
        QFETCH(int, rows);
        fill(messages);
        m_desk->show(u"c"_s);
        QTRY_COMPARE(matrix().columnCount(), 4);
        QTRY_VERIFY(rows == 0 || isPlanned(4));
        QCOMPARE(matrix().rowCount(), rows);
        QCOMPARE(matrix().differences(), 0);
    }

    void anEmptyStoreShowsWhatTheLabIs()
    {
        QSignalSpy failed(m_desk.get(), &LabDesk::failed);
        m_desk->show({});
        QTest::qWait(20);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(matrix().columnCount(), 0);
    }

private:
    SessionParts parts() { return {*m_store, m_client, *m_vault, PriceList::shipped(), m_clock}; }

    void startDesk()
    {
        m_desk.reset();
        m_page = std::make_unique<LabPage>();
        m_desk =
            std::make_unique<LabDesk>(LabDesk::Parts{*m_page, parts(), *m_session, m_settings});
        m_desk->setPracticeUrl(m_practiceUrl);
    }

    void fill(int count)
    {
        valueOf(m_store->createConversation({.id = u"c"_s, .title = u"Orders"_s}));
        for (int i = 0; i < count; ++i) {
            const QString text = u"Message %1 is about order %2. "_s.arg(i).arg(4700 + i);
            valueOf(m_store->appendMessage({.conversationId = u"c"_s,
                                            .role = i % 2 == 0 ? Role::User : Role::Assistant,
                                            .content = text.repeated(10)}));
        }
    }

    LabMatrixModel &matrix() { return m_page->matrix(); }

    bool isPlanned(int cards)
    {
        const QList<LabColumn> &columns = matrix().columns();
        return columns.size() == cards
            && std::all_of(columns.cbegin(), columns.cend(), [this](const LabColumn &column) {
                   return column.plan && column.plan->items.size() == matrix().rowCount();
               });
    }

    SystemClock m_clock;
    OpenAiClient m_client{m_clock};
    PracticeProvider m_practice{m_clock, {}};
    QUrl m_practiceUrl;
    Settings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
    std::unique_ptr<KeyVault> m_vault;
    std::unique_ptr<ChatSession> m_session;
    std::unique_ptr<LabPage> m_page;
    std::unique_ptr<LabDesk> m_desk;
};

QTEST_MAIN(TestLabDesk)
#include "tst_labdesk.moc"
