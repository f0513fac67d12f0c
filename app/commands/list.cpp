#include "app/commands/moneytext.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject rowJson(const Core::Conversation &row)
{
    return {{u"id"_s, row.id},
            {u"title"_s, row.title},
            {u"user"_s, row.userId.isEmpty() ? QJsonValue() : QJsonValue(row.userId)},
            {u"updated_at"_s, row.updatedAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"messages"_s, row.messageCount},
            {u"cost_usd"_s, MoneyText::json(row.knownCost())},
            {u"unpriced_requests"_s, row.unpricedRequests},
            {u"tags"_s, QJsonArray::fromStringList(row.tags)}};
}

QString plain(QString snippet)
{
    return snippet.remove(QChar(2)).remove(QChar(3));
}

/// Where the next part begins, as a word that means nothing to the one who passes it back.
QJsonValue cursor(qint64 ms, const QString &tieBreaker)
{
    const QByteArray words = QByteArray::number(ms) + ' ' + tieBreaker.toUtf8();
    return QString::fromLatin1(
        words.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// The two parts of a cursor; nothing where it is none of ours.
std::optional<std::pair<qint64, QString>> readCursor(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArrayList words = decoded ? (*decoded).split(' ') : QByteArrayList();
    bool isNumber = false;
    const qint64 ms = words.value(0).toLongLong(&isNumber);
    if (words.size() != 2 || !isNumber || words[1].isEmpty())
        return std::nullopt;
    return std::pair(ms, QString::fromUtf8(words[1]));
}

void printRows(const QList<Core::Conversation> &rows, const QJsonArray &json,
               const QJsonValue &next, const Invocation &call)
{
    if (call.json()) {
        printJson({{u"rows"_s, json}, {u"next"_s, next}});
        return;
    }
    QList<std::optional<Core::Money>> costs;
    for (const Core::Conversation &row : rows)
        costs.append(row.knownCost());
    const int places = MoneyText::places(costs);
    QList<QStringList> lines;
    for (const Core::Conversation &row : rows)
        lines.append({row.id, row.updatedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                      QString::number(row.messageCount), MoneyText::plain(row.knownCost(), places),
                      row.title.left(60)});
    print(table({u"Id"_s, u"Updated"_s, u"Messages"_s, u"USD"_s, u"Title"_s}, lines, {2, 3})
              .toUtf8());
}

/// One row for each conversation, with its hits.
QJsonArray hitRows(const QList<Core::SearchHit> &hits)
{
    QList<Core::Conversation> rows;
    QList<QJsonArray> found;
    QHash<QString, qsizetype> places;
    for (const Core::SearchHit &hit : hits) {
        const qsizetype at = places.value(hit.conversation.id, rows.size());
        if (at == rows.size()) {
            places.insert(hit.conversation.id, at);
            rows.append(hit.conversation);
            found.append(QJsonArray());
        }
        found[at].append(
            QJsonObject{{u"message"_s, hit.messageId}, {u"text"_s, plain(hit.snippet)}});
    }
    QJsonArray json;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonObject row = rowJson(rows[i]);
        row[u"hits"_s] = found[i];
        json.append(row);
    }
    return json;
}

/// Cuts off the conversation that is one more than was asked for, and answers where the next part
/// begins; nothing where there is none. The hits of a conversation stand together, its newest one
/// first, and that is its key.
QJsonValue cutTo(QList<Core::SearchHit> &hits, int limit)
{
    int conversations = 0;
    QJsonValue last;
    for (qsizetype i = 0; i < hits.size(); ++i) {
        if (i > 0 && hits[i].conversation.id == hits[i - 1].conversation.id)
            continue;
        if (++conversations > limit) {
            hits.resize(i);
            return last;
        }
        last = cursor(hits[i].key.createdMs, QString::number(hits[i].key.sequence));
    }
    return {};
}

Exit search(const Invocation &call, OpenedStore &store, const Core::ConversationFilter &filter,
            int limit)
{
    std::optional<Core::SearchKey> after;
    if (const auto key = readCursor(call.value(u"after"_s)))
        after = Core::SearchKey{key->first, key->second.toLongLong()};
    auto found = waitFor(store->search(call.value(u"search"_s), filter, limit + 1, after));
    if (!found)
        return call.failed(found.error());
    QList<Core::SearchHit> hits = *std::move(found);
    const QJsonValue next = cutTo(hits, limit);
    if (call.json()) {
        printRows({}, hitRows(hits), next, call);
        return Exit::Done;
    }
    for (const Core::SearchHit &hit : hits)
        printLine(u"%1  %2"_s.arg(hit.conversation.id, plain(hit.snippet)));
    return Exit::Done;
}

Exit run(Invocation &call)
{
    const auto limit = call.number(u"limit"_s, 100, 1, 1'000'000);
    if (!limit)
        return Exit::Usage;
    const auto key = readCursor(call.value(u"after"_s));
    if (call.isSet(u"after"_s) && !key)
        return call.usageError(u"--after takes the \"next\" of a list before"_s);
    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    const Core::ConversationFilter filter{.userId = call.value(u"user"_s),
                                          .tag = call.value(u"tag"_s),
                                          .pinnedFirst = false,
                                          .hitsTogether = true};
    if (call.isSet(u"search"_s))
        return search(call, store, filter, int(*limit));
    std::optional<Core::ConversationKey> after;
    if (key)
        after = Core::ConversationKey{.updatedMs = key->first, .id = key->second};
    const auto page = waitFor(store->conversations(filter, after, int(*limit)));
    if (!page)
        return call.failed(page.error());
    QJsonArray json;
    for (const Core::Conversation &row : page->rows)
        json.append(rowJson(row));
    printRows(page->rows, json,
              page->next ? cursor(page->next->updatedMs, page->next->id) : QJsonValue(), call);
    return Exit::Done;
}

} // namespace

Verb listVerb()
{
    return {.name = u"list"_s,
            .arguments = {},
            .summary = u"List conversations, newest first, or search all messages."_s,
            .example = u"skein list --search \"hoan tien\" --limit 20"_s,
            .options = {{u"search"_s, u"TEXT"_s, u"Those with these words, and where."_s},
                        {u"user"_s, u"NAME"_s, u"Only this user's."_s},
                        {u"tag"_s, u"TAG"_s, u"Only those with this tag."_s},
                        {u"limit"_s, u"N"_s, u"At most so many conversations (100)."_s},
                        {u"after"_s, u"NEXT"_s, u"Go on behind a part: its \"next\"."_s}},
            .run = run};
}
