#include "ui/cost/replaywords.h"

#include "ui/base/formats.h"
#include "ui/base/reasontext.h"
#include "ui/cost/costwords.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReplayWords)
};

double share(Core::Money part, Core::Money whole)
{
    return whole.pico > 0 ? double(part.pico) / double(whole.pico) : 0;
}

QString period(const Core::HistoryFilter &filter, const QTimeZone &zone)
{
    const auto day = [&zone](const QDateTime &at) {
        return CostWords::day(at.toTimeZone(zone).date());
    };
    const QDateTime last = filter.to.addMSecs(-1);
    if (filter.from.isValid() && filter.to.isValid())
        return Words::tr("%1 – %2", "first and last day").arg(day(filter.from), day(last));
    if (filter.from.isValid())
        return Words::tr("from %1 on", "a day").arg(day(filter.from));
    return filter.to.isValid() ? Words::tr("until %1", "a day").arg(day(last))
                               : Words::tr("all of the past");
}

/// A strategy that sends everything has none.
QString budgets(const Core::ReplayQuery &query)
{
    QStringList limits;
    for (const Core::ReplayWay &way : query.ways) {
        const QString limit = Formats::exactTokens(way.budget);
        if (way.budget > 0 && !limits.contains(limit))
            limits += limit;
    }
    return limits.isEmpty() ? Words::tr("budget: the model's window")
                            : Words::tr("budget: %1").arg(limits.join(u", "_s));
}

} // namespace

qsizetype ReplayRows::count(const Core::ReplayReport &report)
{
    return report.query.ways.size() * report.query.models.size();
}

Core::ReplayTotals ReplayRows::totals(const Core::ReplayReport &, const Core::ReplayPart &part,
                                      qsizetype row)
{
    return size_t(row) < part.totals.size() ? part.totals[size_t(row)] : Core::ReplayTotals();
}

qsizetype ReplayRows::cheapest(const Core::ReplayReport &report)
{
    qsizetype best = -1;
    std::optional<Core::Money> least;
    for (qsizetype row = 0; row < count(report); ++row) {
        const Core::ReplayTotals sums = totals(report, report.figures.all, row);
        const auto cost = report.figures.all.costOf(sums);
        const bool isWhole =
            sums.requests > 0 && sums.refused == 0 && !report.figures.all.lacksSome(sums);
        if (isWhole && cost && (!least || *cost < *least)) {
            best = row;
            least = cost;
        }
    }
    return best;
}

QString ReplayWords::model(const Core::ReplayModel &model)
{
    if (model.isAsAsked())
        return Words::tr("as asked", "the model that was asked at the time");
    return model.provider.isEmpty()
        ? model.model
        : Words::tr("%1 (%2)", "model, provider").arg(model.model, model.provider);
}

QString ReplayWords::row(const Core::ReplayQuery &query, qsizetype row)
{
    const qsizetype models = query.models.size();
    return Words::tr("%1 · %2", "strategy, model")
        .arg(strategyName(query.ways[row / models].strategy), model(query.models[row % models]));
}

QString ReplayWords::money(const std::optional<Core::Money> &amount)
{
    return amount ? Formats::money(*amount) : u"–"_s;
}

QString ReplayWords::saving(const std::optional<Core::Money> &saved,
                            const std::optional<Core::Money> &before)
{
    if (!saved || !before)
        return u"–"_s;
    return Words::tr("%1 (%2)", "money saved, share")
        .arg(Formats::money(*saved), Formats::percent(::share(*saved, *before)));
}

/// Of the requests that costOf() tells of: not all that it lacks were refused.
bool ReplayWords::lacksPrices(const Core::ReplayPart &part, const Core::ReplayTotals &totals)
{
    return part.billed.compared > 0 ? totals.incomparable > totals.refused : totals.unpriced > 0;
}

QString ReplayWords::cost(const Core::ReplayPart &part, const Core::ReplayTotals &totals)
{
    const std::optional<Core::Money> cost = part.costOf(totals);
    if (!cost)
        return totals.requests > 0 ? Formats::moneyOrUnpriced(std::nullopt) : u"–"_s;
    return lacksPrices(part, totals)
        ? Words::tr("≥ %1", "at least that much").arg(Formats::money(*cost))
        : Formats::money(*cost);
}

QString ReplayWords::share(const std::optional<Core::Money> &saved,
                           const std::optional<Core::Money> &before)
{
    return saved && before
        ? Words::tr("%1 of the bill", "a share").arg(Formats::percent(::share(*saved, *before)))
        : QString();
}

QString ReplayWords::headline(const Core::ReplayReport &report)
{
    const qsizetype row = ReplayRows::cheapest(report);
    if (row < 0)
        return Words::tr("No row has a price for every request.");
    const Core::ReplayPart &all = report.figures.all;
    const Core::ReplayTotals totals = ReplayRows::totals(report, all, row);
    const auto before = all.billed.known();
    const auto cost = all.costOf(totals);
    if (before && cost && *cost < *before)
        return Words::tr("%1 would have cost %2 instead of %3 (%4).", "row, money, money, −85%")
            .arg(ReplayWords::row(report.query, row), Formats::money(*cost),
                 Formats::money(*before),
                 CostWords::signedPercent(-::share(*before - *cost, *before)));
    if (before)
        return Words::tr("No row would have cost less than the %1 that were billed.")
            .arg(Formats::money(*before));
    return Words::tr("%1 would have cost %2, less than all others.", "row, money")
        .arg(ReplayWords::row(report.query, row), money(cost));
}

QString ReplayWords::notes(const Core::ReplayReport &report)
{
    const Core::BilledTotals &billed = report.figures.all.billed;
    QStringList lines{
        Words::tr("Every stored answer is asked for once more: the request is what the strategy "
                  "would have sent, counted token by token; the answer is taken to be the same "
                  "one; the provider's prefix cache is simulated (from %1 tokens on, in steps of "
                  "%2, for %3).")
            .arg(Formats::number(report.query.cache.least),
                 Formats::number(report.query.cache.step),
                 Formats::duration(report.query.cacheLifeMs))};
    if (billed.notCompared() > 0)
        lines += billed.compared > 0
            ? Words::tr("%Ln requests have no bill that is known; costs and savings are told "
                        "without them.",
                        nullptr, int(billed.notCompared()))
            : Words::tr("%Ln requests have no bill that is known.", nullptr,
                        int(billed.notCompared()));
    if (billed.aside.pico > 0)
        lines += Words::tr("%1 were billed aside, for summaries and the like; they are not in "
                           "these figures.")
                     .arg(Formats::money(billed.aside));
    return lines.join(u'\n');
}

QString ReplayWords::parameters(const Core::ReplayQuery &query)
{
    const QTimeZone zone = query.zone.isEmpty() ? QTimeZone::utc() : QTimeZone(query.zone);
    const std::optional<QString> &userId = query.filter.userId;
    return QStringList{period(query.filter, zone), CostWords::zone(zone, query.now),
                       !userId                 ? Words::tr("all users")
                           : userId->isEmpty() ? Words::tr("no user")
                                               : Words::tr("user %1").arg(*userId),
                       budgets(query),
                       query.prices == Core::ReplayQuery::Prices::OfNow
                           ? Words::tr("at the prices of that day")
                           : Words::tr("at the prices of then")}
        .join(u" · "_s);
}

QString ReplayWords::title(const Core::ReplayReport &report)
{
    return Words::tr("%1 · %2 × %3", "time, strategies, models")
        .arg(Formats::dateTime(report.query.now),
             Words::tr("%Ln strategies", nullptr, int(report.query.ways.size())),
             Words::tr("%Ln models", nullptr, int(report.query.models.size())));
}
