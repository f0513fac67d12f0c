#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject rowJson(const Core::Conversation &row)
{
    return {{u"id"_s, row.id},
            {u"title"_s, row.title},
            {u"user"_s, row.userId.isEmpty() ? QJsonValue() : QJsonValue(row.userId)},
            {u"updated_at"_s, row.updatedAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"messages"_s, row.messageCount},
            {u"cost_usd"_s, Core::toDecimalString(row.cost)},
            {u"tags"_s, QJsonArray::fromStringList(row.tags)}};
}

QString plain(QString snippet)
{
    return snippet.remove(QChar(2)).remove(QChar(3));
}

void printRows(const QList<Core::Conversation> &rows, const QJsonArray &json,
               const Invocation &call)
{
    if (call.json()) {
        printJson({{u"rows"_s, json}, {u"next"_s, QJsonValue()}});
        return;
    }
    QList<QStringList> lines;
    for (const Core::Conversation &row : rows)
        lines.append({row.id, row.updatedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                      QString::number(row.messageCount),
                      u"$"_s + Core::toDecimalString(row.cost).chopped(6), row.title.left(60)});
    print(table({u"Id"_s, u"Updated"_s, u"Messages"_s, u"Cost"_s, u"Title"_s}, lines, {2, 3})
              .toUtf8());
}

Exit search(const Invocation &call, OpenedStore &store, const Core::ConversationFilter &filter,
            int limit)
{
    const auto hits = waitFor(store->search(call.value(u"search"_s), filter, limit));
    if (!hits)
        return call.failed(hits.error());
    QList<Core::Conversation> rows;
    QList<QJsonArray> found;
    for (const Core::SearchHit &hit : *hits) {
        const QJsonObject json{{u"message"_s, hit.messageId}, {u"text"_s, plain(hit.snippet)}};
        qsizetype at = 0;
        while (at < rows.size() && rows[at].id != hit.conversation.id)
            ++at;
        if (at == rows.size()) {
            rows.append(hit.conversation);
            found.append(QJsonArray());
        }
        found[at].append(json);
        if (!call.json())
            printLine(u"%1  %2"_s.arg(hit.conversation.id, plain(hit.snippet)));
    }
    QJsonArray json;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonObject row = rowJson(rows[i]);
        row[u"hits"_s] = found[i];
        json.append(row);
    }
    if (call.json())
        printRows(rows, json, call);
    return Exit::Done;
}

Exit run(Invocation &call)
{
    const auto limit = call.number(u"limit"_s, 100, 1, 1'000'000);
    if (!limit)
        return Exit::Usage;
    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    const Core::ConversationFilter filter{
        .userId = call.value(u"user"_s), .tag = call.value(u"tag"_s), .pinnedFirst = false};
    if (call.isSet(u"search"_s))
        return search(call, store, filter, int(*limit));
    const auto page = waitFor(store->conversations(filter, {}, int(*limit)));
    if (!page)
        return call.failed(page.error());
    QJsonArray json;
    for (const Core::Conversation &row : page->rows)
        json.append(rowJson(row));
    printRows(page->rows, json, call);
    return Exit::Done;
}

} // namespace

Verb listVerb()
{
    return {.name = u"list"_s,
            .arguments = {},
            .summary = u"List conversations, newest first, or search all messages."_s,
            .example = u"skein list --search \"hoan tien\" --limit 20"_s,
            .options = {{u"search"_s, u"TEXT"_s, u"Messages with these words."_s},
                        {u"user"_s, u"NAME"_s, u"Only this user's."_s},
                        {u"tag"_s, u"TAG"_s, u"Only those with this tag."_s},
                        {u"limit"_s, u"N"_s, u"At most so many (100)."_s}},
            .run = run};
}
