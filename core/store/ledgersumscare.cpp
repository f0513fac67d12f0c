// Whether the sums are those of the charges, and how they become so again.

#include "core/store/engine.h"
#include "core/store/ledgersumcolumns.h"
#include "core/store/ledgersums.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What hour_sum has to be.
QString summedHours(const Dialect &dialect)
{
    return u"SELECT workspace_id, %1 AS hour, user_id, provider, model, strategy, kind, "_s.arg(
               dialect.hour.arg(u"at_ms"_s))
        + totalsOfCharges
        + u" FROM priced_charge GROUP BY workspace_id, hour, user_id, provider, model, strategy, kind"_s;
}
const QString keptHours = u"SELECT workspace_id, hour, user_id, provider, model, strategy, kind, "_s
    + totalColumns + u" FROM hour_sum"_s;

const QString stepColumns = u"workspace_id, dimension, hours, start, key, "_s + totalColumns;

/// What the rows of charge_sum have to be for one dimension and step, from the hours where it
/// can, since those are fewer.
QString summedSteps(const Dialect &dialect, const SumDimension &dimension, int hours)
{
    const QString hour = dimension.isByHour ? u"hour"_s : dialect.hour.arg(u"at_ms"_s);
    const QString key =
        dimension.isByHour ? QString(dimension.column) : dialect.idText.arg(dimension.column);
    return u"SELECT workspace_id, '%1', %2, (%3) / %2 * %2 AS start, %4 AS key, %5 FROM %6 "
           "GROUP BY workspace_id, start, key"_s.arg(
               dimension.name, QString::number(hours), hour, key,
               dimension.isByHour ? totalsOfSums : totalsOfCharges,
               dimension.isByHour ? u"hour_sum"_s : u"priced_charge"_s);
}

QString keptSteps(const SumDimension &dimension, int hours)
{
    return u"SELECT %1 FROM charge_sum WHERE dimension = '%2' AND hours = %3"_s.arg(
        stepColumns, dimension.name, QString::number(hours));
}

QList<std::pair<SumDimension, int>> allSteps()
{
    QList<std::pair<SumDimension, int>> steps;
    for (const SumDimension &dimension : sumDimensions()) {
        if (dimension.isByHour)
            steps.append({dimension, 1});
        steps.append({dimension, hoursPerDay});
    }
    return steps;
}

} // namespace

Result<void> LedgerSums::rebuild()
{
    QStringList statements{
        u"DELETE FROM hour_sum"_s, u"DELETE FROM charge_sum"_s,
        u"INSERT INTO hour_sum (workspace_id, hour, user_id, provider, model, strategy, kind, "_s
            + totalColumns + u") "_s + summedHours(m_connection.dialect())};
    for (const auto &[dimension, hours] : allSteps())
        statements += u"INSERT INTO charge_sum (%1) %2"_s.arg(
            stepColumns, summedSteps(m_connection.dialect(), dimension, hours));
    for (const QString &statement : std::as_const(statements)) {
        if (const Result<void> done = ran(m_connection.change(statement)); !done)
            return done;
    }
    return {};
}

Result<qint64> LedgerSums::wrong()
{
    Result<qint64> wrong = differences(summedHours(m_connection.dialect()), keptHours);
    for (const auto &[dimension, hours] : allSteps()) {
        if (!wrong)
            return wrong;
        const Result<qint64> further = differences(
            summedSteps(m_connection.dialect(), dimension, hours), keptSteps(dimension, hours));
        if (!further)
            return further;
        wrong = *wrong + *further;
    }
    return wrong;
}

Result<qint64> LedgerSums::differences(const QString &expected, const QString &kept)
{
    const QString difference = u"SELECT count(*) FROM (%1 EXCEPT %2) AS difference"_s;
    qint64 most = 0;
    for (const QString &sql : {difference.arg(expected, kept), difference.arg(kept, expected)}) {
        const Result<QVariant> count = m_connection.value(sql);
        if (!count)
            return count.error();
        most = qMax(most, count->toLongLong());
    }
    return most;
}

} // namespace Core
