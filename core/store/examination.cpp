#include "core/store/examination.h"

#include "core/store/database.h"
#include "core/store/engine.h"
#include "core/store/storedvalues.h"

#include <functional>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

using Count = std::function<Result<qint64>(Database &)>;
using Mend = std::function<Result<void>(Database &)>;

/// One thing to look at. `what` holds %1 for the number of faults.
struct Check
{
    QString what;
    Count faults;
    Mend mend; ///< may be empty: it cannot be mended
};

Result<qint64> number(Database &database, const QString &sql, const QVariantList &values = {})
{
    const Result<QVariant> value = database.connection().value(sql, values);
    if (!value)
        return value.error();
    return value->toLongLong();
}

Result<void> changed(Database &database, const QString &sql, const QVariantList &values = {})
{
    const Result<int> done = database.connection().change(sql, values);
    return done ? Result<void>() : done.error();
}

const QString sumsOfCharges =
    u"SELECT workspace_id, conversation_id, coalesce(sum(amount_pico), 0) AS cost, "
    "sum(CASE WHEN amount_pico IS NULL THEN 1 ELSE 0 END) AS unpriced "
    "FROM priced_charge GROUP BY workspace_id, conversation_id"_s;
const QString countsOfMessages = u"SELECT workspace_id, conversation_id, count(*) AS messages "
                                 "FROM message GROUP BY workspace_id, conversation_id"_s;

Result<qint64> wrongRows(Database &database)
{
    return number(
        database,
        u"SELECT count(*) FROM conversation "
        "LEFT JOIN (%1) AS paid ON paid.workspace_id = conversation.workspace_id "
        "AND paid.conversation_id = conversation.id "
        "LEFT JOIN (%2) AS said ON said.workspace_id = conversation.workspace_id "
        "AND said.conversation_id = conversation.id "
        "WHERE cost_pico <> coalesce(cost, 0) OR unpriced_requests <> coalesce(unpriced, 0) "
        "OR message_count <> coalesce(messages, 0)"_s.arg(sumsOfCharges, countsOfMessages));
}

Result<void> mendRows(Database &database)
{
    // The moment is set to none, so that the trigger leaves the times of the rows alone.
    Connection &connection = database.connection();
    Result<void> done =
        connection.engine().setMoment(connection, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
    if (done)
        done = changed(database,
                       u"UPDATE conversation SET message_count = (SELECT count(*) FROM message "
                       "WHERE message.workspace_id = conversation.workspace_id "
                       "AND message.conversation_id = conversation.id), "
                       "cost_pico = (SELECT coalesce(sum(amount_pico), 0) FROM priced_charge "
                       "AS paid WHERE paid.workspace_id = conversation.workspace_id "
                       "AND paid.conversation_id = conversation.id), "
                       "unpriced_requests = (SELECT count(*) FROM priced_charge "
                       "AS paid WHERE paid.workspace_id = conversation.workspace_id "
                       "AND paid.conversation_id = conversation.id AND amount_pico IS NULL)"_s);
    return done;
}

const QString badLeaf =
    u"NOT EXISTS (SELECT 1 FROM message WHERE message.workspace_id = conversation.workspace_id "
    "AND message.id = active_leaf AND message.conversation_id = conversation.id)"_s;
const QString loneAttempt =
    u"NOT EXISTS (SELECT 1 FROM conversation WHERE conversation.workspace_id = "
    "attempt.workspace_id AND conversation.id = attempt.conversation_id)"_s;
const QString loneMessage =
    u"NOT EXISTS (SELECT 1 FROM message AS above WHERE above.workspace_id = message.workspace_id "
    "AND above.id = message.parent_id AND above.conversation_id = message.conversation_id)"_s;

/// Restricts to the rows with an id in `column` for which `condition` holds.
QString those(Database &database, const QString &column, const QString &condition)
{
    return u" WHERE %1 AND %2"_s.arg(database.connection().dialect().hasId.arg(column), condition);
}

/// What belongs to something that is not there.
QList<Check> orphanChecks()
{
    return {
        {u"threads: %1 messages below none"_s,
         [](Database &database) {
             return number(database,
                           u"SELECT count(*) FROM message"_s
                               + those(database, u"parent_id"_s, loneMessage));
         },
         {}},
        {u"shown branches: %1 end in no message"_s,
         [](Database &database) {
             return number(database,
                           u"SELECT count(*) FROM conversation"_s
                               + those(database, u"active_leaf"_s, badLeaf));
         },
         [](Database &database) {
             return changed(
                 database,
                 u"UPDATE conversation SET active_leaf = coalesce((SELECT message.id "
                 "FROM message WHERE message.workspace_id = conversation.workspace_id "
                 "AND message.conversation_id = conversation.id "
                 "ORDER BY sequence DESC LIMIT 1), %1)"_s.arg(database.connection().dialect().noId)
                     + those(database, u"active_leaf"_s, badLeaf));
         }},
        {u"attempts: %1 of no conversation"_s,
         [](Database &database) {
             return number(database,
                           u"SELECT count(*) FROM attempt"_s
                               + those(database, u"conversation_id"_s, loneAttempt));
         },
         [](Database &database) {
             return changed(database,
                            u"DELETE FROM attempt"_s
                                + those(database, u"conversation_id"_s, loneAttempt));
         }},
    };
}

QList<Check> checks()
{
    return {
        {u"file: %1 faults"_s,
         [](Database &database) -> Result<qint64> {
             const Result<QStringList> lines =
                 database.connection().engine().wholeCheck(database.connection());
             if (!lines)
                 return lines.error();
             return qint64(lines->size());
         },
         {}},
        {u"references: %1 lead nowhere"_s,
         [](Database &database) {
             return database.connection().engine().brokenReferences(database.connection());
         },
         {}},
        {u"messages: %1 were changed outside of the program"_s,
         [](Database &database) { return database.messages().wrongHashes(); },
         {}},
        {u"ledger: %1 lines were changed outside of the program"_s,
         [](Database &database) { return database.ledger().brokenLinks(); },
         {}},
        {u"re-pricings: %1 were changed outside of the program"_s,
         [](Database &database) { return database.repricings().brokenLinks(); },
         {}},
        {u"sums: %1 differ from the charges"_s,
         [](Database &database) { return database.ledger().sums().wrong(); },
         [](Database &database) { return database.ledger().sums().rebuild(); }},
        {u"conversations: %1 differ from their messages and charges"_s, wrongRows, mendRows},
        {u"counts: %1 differ from the conversations"_s,
         [](Database &database) {
             return database.connection().engine().wrongCounts(database.connection());
         },
         [](Database &database) {
             return database.connection().engine().recount(database.connection());
         }},
        {u"search index: %1 differences from the messages"_s,
         [](Database &database) {
             return database.connection().engine().wrongIndexEntries(database.connection());
         },
         [](Database &database) { return database.messages().rebuildIndex(); }},
        {u"journal: %1 pieces of answers that have ended"_s,
         [](Database &database) {
             return number(database,
                           u"SELECT count(*) FROM journal WHERE NOT EXISTS (SELECT 1 "
                           "FROM message WHERE message.workspace_id = journal.workspace_id "
                           "AND message.id = message_id AND status = 'streaming')"_s);
         },
         [](Database &database) {
             return changed(database,
                            u"DELETE FROM journal WHERE NOT EXISTS (SELECT 1 FROM message "
                            "WHERE message.workspace_id = journal.workspace_id "
                            "AND message.id = message_id AND status = 'streaming')"_s);
         }},
    };
}

Result<StoreFinding> looked(Database &database, const Check &check, bool repair)
{
    Result<qint64> faults = check.faults(database);
    if (!faults)
        return faults.error();
    StoreFinding finding{.what = check.what.arg(*faults), .isProblem = *faults > 0};
    if (!finding.isProblem || !repair || !check.mend)
        return finding;
    const Result<void> mended =
        database.connection().inTransaction([&] { return check.mend(database); });
    if (!mended)
        return mended.error();
    faults = check.faults(database);
    if (!faults)
        return faults.error();
    finding.mended = *faults == 0;
    return finding;
}

} // namespace

Result<QList<StoreFinding>> examine(Database &database, bool repair)
{
    QList<StoreFinding> findings;
    for (const Check &check : checks() + orphanChecks()) {
        const Result<StoreFinding> finding = looked(database, check, repair);
        if (finding) {
            findings.append(*finding);
        } else if (finding.error().kind == Error::Kind::StoreDamaged) {
            // The other checks may still tell what is left.
            findings.append({.what = finding.error().detail, .isProblem = true});
        } else {
            return finding.error();
        }
    }
    return findings;
}

} // namespace Core
