#include "core/store/conversationstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestConversationStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString why = TestPlace::whySkipped(); !why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void init()
    {
        m_place = std::make_unique<TestPlace>();
        m_clock = {};
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_place->location()));
    }

    void cleanup()
    {
        m_store.reset();
        m_place.reset();
    }

    void conversationsAreFoundOnceAndWithAllOfTheirHits()
    {
        QList<Bundle> bundles;
        for (int i = 0; i < 6; ++i) {
            const QString id = newId();
            Bundle bundle{.conversation = {.id = id, .title = u"Talk %1"_s.arg(i)}};
            QString parent;
            for (const int minute : {i, 30 - i, 60}) { // so that their hits are mixed
                Message message{.id = newId(),
                                .parentId = parent,
                                .conversationId = id,
                                .content = u"The green umbrella"_s};
                if (i > 0) // and some without a time
                    message.createdAt = m_clock.now().addSecs(60 * minute);
                parent = message.id;
                bundle.messages.append(message);
            }
            bundles.append(bundle);
        }
        valueOf(m_store->importBundles(bundles));
        for (const int limit : {1, 2, 4, 6, 100}) {
            QStringList titles;
            std::optional<SearchKey> after;
            while (titles.size() < 30) {
                const QList<SearchHit> hits =
                    valueOf(m_store->search(u"umbrella"_s, {.hitsTogether = true}, limit, after));
                if (hits.isEmpty())
                    break;
                QVERIFY(hits.size() <= 3 * limit);
                for (qsizetype i = 0; i < hits.size(); ++i) {
                    QCOMPARE(hits[i].conversation.id, hits[i / 3 * 3].conversation.id);
                    if (i % 3 == 0)
                        titles += hits[i].conversation.title;
                }
                after = hits[hits.size() - 3].key;
            }
            QCOMPARE(titles.size(), 6);
            QCOMPARE(titles.removeDuplicates(), 0);
        }
    }

    void aNewConversationIsThereAfterReopening()
    {
        const Conversation made = valueOf(m_store->createConversation(whole()));
        Conversation expected = whole();
        expected.id = made.id;
        expected.createdAt = m_clock.now();
        expected.updatedAt = m_clock.now();
        expected.version = made.version; // counted on a server only
        QCOMPARE(made, expected);

        reopen();
        QCOMPARE(valueOf(m_store->conversation(made.id)), expected);
    }

    void aMessageComesBackAsItWas()
    {
        const QString id = conversation();
        Message message = sampleMessage(id, {}, Role::Assistant, u"Đổi trả 😀\nđược"_s);
        message.reasoning = u"thinking"_s;
        message.name = u"Lan"_s;
        message.toolCalls = {{u"call 1"_s, u"lookup"_s, u"{\"order\":7}"_s}};
        message.toolCallId = u"call 0"_s;
        message.model = u"small"_s;
        message.createdAt = m_clock.now().addMSecs(-1234);
        message.metadata = {{u"rating"_s, 5}};

        const Thread thread = valueOf(m_store->addMessage(message));
        message.sequence = thread.tree.messages().first().sequence;
        QCOMPARE(thread.tree.messages(), QList{message});
        QCOMPARE(thread.tree.activeLeaf(), message.id);
        QCOMPARE(thread.conversation.messageCount, 1);
        QCOMPARE(thread.conversation.lastLine, u"Đổi trả 😀"_s);

        reopen();
        QCOMPARE(valueOf(m_store->thread(id)).tree.messages(), QList{message});
    }

    void appendingGoesBelowTheLeafAndAnEmptyParentBeginsAnew()
    {
        const QString id = conversation();
        const Message first = sampleMessage(id, {}, Role::User, u"one"_s);
        const Message second = sampleMessage(id, {}, Role::User, u"two"_s);
        const Message beginning = sampleMessage(id, {}, Role::User, u"three"_s);
        valueOf(m_store->appendMessage(first));
        const Thread appended = valueOf(m_store->appendMessage(second));
        QCOMPARE(appended.tree.find(second.id)->parentId, first.id);

        const Thread added = valueOf(m_store->addMessage(beginning));
        QCOMPARE(added.tree.find(beginning.id)->parentId, QString());
        QCOMPARE(added.tree.activeLeaf(), beginning.id);
    }

    void aMessageOfAnUnknownConversationOrParentIsRefused()
    {
        const Message orphan = sampleMessage(u"nowhere"_s, {}, Role::User, u"hello"_s);
        QCOMPARE(errorOf(m_store->addMessage(orphan)).kind, Error::Kind::NotFound);

        const QString first = conversation();
        const Message message = sampleMessage(first, {}, Role::User, u"hello"_s);
        valueOf(m_store->addMessage(message));
        const Message stray = sampleMessage(conversation(), message.id, Role::User, u"there"_s);
        QCOMPARE(errorOf(m_store->addMessage(stray)).kind, Error::Kind::NotFound);
        QCOMPARE(valueOf(m_store->thread(first)).conversation.messageCount, 1);
    }

    void updatedMovesWithMessagesAndNotWithWhatIsTidiedUp()
    {
        const QString id = conversation();
        const QDateTime made = m_clock.now();
        m_clock.advance(60'000);
        QCOMPARE(valueOf(m_store->changeConversation(id, {.draft = u"Dear"_s})).updatedAt, made);
        const QString message = add(id, {}, Role::User, u"hello"_s);
        QCOMPARE(valueOf(m_store->conversation(id)).updatedAt, m_clock.now());
        m_clock.advance(60'000);
        valueOf(m_store->changeConversation(id, {.activeLeaf = message}));
        QCOMPARE(valueOf(m_store->conversation(id)).updatedAt, made.addSecs(60));
        valueOf(m_store->changeConversation(id, {.title = u"Refund"_s}));
        valueOf(m_store->changeConversation(id, {.pinned = true, .tags = QStringList{u"vip"_s}}));
        valueOf(m_store->changeConversation(id, {.active = false}));
        valueOf(m_store->changeConversation(id, {.active = true, .model = u"fast"_s}));
        QCOMPARE(valueOf(m_store->conversation(id)).updatedAt, made.addSecs(60));
        add(id, message, Role::Assistant, u"good morning"_s);
        QCOMPARE(valueOf(m_store->conversation(id)).updatedAt, m_clock.now());
    }

    void theLastLineIsOfTheActiveBranch()
    {
        const QString id = conversation();
        const QString question = add(id, {}, Role::User, u"question"_s);
        const QString first = add(id, question, Role::Assistant, u"first answer"_s);
        add(id, question, Role::Assistant, u"second answer"_s);
        QCOMPARE(valueOf(m_store->conversation(id)).lastLine, u"second answer"_s);
        const Conversation changed =
            valueOf(m_store->changeConversation(id, {.activeLeaf = first}));
        QCOMPARE(changed.lastLine, u"first answer"_s);
        QCOMPARE(errorOf(m_store->changeConversation(id, {.activeLeaf = u"gone"_s})).kind,
                 Error::Kind::NotFound);
    }

    void anAnswerAddsItsCostToTheConversation()
    {
        const QString id = conversation();
        const QString question = add(id, {}, Role::User, u"question"_s);
        const StoredAnswer stored = answer(id, question, u"answer"_s, sampleCharge(1500));
        QCOMPARE(stored.answer.status, MessageStatus::Complete);
        QCOMPARE(stored.answer.content, u"answer"_s);
        QCOMPARE(stored.conversation.cost, Money{1500});
        QCOMPARE(stored.conversation.messageCount, 2);
        QCOMPARE(stored.conversation.lastLine, u"answer"_s);

        Charge unpriced = sampleCharge(0);
        unpriced.amount.reset();
        unpriced.basis = Charge::Basis::Unpriced;
        const StoredAnswer second = answer(id, stored.answer.id, u"more"_s, unpriced);
        QCOMPARE(second.conversation.cost, Money{1500});
        QCOMPARE(second.conversation.unpricedRequests, 1);

        const QList<Charge> charges = valueOf(m_store->chargesOf(id));
        QCOMPARE(charges.size(), 2);
        QCOMPARE(charges.first().messageId, stored.answer.id);
        QCOMPARE(charges.first().rates.output, 8'000'000);
        QVERIFY(!charges.last().amount);
    }

    void anAttemptIsChargedOnce()
    {
        const QString id = conversation();
        Message message = sampleMessage(id, {}, Role::Assistant, u"answer"_s);
        const Attempt attempt = sampleAttempt(message);
        succeed(m_store->beginAnswer(message, attempt));
        valueOf(m_store->finishAnswer(message, attempt, sampleCharge(10)));
        const StoredAnswer again =
            valueOf(m_store->finishAnswer(message, attempt, sampleCharge(10)));
        QCOMPARE(again.conversation.cost, Money{10});
        QCOMPARE(valueOf(m_store->charges({}, {})).size(), 1);
    }

    void whatAnErasedConversationCostStaysInTheLedger()
    {
        const QString id = conversation();
        answer(id, {}, u"answer"_s, sampleCharge(7));
        Message late = sampleMessage(id, {}, Role::Assistant, u"late"_s);
        const Attempt attempt = sampleAttempt(late);
        succeed(m_store->beginAnswer(late, attempt));
        succeed(m_store->eraseConversation(id));

        QCOMPARE(errorOf(m_store->thread(id)).kind, Error::Kind::NotFound);
        QVERIFY(valueOf(m_store->attempts(id)).isEmpty());
        QCOMPARE(errorOf(m_store->finishAnswer(late, attempt, sampleCharge(3))).kind,
                 Error::Kind::NotFound);
        QCOMPARE(valueOf(m_store->charges({}, {})).size(), 2);
        QCOMPARE(errorOf(m_store->eraseConversation(id)).kind, Error::Kind::NotFound);
    }

    void whatIsKeptAboutAConversationIsErasedWithIt()
    {
        const QString id = conversation();
        const QString other = conversation();
        succeed(m_store->setValue(u"probes/"_s + id, u"1"_s));
        succeed(m_store->setValue(u"probes/"_s + other, u"2"_s));
        succeed(m_store->setValue(u"cards"_s, u"3"_s));
        succeed(m_store->eraseConversation(id));
        QVERIFY(valueOf(m_store->value(u"probes/"_s + id)).isEmpty());
        QCOMPARE(valueOf(m_store->value(u"probes/"_s + other)), u"2"_s);
        QCOMPARE(valueOf(m_store->value(u"cards"_s)), u"3"_s);
    }

    void anAttemptComesBackAsItWas()
    {
        const QString id = conversation();
        const Message message = sampleMessage(id, {}, Role::Assistant, u"answer"_s);
        Attempt attempt = sampleAttempt(message);
        attempt.at = m_clock.now();
        attempt.state = Attempt::State::Complete;
        attempt.requestUrl = "https://api.example/v1/chat/completions";
        attempt.requestHeaders = {{"Content-Type", "application/json"}};
        attempt.requestBody = QByteArray(10'000, 'x');
        attempt.plan = "{\"items\":[]}";
        attempt.status = 200;
        attempt.responseHeaders = {{"x-request-id", "7"}};
        attempt.responseBody = "data: [DONE]\n\n";
        attempt.error = u"none"_s;
        attempt.usage = {.prompt = 1,
                         .cachedRead = 2,
                         .cacheWrite = 3,
                         .completion = 4,
                         .reasoning = 5,
                         .reportedCost = Money{6},
                         .tier = u"flex"_s,
                         .basis = Usage::Basis::Provider};
        attempt.timing = {.queued = 1, .connected = 2, .firstToken = 3, .total = 4};
        attempt.retries = {{u"429"_s, 20'000}};
        succeed(m_store->addCharge(sampleCharge(1), attempt));

        QCOMPARE(valueOf(m_store->attemptOf(message.id)), std::optional(attempt));
        QCOMPARE(valueOf(m_store->attempts(id)), QList{attempt});
        QVERIFY(valueOf(m_store->attemptOf(message.id, Bodies::Without))->requestBody.isEmpty());
        QCOMPARE(valueOf(m_store->attemptOf(u"no such"_s)), std::nullopt);
    }

    void theTailIsTheEndOfTheThread()
    {
        const QString id = conversation();
        QString parent;
        for (int i = 0; i < 30; ++i)
            parent = add(id, parent, Role::User, QString::number(i));
        add(id, {}, Role::User, u"another branch"_s);
        valueOf(m_store->changeConversation(id, {.activeLeaf = parent}));

        const Thread tail = valueOf(m_store->tail(id, 10));
        const QList<Message> branch = valueOf(m_store->thread(id)).tree.branch();
        QCOMPARE(tail.tree.branch().size(), 10);
        QCOMPARE(tail.tree.branch().last(), branch.last());
        QCOMPARE(tail.tree.branch().first().content, u"20"_s);
    }

    void pagesShowEveryRowOnce_data()
    {
        QTest::addColumn<bool>("pinnedFirst");
        QTest::addColumn<int>("limit");
        for (const bool pinnedFirst : {true, false}) {
            for (const int limit : {1, 2, 3, 7, 100})
                QTest::addRow("%s, %d a page", pinnedFirst ? "pinned first" : "by time", limit)
                    << pinnedFirst << limit;
        }
    }

    void pagesShowEveryRowOnce()
    {
        QFETCH(bool, pinnedFirst);
        QFETCH(int, limit);
        for (int i = 0; i < 14; ++i) {
            m_clock.advance(i % 3); // some at the same time
            valueOf(
                m_store->createConversation({.title = QString::number(i), .pinned = i % 4 == 0}));
        }
        QList<Conversation> rows;
        std::optional<ConversationKey> after;
        do {
            const ConversationPage page =
                valueOf(m_store->conversations({.pinnedFirst = pinnedFirst}, after, limit));
            QVERIFY(page.rows.size() <= limit);
            rows += page.rows;
            after = page.next;
        } while (after);

        QCOMPARE(rows.size(), 14);
        const auto isBefore = [&](const Conversation &a, const Conversation &b) {
            if (pinnedFirst && a.pinned != b.pinned)
                return a.pinned;
            return std::tie(a.updatedAt, a.id) > std::tie(b.updatedAt, b.id);
        };
        QVERIFY(std::is_sorted(rows.begin(), rows.end(), isBefore));
        QSet<QString> ids;
        for (const Conversation &row : rows)
            ids.insert(row.id);
        QCOMPARE(ids.size(), 14);
    }

    void listsOnlyWhatIsAskedFor_data()
    {
        QTest::addColumn<ConversationFilter>("filter");
        QTest::addColumn<QString>("title");
        QTest::addRow("of a user") << ConversationFilter{.userId = u"an"_s} << u"of An"_s;
        QTest::addRow("with a tag") << ConversationFilter{.tag = u"refund"_s} << u"tagged"_s;
        QTest::addRow("of a provider") << ConversationFilter{.provider = u"fast"_s} << u"fast"_s;
        QTest::addRow("with an error") << ConversationFilter{.onlyWithError = true} << u"failed"_s;
    }

    void listsOnlyWhatIsAskedFor()
    {
        QFETCH(ConversationFilter, filter);
        QFETCH(QString, title);
        valueOf(m_store->createConversation({.title = u"of An"_s, .userId = u"an"_s}));
        valueOf(m_store->createConversation(
            {.title = u"tagged"_s, .tags = {u"urgent"_s, u"refund"_s}}));
        valueOf(m_store->createConversation({.title = u"fast"_s, .provider = u"fast"_s}));
        valueOf(m_store->createConversation({.title = u"removed"_s,
                                             .userId = u"an"_s,
                                             .active = false,
                                             .tags = {u"refund"_s},
                                             .provider = u"fast"_s}));
        const QString failed = valueOf(m_store->createConversation({.title = u"failed"_s})).id;
        Message message = sampleMessage(failed, {}, Role::Assistant, u"half"_s);
        const Attempt attempt = sampleAttempt(message);
        succeed(m_store->beginAnswer(message, attempt));
        message.status = MessageStatus::Failed;
        valueOf(m_store->finishAnswer(message, attempt, sampleCharge(1)));

        const ConversationPage page = valueOf(m_store->conversations(filter, {}, 10));
        QCOMPARE(page.rows.size(), 1);
        QCOMPARE(page.rows.first().title, title);
        QCOMPARE(valueOf(m_store->conversations({}, {}, 10)).rows.size(), 4);
    }

    void itSaysWhatIsInIt()
    {
        const auto add = [this](const QString &provider, const QStringList &tags) {
            return valueOf(m_store->createConversation({.tags = tags, .provider = provider}));
        };
        add(u"openai"_s, {u"refund"_s, u"vip"_s});
        add(u"anthropic"_s, {u"refund"_s});
        add({}, {});
        const Conversation removed = add(u"local"_s, {});
        valueOf(m_store->changeConversation(removed.id, {.active = false}));

        const StoreInfo info = valueOf(m_store->info());
        QCOMPARE(info.conversations, 3);
        QCOMPARE(info.providers, (QStringList{u"anthropic"_s, u"openai"_s}));
        QCOMPARE(info.tags, (QStringList{u"refund"_s, u"vip"_s}));
    }

    void whatItSaysFollowsWhatIsDone()
    {
        const auto says = [this](qint64 conversations, const QStringList &providers,
                                 const QStringList &tags) {
            const StoreInfo info = valueOf(m_store->info());
            QCOMPARE(info.conversations, conversations);
            QCOMPARE(info.providers, providers);
            QCOMPARE(info.tags, tags);
        };
        const auto change = [this](const QString &id, const ConversationChange &how) {
            valueOf(m_store->changeConversation(id, how));
        };
        const QString first =
            valueOf(m_store->createConversation({.tags = {u"vip"_s}, .provider = u"openai"_s})).id;
        const QString second = valueOf(m_store->createConversation({.provider = u"local"_s})).id;
        says(2, {u"local"_s, u"openai"_s}, {u"vip"_s});
        change(second, {.tags = QStringList{u"vip"_s, u"late"_s}});
        change(first, {.tags = QStringList()});
        says(2, {u"local"_s, u"openai"_s}, {u"late"_s, u"vip"_s});
        change(second, {.tags = QStringList{u"late"_s}, .provider = u"openai"_s});
        says(2, {u"openai"_s}, {u"late"_s});
        change(first, {.userId = u"binh"_s, .active = false});
        change(second, {.userId = u"binh"_s});
        says(1, {u"openai"_s}, {u"late"_s});
        change(first, {.active = true});
        says(2, {u"openai"_s}, {u"late"_s});
        succeed(m_store->eraseConversation(second));
        says(1, {u"openai"_s}, {});
        succeed(m_store->eraseConversation(first));
        says(0, {}, {});
        for (const StoreFinding &finding : valueOf(m_store->examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    void itCountsTheMessagesOfWhatIsNotRemoved()
    {
        for (int i = 0; i < 2; ++i) {
            const QString id = valueOf(m_store->createConversation({})).id;
            for (int j = 0; j <= i; ++j)
                valueOf(m_store->appendMessage(sampleMessage(id, {}, Role::User, u"Hello"_s)));
            QCOMPARE(valueOf(m_store->messageCount()), i == 0 ? 1 : 2);
            if (i == 0)
                valueOf(m_store->changeConversation(id, {.active = false}));
        }
    }

    void latenciesAreThoseOfAnswersThatCameWhole()
    {
        const QDateTime noon(QDate(2026, 3, 29), QTime(12, 0), Qt::UTC);
        const auto look = [&](const AttemptFilter &filter) {
            return valueOf(m_store->latencies(noon, noon.addSecs(3600), filter));
        };
        QCOMPARE(look({}), Latencies());
        Bundle bundle{.conversation = {.id = newId(), .userId = u"an"_s, .tags = {u"vip"_s}}};
        for (int i = 1; i <= 40; ++i) {
            const bool isWhole = i <= 20;
            bundle.attempts.append(
                {.id = newId(),
                 .provider = i % 2 ? u"odd"_s : u"even"_s,
                 .at = noon.addSecs(i),
                 .state = isWhole ? Attempt::State::Complete : Attempt::State::Failed,
                 .timing = {.total = isWhole ? 100 * i : 9'999'999}});
        }
        bundle.attempts.append({.id = newId(), // behind the time
                                .at = noon.addSecs(3600),
                                .state = Attempt::State::Complete,
                                .timing = {.total = 7'000'000}});
        valueOf(m_store->importBundles({bundle}));
        QCOMPARE(look({}), (Latencies{.answers = 20, .medianMs = 1000, .p95Ms = 1900}));
        QCOMPARE(look({.provider = u"even"_s}).medianMs, 1000);
        QCOMPARE(look({.provider = u"odd"_s}).p95Ms, 1900);
        QCOMPARE(look({.userId = u"an"_s, .tag = u"vip"_s}).answers, 20);
        QCOMPARE(look({.userId = u"binh"_s}).answers, 0);
        QCOMPARE(look({.tag = u"none"_s}), Latencies());
    }

    void conversationsWithoutAChargeCostNothing()
    {
        QList<Bundle> bundles(3000);
        for (Bundle &bundle : bundles)
            bundle.conversation = {.id = newId(), .userId = u"an"_s, .tags = {u"vip"_s}};
        valueOf(m_store->importBundles(bundles));
        QVERIFY(valueOf(m_store->charges({}, {})).isEmpty());
        QVERIFY(!valueOf(m_store->chargeSpan({}, {})));
        for (const SumBy by : {SumBy::Nothing, SumBy::User, SumBy::Conversation})
            QVERIFY(valueOf(m_store->chargeSums({0, 86'400'000LL * 30'000}, by)).isEmpty());
        for (const StoreFinding &finding : valueOf(m_store->examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    void importingTwiceAddsNothing()
    {
        const Bundle bundle = sampleBundle();
        QCOMPARE(valueOf(m_store->importBundles({bundle})).first().messagesAdded, 3);
        const QList<ImportCount> again = valueOf(m_store->importBundles({bundle}));
        QVERIFY(!again.first().added);
        QCOMPARE(again.first().messagesAdded, 0);

        const Conversation row = valueOf(m_store->conversation(bundle.conversation.id));
        QCOMPARE(row.messageCount, 3);
        QCOMPARE(row.cost, Money{42});
        QCOMPARE(row.updatedAt, bundle.conversation.updatedAt);
        QCOMPARE(row.lastLine, u"answer"_s);
    }

    void whatIsMadeWhenItIsWantedIsWrittenInItsOrder()
    {
        static constexpr int count = 600; // more than are made at once
        const auto idOf = [](qsizetype i) {
            return u"00000000-0000-7000-8000-%1"_s.arg(i, 12, 10, QChar(u'0'));
        };
        const auto make = [&](qsizetype i) {
            const QString message = idOf(count + i);
            return Bundle{
                .conversation = {.id = idOf(i)},
                .messages = {{.id = message, .content = u"Parcel %1"_s.arg(i)}},
                .charges = {{.messageId = message, .at = m_clock.now(), .amount = Money{i + 1}}}};
        };
        const QList<ImportCount> added = valueOf(m_store->importBundles(count, make));
        QCOMPARE(added.size(), count);
        QVERIFY(std::all_of(added.begin(), added.end(), [](const ImportCount &each) {
            return each.added && each.messagesAdded == 1;
        }));
        const qint64 first = valueOf(m_store->bundle(idOf(0))).messages.first().sequence;
        for (const int i : {0, 249, 250, 251, 599}) {
            const Bundle back = valueOf(m_store->bundle(idOf(i)));
            QCOMPARE(back.messages.first().sequence - first, i);
            QCOMPARE(back.conversation.cost, Money{i + 1});
            QCOMPARE(valueOf(m_store->search(u"parcel %1"_s.arg(i), {}, 1)).size(), 1);
        }
        for (const StoreFinding &finding : valueOf(m_store->examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
        const QList<ImportCount> again = valueOf(m_store->importBundles(count, make));
        QVERIFY(std::none_of(again.begin(), again.end(),
                             [](const ImportCount &each) { return each.added; }));
    }

    void aBundleComesBackAsItWas()
    {
        Bundle bundle = sampleBundle();
        bundle.messages[0].author = u"minh"_s;
        valueOf(m_store->importBundles({bundle}));
        const Bundle back = valueOf(m_store->bundle(bundle.conversation.id));
        for (int i = 0; i < 3; ++i)
            bundle.messages[i].sequence = back.messages[i].sequence;
        bundle.conversation.messageCount = 3;
        bundle.conversation.cost = {42};
        bundle.conversation.lastLine = u"answer"_s;
        bundle.conversation.activeLeaf = bundle.messages.last().id;
        QCOMPARE(back, bundle);
    }

    void aQuestionKeepsItsAuthor()
    {
        const QString id = valueOf(m_store->createConversation({})).id;
        Message question = sampleMessage(id, {}, Role::User, u"hello"_s);
        question.author = u"minh"_s;
        QCOMPARE(valueOf(m_store->appendMessage(question)).tree.branch().last().author, u"minh"_s);
        valueOf(m_store->appendMessage(sampleMessage(id, {}, Role::User, u"anybody"_s)));
        const QList<Message> branch = valueOf(m_store->thread(id)).tree.branch();
        QCOMPARE(branch[0].author, u"minh"_s);
        QCOMPARE(branch[1].author, QString());
        for (const StoreFinding &finding : valueOf(m_store->examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
        m_place->exec(u"UPDATE message SET author = 'forged' WHERE author <> ''"_s);
        const auto isFound = [](const StoreFinding &finding) { return finding.isProblem; };
        const QList<StoreFinding> findings = valueOf(m_store->examine(false));
        QVERIFY(std::any_of(findings.cbegin(), findings.cend(), isFound));
    }

    void readsSeeTheWritesAskedBeforeThem()
    {
        for (int i = 0; i < 50; ++i) {
            const QString id = newId();
            auto made = m_store->createConversation({.id = id});
            auto read = m_store->conversation(id);
            QCOMPARE(valueOf(read).id, id);
            QVERIFY(made.isFinished()); // and in the order in which they were asked
        }
    }

    void withoutAStoreEveryFutureEnds()
    {
        ConversationStore closed(m_clock);
        QCOMPARE(errorOf(closed.conversation(u"x"_s)).kind, Error::Kind::StoreFailed);
        QCOMPARE(errorOf(closed.createConversation({})).kind, Error::Kind::StoreFailed);
        QCOMPARE(errorOf(closed.open(u"postgresql://a@b"_s)).kind, Error::Kind::BadInput);
    }

    void destroyingTheStoreKeepsWhatWasAsked()
    {
        QList<QFuture<Result<Conversation>>> asked;
        for (int i = 0; i < 20; ++i)
            asked.append(m_store->createConversation({}));
        reopen();
        for (const auto &future : asked)
            QVERIFY(future.isFinished());
        QCOMPARE(valueOf(m_store->conversations({}, {}, 100)).rows.size(), 20);
    }

private:
    static Conversation whole()
    {
        return {.title = u"Đổi trả"_s,
                .userId = u"an"_s,
                .pinned = true,
                .tags = {u"refund"_s, u"urgent"_s},
                .metadata = {{u"order"_s, 7}},
                .provider = u"practice"_s,
                .model = u"small"_s,
                .strategy = u"sliding"_s,
                .draft = u"Dear"_s};
    }

    Bundle sampleBundle() const
    {
        Bundle bundle{.conversation = whole()};
        bundle.conversation.id = newId();
        bundle.conversation.createdAt = m_clock.now().addDays(-3);
        bundle.conversation.updatedAt = m_clock.now().addDays(-2);
        const QString &id = bundle.conversation.id;
        const auto add = [&](Role role, const QString &text) {
            const QString parent =
                bundle.messages.isEmpty() ? QString() : bundle.messages.last().id;
            bundle.messages.append(sampleMessage(id, parent, role, text));
            bundle.messages.last().createdAt = m_clock.now().addDays(-3);
        };
        add(Role::System, u"Be kind."_s);
        add(Role::User, u"question"_s);
        add(Role::Assistant, u"answer"_s);
        Attempt attempt = sampleAttempt(bundle.messages.last());
        attempt.at = m_clock.now().addDays(-3);
        attempt.state = Attempt::State::Complete;
        Charge charge = sampleCharge(42);
        charge.id = charge.attemptId = attempt.id;
        charge.conversationId = id;
        charge.at = attempt.at;
        bundle.attempts = {attempt};
        bundle.charges = {charge};
        return bundle;
    }

    QString conversation() { return valueOf(m_store->createConversation({})).id; }

    QString add(const QString &conversation, const QString &parent, Role role, const QString &text)
    {
        const Message message = sampleMessage(conversation, parent, role, text);
        valueOf(m_store->addMessage(message));
        return message.id;
    }

    StoredAnswer answer(const QString &conversation, const QString &parent, const QString &text,
                        const Charge &charge)
    {
        Message message = sampleMessage(conversation, parent, Role::Assistant, {});
        Attempt attempt = sampleAttempt(message);
        succeed(m_store->beginAnswer(message, attempt));
        message.content = text;
        attempt.state = Attempt::State::Complete;
        return valueOf(m_store->finishAnswer(message, attempt, charge));
    }

    void reopen()
    {
        m_store.reset();
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_place->location()));
    }

    std::unique_ptr<TestPlace> m_place;
    FakeClock m_clock;
    std::unique_ptr<ConversationStore> m_store;
};

QTEST_GUILESS_MAIN(TestConversationStore)
#include "tst_conversationstore.moc"
