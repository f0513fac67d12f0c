#include "core/store/history.h"

#include "core/store/connection.h"
#include "core/store/engine.h"
#include "core/store/storedvalues.h"

#include <QHash>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime timeAt(const QuickRow &row, int column)
{
    return row.isNull(column) ? QDateTime()
                              : QDateTime::fromMSecsSinceEpoch(row.number(column), Qt::UTC);
}

struct Condition
{
    QString sql;
    QVariantList values;
};

Condition conditionOf(const HistoryFilter &filter)
{
    Condition condition{u" WHERE workspace_id = ?"_s, {workspaceId}};
    if (filter.userId) {
        condition.sql += u" AND user_id = ?"_s;
        condition.values += stored(*filter.userId);
    }
    if (filter.from.isValid()) {
        condition.sql += u" AND updated_ms >= ?"_s;
        condition.values += storedTime(filter.from);
    }
    if (filter.to.isValid()) {
        condition.sql += u" AND created_ms < ?"_s;
        condition.values += storedTime(filter.to);
    }
    return condition;
}

const QString messageColumns =
    u"conversation_id, id, parent_id, role, status, created_ms, tokens, encoding, name, "
    "tool_call_id, model, sequence, content, tool_calls"_s;

Message messageAt(const QuickRow &row, const QString &conversation)
{
    return {.id = row.text(1),
            .parentId = row.text(2),
            .conversationId = conversation,
            .role = roleFromName(row.text(3)).value_or(Role::User),
            .status = statusFromName(row.text(4)).value_or(MessageStatus::Complete),
            .content = row.text(12),
            .name = row.text(8),
            .toolCalls = toolCallsFrom(row.text(13)),
            .toolCallId = row.text(9),
            .model = row.text(10),
            .createdAt = timeAt(row, 5),
            .sequence = row.number(11),
            .tokens = int(row.number(6)),
            .encoding = encodingFrom(row.text(7))};
}

const QString chargeColumns =
    u"conversation_id, message_id, provider, model, kind, at_ms, prompt_tokens, "
    "cached_read_tokens, completion_tokens, usage_basis, amount_pico"_s;

PastCharge chargeAt(const QuickRow &row)
{
    return {.messageId = row.text(1),
            .provider = row.text(2),
            .model = row.text(3),
            .kind = chargeKindFromName(row.text(4)).value_or(Charge::Kind::Turn),
            .atMs = row.number(5),
            .prompt = row.number(6),
            .cachedRead = row.number(7),
            .completion = row.number(8),
            .isReported = usageBasisFrom(row.text(9)) == Usage::Basis::Provider,
            .amount = row.isNull(10) ? std::nullopt : std::optional(Money{row.number(10)})};
}

Summary summaryAt(const QuickRow &row, const QString &conversation)
{
    return {.id = row.text(1),
            .text = row.text(5),
            .lastCovered = row.text(4),
            .madeBy = row.text(3),
            .conversationId = conversation,
            .createdAt = timeAt(row, 2),
            .version = int(row.number(6))};
}

} // namespace

/// Conversations that are read together: one range of ids in each table.
class HistoryReader::Lot
{
public:
    Lot(Connection &connection, const QStringList &ids)
        : m_connection(connection)
        , m_found(ids.size())
    {
        m_places.reserve(ids.size());
        for (qsizetype i = 0; i < ids.size(); ++i) {
            m_found[i].id = ids[i];
            m_places.insert(ids[i], i);
        }
        m_range = {workspaceId, ids.first(), ids.last()};
    }

    Result<QList<PastConversation>> read()
    {
        for (const auto step : {&Lot::readRows, &Lot::readMessages, &Lot::readCharges,
                                &Lot::readSummaries, &Lot::readMarks}) {
            if (const Result<void> done = (this->*step)(); !done)
                return done.error();
        }
        return std::move(m_found);
    }

private:
    /// Nullptr for a conversation in the range that was not asked for.
    PastConversation *at(QByteArrayView id)
    {
        if (m_lastId != id) {
            m_lastId = id.toByteArray();
            m_last = m_places.value(QString::fromUtf8(id), -1);
        }
        return m_last < 0 ? nullptr : &m_found[m_last];
    }

    template <typename Take>
    Result<void> each(const QString &columns, const QString &table, const QString &order, Take take)
    {
        const QString id = columns.section(u',', 0, 0);
        return m_connection.engine().readQuickly(
            m_connection,
            u"SELECT %1 FROM %2 WHERE workspace_id = ? AND %3 >= ? "
            "AND %3 <= ? ORDER BY %3%4"_s.arg(columns, table, id, order),
            m_range, [&](const QuickRow &row) {
                if (PastConversation *found = at(row.bytes(0)))
                    take(*found, row);
            });
    }

    Result<void> readRows()
    {
        return each(u"id, user_id, provider, model"_s, u"conversation"_s, {},
                    [](PastConversation &found, const QuickRow &row) {
                        found.userId = row.text(1);
                        found.provider = row.text(2);
                        found.model = row.text(3);
                    });
    }

    Result<void> readMessages()
    {
        return each(messageColumns, u"message"_s, u", sequence"_s,
                    [](PastConversation &found, const QuickRow &row) {
                        found.messages.append(messageAt(row, found.id));
                    });
    }

    Result<void> readCharges()
    {
        return each(chargeColumns, u"priced_charge"_s, u", sequence"_s,
                    [](PastConversation &found, const QuickRow &row) {
                        found.charges.append(chargeAt(row));
                    });
    }

    Result<void> readSummaries()
    {
        return each(u"conversation_id, id, created_ms, made_by, last_covered, text, version"_s,
                    u"summary"_s, u", version"_s, [](PastConversation &found, const QuickRow &row) {
                        found.summaries.append(summaryAt(row, found.id));
                    });
    }

    Result<void> readMarks()
    {
        return each(
            u"conversation_id, message_id, mark"_s, u"hand_mark"_s, {},
            [](PastConversation &found, const QuickRow &row) {
                HandMarks &marks = found.marks;
                (row.text(2) == "pinned"_L1 ? marks.pinned : marks.excluded).insert(row.text(1));
            });
    }

    Connection &m_connection;
    QList<PastConversation> m_found;
    QHash<QString, qsizetype> m_places;
    QVariantList m_range;
    QByteArray m_lastId;
    qsizetype m_last = -1;
};

HistoryReader::HistoryReader(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

HistoryReader::~HistoryReader() = default;

Result<qint64> HistoryReader::count(const HistoryFilter &filter)
{
    const Condition condition = conditionOf(filter);
    const Result<QVariant> count = m_connection->value(
        u"SELECT count(*) FROM conversation"_s + condition.sql, condition.values);
    if (!count)
        return count.error();
    return count->toLongLong();
}

Result<QStringList> HistoryReader::ids(const HistoryFilter &filter, const QString &after, int limit)
{
    Condition condition = conditionOf(filter);
    if (!after.isEmpty()) {
        condition.sql += u" AND id > ?"_s;
        condition.values += storedId(after);
    }
    QStringList ids;
    const Result<void> read = m_connection->read(
        u"SELECT id FROM conversation"_s + condition.sql + u" ORDER BY id LIMIT ?"_s,
        condition.values + QVariantList{limit}, [&](const Row &row) { ids += row.text(0); });
    if (!read)
        return read.error();
    return ids;
}

Result<QList<PastConversation>> HistoryReader::conversations(const QStringList &ids)
{
    if (ids.isEmpty())
        return QList<PastConversation>();
    return Lot(*m_connection, ids).read();
}

Result<std::unique_ptr<HistoryReader>> HistoryDoor::open() const
{
    auto connection = Connection::open(m_location,
                                       m_access == Access::Frozen ? Connection::Access::ReadFrozen
                                                                  : Connection::Access::Read);
    if (!connection)
        return connection.error();
    return std::make_unique<HistoryReader>(*std::move(connection));
}

} // namespace Core
