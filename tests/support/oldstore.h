#pragma once

#include "core/base/id.h"
#include "core/store/connection.h"
#include "core/store/conversationstore.h"
#include "core/store/engine.h"
#include "core/store/storedvalues.h"
#include "tests/support/storesamples.h"

#include <QTest>

/// What somebody had in a store before it was brought up: written with SQL into the columns that
/// the first version has, with the hashes that it made, and looked for through the program.
class OldStore
{
public:
    OldStore()
        : m_conversation(Core::newId())
        , m_question(Core::newId())
        , m_answer(Core::newId())
        , m_attempt(Core::newId())
    {
    }

    static QDateTime time(int seconds)
    {
        return QDateTime(QDate(2026, 3, 28), QTime(23, 59), Qt::UTC).addSecs(seconds);
    }

    void fill(Core::Connection &connection) const
    {
        (void)connection.engine().addWorkspace(connection, Core::newId(), time(0));
        if (const auto made = connection.engine().makeRoom(connection, time(0)); !made)
            qFatal("%s", qPrintable(made.error().detail));
        if (const auto made = connection.engine().makeRoom(connection, time(3 * 86'400)); !made)
            qFatal("%s", qPrintable(made.error().detail));
        addConversation(connection);
        addMessage(connection, m_question, {}, "user", "Where is my parcel?", 0);
        addMessage(connection, m_answer, m_question, "assistant", "It is in Đà Nẵng.", 2);
        addAttempt(connection);
        addCharges(connection);
        addNotes(connection);
    }

    /// All of it is there, readable and summed up.
    void isWholeIn(Core::ConversationStore &store) const
    {
        const Core::Conversation row = valueOf(store.conversations({}, {}, 10)).rows.constFirst();
        QCOMPARE(row.id, m_conversation);
        QCOMPARE(row.title, QStringLiteral("Parcel"));
        QCOMPARE(row.draft, QStringLiteral("Dear customer"));
        QCOMPARE(row.tags, QStringList{QStringLiteral("late")});
        QCOMPARE(row.cost, Core::Money{3000});
        QCOMPARE(row.updatedAt, time(2));
        const QList<Core::Message> branch = valueOf(store.thread(row.id)).tree.branch();
        QCOMPARE(branch.size(), 2);
        QCOMPARE(branch[0].content, QStringLiteral("Where is my parcel?"));
        QCOMPARE(branch[0].author, QString()); // nobody wrote it down
        QCOMPARE(branch[1].createdAt, time(2));
        const Core::StoreInfo info = valueOf(store.info());
        QCOMPARE(info.conversations, 1);
        QCOMPARE(info.tags, QStringList{QStringLiteral("late")});
        QCOMPARE(valueOf(store.messageCount()), 2);
        QCOMPARE(valueOf(store.search(QStringLiteral("da nang"), {}, 10)).size(), 1);
        QCOMPARE(valueOf(store.attempts(row.id)).constFirst().requestBody, QByteArray("{}"));
        QCOMPARE(valueOf(store.summaries(row.id)).constFirst().text, QStringLiteral("So far."));
        QCOMPARE(valueOf(store.handMarks(row.id)).pinned, QSet<QString>{m_question});
        QCOMPARE(valueOf(store.value(QStringLiteral("monthlyBudget"))), QStringLiteral("12"));
        QCOMPARE(valueOf(store.templates()).size(), 1);
        isSummedUpIn(store);
    }

    const QString &conversation() const { return m_conversation; }

private:
    using Values = QVariantList;

    static QString text(const char *utf8) { return QString::fromUtf8(utf8); }

    static void insert(Core::Connection &connection, const char *table, const QString &columns,
                       const Values &values)
    {
        QStringList marks(values.size(), QStringLiteral("?"));
        const Core::Result<int> added = connection.change(
            QStringLiteral("INSERT INTO %1 (%2, workspace_id) VALUES (%3, 1)")
                .arg(QLatin1String(table), columns, marks.join(QLatin1String(", "))),
            values);
        if (!added)
            qFatal("%s: %s", table, qPrintable(added.error().detail));
    }

    void addConversation(Core::Connection &connection) const
    {
        insert(connection, "conversation",
               QStringLiteral("id, user_id, active, pinned, created_ms, updated_ms, title, "
                              "provider, model, strategy, tags, metadata, active_leaf, "
                              "message_count, cost_pico, unpriced_requests, has_error, last_line, "
                              "draft"),
               {Core::storedId(m_conversation), text("an"), true, false, time(0), time(2),
                text("Parcel"), text("p"), text("m"), text("s"), text("[\"late\"]"),
                Core::storedObject({}), Core::storedId(m_answer), 2, 3000, 1, false,
                text("It is in Đà Nẵng."), text("Dear customer")});
        insert(connection, "conversation_tag", QStringLiteral("conversation_id, tag"),
               {Core::storedId(m_conversation), text("late")});
    }

    void addMessage(Core::Connection &connection, const QString &id, const QString &parent,
                    const char *role, const char *words, int at) const
    {
        const QString content = text(words);
        Values values{Core::storedId(id),
                      Core::storedId(parent),
                      Core::storedId(m_conversation),
                      text(role),
                      text("complete"),
                      time(at),
                      5,
                      text("o200k"),
                      text(""),
                      text(""),
                      text("m"),
                      content,
                      text(""),
                      text(""),
                      Core::storedObject({})};
        values << Core::hashOf(values);
        insert(connection, "message",
               QStringLiteral("id, parent_id, conversation_id, role, status, created_ms, tokens, "
                              "encoding, name, tool_call_id, model, content, reasoning, "
                              "tool_calls, metadata, hash"),
               values);
        const auto sequence = connection.value(QStringLiteral("SELECT max(sequence) FROM message"));
        if (const auto done = connection.engine().indexText(connection, sequence->toLongLong(),
                                                            connection.engine().indexed(content));
            !done)
            qFatal("%s", qPrintable(done.error().detail));
    }

    void addAttempt(Core::Connection &connection) const
    {
        insert(connection, "attempt",
               QStringLiteral("id, conversation_id, message_id, provider, model, strategy, at_ms, "
                              "state, status, error, usage_basis, prompt_tokens, "
                              "cached_read_tokens, cache_write_tokens, completion_tokens, "
                              "reasoning_tokens, reported_pico, queued_ms, connected_ms, "
                              "first_token_ms, total_ms, retries, request_url, request_headers, "
                              "response_headers, request_body, plan, response_body"),
               {Core::storedId(m_attempt),
                Core::storedId(m_conversation),
                Core::storedId(m_answer),
                text("p"),
                text("m"),
                text("s"),
                time(1),
                text("complete"),
                200,
                text(""),
                text("provider"),
                10,
                0,
                0,
                5,
                0,
                QVariant(),
                1,
                2,
                3,
                4,
                text(""),
                text("https://p.example"),
                text(""),
                text(""),
                Core::compressed("{}"),
                QByteArray(""),
                QByteArray("")});
    }

    /// One of the answer, one without a price, and one of a conversation that was erased.
    void addCharges(Core::Connection &connection) const
    {
        QByteArray hash;
        const auto add = [&](const QString &attempt, const QString &conversation, int at,
                             const QVariant &amount) {
            Values values{Core::storedId(Core::newId()),
                          Core::storedId(attempt),
                          Core::storedId(conversation),
                          Core::storedId({}),
                          text("an"),
                          time(at),
                          text("p"),
                          text("m"),
                          text("s"),
                          text("turn"),
                          text("provider"),
                          10,
                          0,
                          0,
                          5,
                          0,
                          QVariant(),
                          amount,
                          amount.isNull() ? text("unpriced") : text("usage × price"),
                          1,
                          1,
                          QVariant(),
                          QVariant(),
                          QVariant(),
                          text("")};
            hash = Core::hashOf(values, hash);
            values << hash;
            insert(connection, "charge",
                   QStringLiteral("id, attempt_id, conversation_id, message_id, user_id, at_ms, "
                                  "provider, model, strategy, kind, usage_basis, prompt_tokens, "
                                  "cached_read_tokens, cache_write_tokens, completion_tokens, "
                                  "reasoning_tokens, reported_pico, amount_pico, basis, "
                                  "rate_input, rate_output, rate_cached_read, rate_cache_write, "
                                  "rate_reasoning, price_row, hash"),
                   values);
        };
        add(m_attempt, m_conversation, 2, 3000);
        add({}, m_conversation, 3, QVariant());
        add({}, Core::newId(), 3 * 86'400, 4000);
        if (connection.dialect().sumsCharges)
            return;
        const auto summed = connection.exec(QStringLiteral(
            "INSERT INTO hour_sum SELECT 1, at_ms / 3600000, 'an', 'p', 'm', 's', 'turn', "
            "count(*), sum(prompt_tokens), 0, 0, sum(completion_tokens), 0, "
            "sum(coalesce(amount_pico, 0)), sum(amount_pico IS NULL), 0 FROM charge GROUP BY 2"));
        if (!summed)
            qFatal("%s", qPrintable(summed.error().detail));
    }

    void addNotes(Core::Connection &connection) const
    {
        insert(connection, "summary",
               QStringLiteral("conversation_id, version, id, created_ms, made_by, last_covered, "
                              "text"),
               {Core::storedId(m_conversation), 1, Core::storedId(Core::newId()), time(3),
                text("m"), Core::storedId(m_question), text("So far.")});
        insert(connection, "hand_mark", QStringLiteral("conversation_id, message_id, mark"),
               {Core::storedId(m_conversation), Core::storedId(m_question), text("pinned")});
        insert(connection, "setting", QStringLiteral("name, value"),
               {text("monthlyBudget"), text("12")});
        insert(connection, "reply_template", QStringLiteral("id, name, text"),
               {text("hello"), text("Hello"), text("Good day")});
    }

    void isSummedUpIn(Core::ConversationStore &store) const
    {
        QCOMPARE(valueOf(store.chargesOf(m_conversation)).size(), 2);
        QCOMPARE(valueOf(store.looseCharges({}, {})).size(), 1);
        const auto sums = valueOf(
            store.chargeSums({0, time(30 * 86'400).toMSecsSinceEpoch()}, Core::SumBy::User));
        QCOMPARE(sums.size(), 1);
        QCOMPARE(sums[0].key, QStringLiteral("an"));
        QCOMPARE(sums[0].totals.cost, Core::Money{7000});
        QCOMPARE(sums[0].totals.requests, 3);
        QCOMPARE(sums[0].totals.unpriced, 1);
        for (const Core::StoreFinding &finding : valueOf(store.examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    QString m_conversation;
    QString m_question;
    QString m_answer;
    QString m_attempt;
};
