#include "core/session/storemove.h"

// What has been spent: charges that belong to no conversation, the log of re-pricing, and whether
// every conversation comes to the same over there.

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Why a re-pricing cannot be added there, where that is no failure of the store.
bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::Outdated || error.kind == Error::Kind::StoreDenied
        || error.kind == Error::Kind::BadInput;
}

} // namespace

/// Charges of no conversation, or of one that was erased, a day at a time.
void StoreMove::moveLooseCharges(const QDateTime &from, const QDateTime &until)
{
    if (m_isCancelled)
        return end(Error{.kind = Error::Kind::Cancelled});
    if (from > until)
        return readLogs();
    const QDateTime next = from.addDays(1);
    then(m_from.looseCharges(from, next, Worth::AsBilled),
         [this, next, until](const QList<Charge> &charges) {
             if (charges.isEmpty())
                 return moveLooseCharges(next, until);
             then(m_to.addCharges(charges),
                  [this, next, until, count = charges.size()](const QStringList &different) {
                      for (const QString &id : different)
                          m_count.different += u"charge "_s + id;
                      m_count.charges += count - different.size();
                      emit progressed(m_count);
                      moveLooseCharges(next, until);
                  });
         });
}

void StoreMove::readLogs()
{
    using Log = QList<Repricing>; // newest first
    then(m_from.repricings(), [this](const Log &log) {
        m_log = Log(log.crbegin(), log.crend());
        then(m_to.repricings(), [this](const Log &there) {
            for (const Repricing &each : there)
                m_logThere.insert(each.id, each);
            moveRepricings();
        });
    });
}

/// In their order, since each says what it has found.
void StoreMove::moveRepricings()
{
    if (m_isCancelled)
        return end(Error{.kind = Error::Kind::Cancelled});
    if (m_log.isEmpty())
        return compareCosts({});
    const Repricing next = m_log.takeFirst();
    then(m_from.repricedCharges(next.id), [this, next](const QList<RepricedCharge> &lines) {
        if (lines.size() == next.charges)
            return moveRepricing(next, lines);
        leaveOut(next.id,
                 u"only %1 of its %2 charges are seen here"_s.arg(lines.size()).arg(next.charges));
        moveRepricings();
    });
}

void StoreMove::moveRepricing(const Repricing &repricing, const QList<RepricedCharge> &lines)
{
    if (m_logThere.contains(repricing.id))
        return compareRepricing(repricing, lines);
    whenDone(m_to.reprice(repricing, lines), this,
             [this, repricing, lines](const Result<void> &done) {
                 if (done) {
                     m_logThere.insert(repricing.id, repricing);
                     return compareRepricing(repricing, lines);
                 }
                 if (!isRefusal(done.error()))
                     return end(done.error());
                 leaveOut(repricing.id,
                          done.error().kind == Error::Kind::Outdated
                              ? u"its charges are worth something else there"_s
                              : done.error().detail);
                 moveRepricings();
             });
}

void StoreMove::compareRepricing(const Repricing &repricing, const QList<RepricedCharge> &lines)
{
    then(m_to.repricedCharges(repricing.id),
         [this, repricing, lines](const QList<RepricedCharge> &there) {
             if (there == lines && m_logThere.value(repricing.id) == repricing)
                 ++m_count.repricings;
             else
                 m_count.different += u"re-pricing "_s + repricing.id;
             emit progressed(m_count);
             moveRepricings();
         });
}

/// Of every conversation, when all that makes it up is there.
void StoreMove::compareCosts(const QString &after)
{
    if (m_isCancelled)
        return end(Error{.kind = Error::Kind::Cancelled});
    then(m_from.conversationIds(after, m_lot),
         [this](const QStringList &ids) { ids.isEmpty() ? finish() : compareCostsOf(ids); });
}

void StoreMove::compareCostsOf(const QStringList &ids)
{
    using Rows = QList<Conversation>;
    then(m_from.conversationsById(ids), [this, ids](const Rows &rows) {
        then(m_to.conversationsById(ids), [this, ids, rows](const Rows &there) {
            QHash<QString, Conversation> known;
            for (const Conversation &row : there)
                known.insert(row.id, row);
            for (const Conversation &row : rows) {
                const Conversation other = known.value(row.id, row);
                if ((other.cost == row.cost && other.unpricedRequests == row.unpricedRequests)
                    || m_count.different.contains(row.id))
                    continue;
                m_count.different += row.id;
                --m_count.conversations;
            }
            compareCosts(ids.last());
        });
    });
}

void StoreMove::leaveOut(const QString &what, const QString &why)
{
    m_count.leftOut += u"re-pricing %1: %2"_s.arg(what, why);
}

} // namespace Core
