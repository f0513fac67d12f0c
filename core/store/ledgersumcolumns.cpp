#include "core/store/ledgersumcolumns.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

const std::array<SumDimension, 7> &sumDimensions()
{
    static constexpr std::array<SumDimension, 7> dimensions{{
        {SumBy::Nothing, "all"_L1, "''"_L1, true},
        {SumBy::User, "user"_L1, "user_id"_L1, true},
        {SumBy::Provider, "provider"_L1, "provider"_L1, true},
        {SumBy::Model, "model"_L1, "model"_L1, true},
        {SumBy::Strategy, "strategy"_L1, "strategy"_L1, true},
        {SumBy::Kind, "kind"_L1, "kind"_L1, true},
        {SumBy::Conversation, "conversation"_L1, "conversation_id"_L1, false},
    }};
    return dimensions;
}

namespace {

/// Adds the totals of a new row to those of the row that is there.
QString addUp(const QString &table)
{
    QStringList sums;
    const QStringList columns = QString(totalColumns).split(u", "_s);
    for (const QString &column : columns)
        sums += u"%1 = %2.%1 + excluded.%1"_s.arg(column, table);
    return sums.join(u", "_s);
}

SumTable sumTable(const QString &name, const QString &key)
{
    return {key + u", "_s + totalColumns,
            u"ON CONFLICT (%1) DO UPDATE SET %2"_s.arg(key, addUp(name))};
}

} // namespace

const SumTable &hourSumTable()
{
    static const SumTable table =
        sumTable(u"hour_sum"_s, u"workspace_id, hour, user_id, provider, model, strategy, kind"_s);
    return table;
}

const SumTable &chargeSumTable()
{
    static const SumTable table =
        sumTable(u"charge_sum"_s, u"workspace_id, dimension, hours, start, key"_s);
    return table;
}

const SumDimension &sumDimensionOf(SumBy by)
{
    for (const SumDimension &dimension : sumDimensions()) {
        if (dimension.by == by)
            return dimension;
    }
    Q_UNREACHABLE();
}

} // namespace Core
