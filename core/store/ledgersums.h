#pragma once

#include "core/base/result.h"
#include "core/chat/chargesum.h"
#include "core/store/connection.h"
#include "core/store/timespans.h"

#include <QHash>
#include <QList>
#include <QString>

#include <map>
#include <tuple>

namespace Core {

/// Keeps those sums whose key fulfils a condition: SQL with %1 for the key's column.
struct KeyFilter
{
    QString sql; ///< empty: all are kept
    QVariantList values;
    QString whose; ///< a condition on the user, where rows have one
};

/// The sums that are kept beside the ledger, so that a year is read in milliseconds: by the
/// hour and everything that tells charges apart, and for each of these alone by the hour and
/// by the day of UTC. They are written in the transaction of the charges.
class LedgerSums
{
public:
    explicit LedgerSums(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Counts a charge that was added. write() brings the sums up to date; many charges in one
    /// transaction are added up before.
    void count(const Charge &charge);
    /// Counts that a charge of before is worth something else now.
    void recount(const Charge &before, const Charge &now);
    Result<void> write();
    void forget(); ///< what was counted was rolled back
    /// What was counted, as rows of hour_sum and of charge_sum, instead of write().
    struct Rows
    {
        QList<QVariantList> hours;
        QList<QVariantList> steps;
    };
    Rows take();
    /// Rows of charge_sum likewise, of conversations alone: the others want to be added up further.
    QList<QVariantList> takeConversations();

    /// Sums of the spans between neighbours in `bounds`, which ascend (milliseconds). Exact for
    /// any bounds: days and hours that a span holds whole are read from the sums, what is cut
    /// from the charges. By span, then by key; of conversations, which may be many, in no order.
    /// Those of everybody: limits of spending are kept by all, whatever they may see.
    Result<QList<ChargeSum>> between(const QList<qint64> &bounds, SumBy by,
                                     const KeyFilter &filter = {});
    /// The same of the charges that this login may see.
    Result<QList<ChargeSum>> visible(const QList<qint64> &bounds, SumBy by);
    /// Which charges these are: SQL, empty where it sees all.
    Result<QString> whose();

    /// Those of the hours that begin in [fromMs, toMs), with everything that tells them apart.
    Result<QList<HourSum>> byHour(qint64 fromMs, qint64 toMs);

    /// Sums all charges anew.
    Result<void> rebuild();
    /// How many of the sums do not equal those of the charges.
    Result<qint64> wrong();

private:
    /// Hour, user, provider, model, strategy, kind.
    using HourKey = std::tuple<qint64, QString, QString, QString, QString, QString>;
    /// Dimension, hours of a step, first hour, key.
    using StepKey = std::tuple<SumBy, int, qint64, QString>;

    /// What was read so far.
    struct Found
    {
        ChargeTotals &of(qsizetype span, const QString &key);
        QList<ChargeSum> inOrder(SumBy by); ///< takes them away

        QList<ChargeSum> sums;
        QHash<std::pair<qsizetype, QString>, qsizetype> places; ///< by span and key
    };

    Result<void> addSteps(SumBy by, int hours, const QList<TimePiece> &pieces,
                          const KeyFilter &filter, Found &found);
    Result<void> addHours(SumBy by, const QList<TimePiece> &pieces, const KeyFilter &filter,
                          Found &found);
    Result<void> addEachStep(SumBy by, int hours, const QList<TimePiece> &pieces, Found &found);
    Result<void> addCharges(SumBy by, const QList<TimePiece> &pieces, const KeyFilter &filter,
                            Found &found);
    void add(const Charge &charge, const ChargeTotals &totals);
    void addUpHours();
    QList<QVariantList> takeSteps();
    Result<qint64> differences(const QString &expected, const QString &kept);

    Connection &m_connection;
    std::map<HourKey, ChargeTotals> m_hours; ///< not written yet
    std::map<StepKey, ChargeTotals> m_steps;
};

} // namespace Core
