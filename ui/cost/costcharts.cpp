#include "ui/cost/costcharts.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/cost/costwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr int bandAlpha = 60;
constexpr int mostTurns = 24;
constexpr int leastDistance = 130; // of red, green and blue, summed

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CostCharts)
};

double dollars(Core::Money amount)
{
    return double(amount.pico) / double(Core::picoPerDollar);
}

QString money(double value)
{
    return Formats::money({std::llround(value * double(Core::picoPerDollar))});
}

bool isTime(Core::CostBy by)
{
    return by == Core::CostBy::Day || by == Core::CostBy::Month || by == Core::CostBy::Hour;
}

Core::CostBy stackedBy(const Core::CostFigures &figures)
{
    return isTime(figures.query.by) ? Core::CostBy::Model : figures.query.by;
}

StackData frame(const Core::CostFigures &figures)
{
    StackData data{.unit = Words::tr("US dollars")};
    const Core::CostChart &chart = figures.chart;
    for (const Core::TimeBucket &bucket : chart.buckets)
        data.labels += CostWords::bucket(bucket, chart.step, figures.query.period.zone);
    return data;
}

QString heading(const Core::CostFigures &figures, qsizetype bucket)
{
    const Core::CostChart &chart = figures.chart;
    return CostWords::fullBucket(chart.buckets[bucket], chart.step, figures.query.period.zone);
}

QString tip(const Core::CostFigures &figures, qsizetype bucket)
{
    const Core::CostChart &chart = figures.chart;
    const Core::CostRow &all = chart.totals[bucket];
    QStringList lines{
        heading(figures, bucket),
        Words::tr("%1 for %2 requests", "money, number")
            .arg(Formats::moneyOrUnpriced(all.knownCost()), Formats::number(all.requests))};
    for (const Core::CostSeries &series : chart.series) {
        if (series.rows[bucket].requests > 0)
            lines += Words::tr("%1: %2", "name, money")
                         .arg(CostWords::series(stackedBy(figures), series),
                              Formats::moneyOrUnpriced(series.rows[bucket].knownCost()));
    }
    if (all.unpriced > 0)
        lines += Words::tr("%Ln requests have no price", nullptr, int(all.unpriced));
    if (all.estimated > 0)
        lines += Words::tr("%Ln requests are priced by our own count", nullptr, int(all.estimated));
    if (bucket == chart.unfinished)
        lines += Words::tr("Not over yet");
    return lines.join(u'\n');
}

QStringList knownKeys(const Core::CostFigures &figures)
{
    switch (stackedBy(figures)) {
    case Core::CostBy::User:
        return figures.knownUsers;
    case Core::CostBy::Provider:
        return figures.knownProviders;
    case Core::CostBy::Strategy:
        return figures.knownStrategies;
    default:
        return figures.knownModels;
    }
}

int distance(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
        + std::abs(a.blue() - b.blue());
}

/// A name's own colour, or the next one that can be told from those of the names before it.
/// All that are known get theirs in the same order, so that it stays through filters.
QHash<QString, QColor> seriesColors(const QStringList &keys, const QPalette &palette)
{
    QHash<QString, QColor> colors;
    for (const QString &key : keys) {
        QColor color = Colors::series(key, palette);
        for (int turn = 1; turn < mostTurns && !key.isEmpty(); ++turn) {
            const bool isFree =
                std::all_of(colors.cbegin(), colors.cend(), [&](const QColor &other) {
                    return distance(color, other) >= leastDistance;
                });
            if (isFree)
                break;
            color = Colors::series(key + QString::number(turn), palette);
        }
        colors.insert(key, color);
    }
    return colors;
}

bool isOneMonth(const Core::CostPeriod &period)
{
    return period.first.day() == 1 && period.last == period.first.addMonths(1).addDays(-1);
}

/// A straight line from what is spent to `end`, since a day's share of it is not known.
QList<double> towards(const QList<Core::Money> &spent, qsizetype buckets, Core::Money end)
{
    QList<double> values(buckets, unknown);
    const qsizetype today = spent.size() - 1;
    const double from = dollars(spent[today]);
    const auto steps = double(std::max<qsizetype>(1, buckets - 1 - today));
    for (qsizetype i = today; i < buckets; ++i)
        values[i] = from + (dollars(end) - from) * double(i - today) / steps;
    return values;
}

void addForecast(StackData &data, const Core::CostFigures &figures, const QList<Core::Money> &spent,
                 const QPalette &palette)
{
    const Core::CostChart &chart = figures.chart;
    const bool isThisMonth = figures.query.period == figures.month;
    if (!isThisMonth || !figures.monthEnd || chart.unfinished < 0 || spent.isEmpty())
        return;
    const qsizetype buckets = chart.buckets.size();
    QColor tint = Colors::accent(palette);
    tint.setAlpha(bandAlpha);
    data.band = {Words::tr("80% range"), tint, towards(spent, buckets, figures.monthEnd->low),
                 towards(spent, buckets, figures.monthEnd->high)};
    data.lines += {Words::tr("forecast"), Colors::accent(palette), Qt::DashLine,
                   towards(spent, buckets, figures.monthEnd->expected)};
    for (qsizetype i = chart.unfinished + 1; i < buckets; ++i)
        data.tips[i] = Words::tr("%1\nForecast: %2\n80% range: %3 to %4")
                           .arg(heading(figures, i), money(data.lines.last().values[i]),
                                money(data.band->low[i]), money(data.band->high[i]));
}

} // namespace

StackData CostCharts::perBucket(const Core::CostFigures &figures, const QPalette &palette)
{
    const Core::CostChart &chart = figures.chart;
    StackData data = frame(figures);
    data.unfinished = chart.unfinished;
    const QHash<QString, QColor> colors = seriesColors(knownKeys(figures), palette);
    for (const Core::CostSeries &series : chart.series) {
        QList<double> values;
        for (const Core::CostRow &row : series.rows)
            values += dollars(row.cost);
        // The nameless rest and the requests without a name share the grey.
        data.bars +=
            {CostWords::series(stackedBy(figures), series),
             series.isOther ? Colors::series({}, palette)
                            : colors.value(series.key, Colors::series(series.key, palette)),
             values};
    }
    for (qsizetype i = 0; i < chart.buckets.size(); ++i) {
        data.tips += tip(figures, i);
        data.incomplete += chart.totals[i].unpriced > 0;
    }
    data.label = Formats::axisMoney;
    return data;
}

StackData CostCharts::cumulative(const Core::CostFigures &figures,
                                 const std::optional<Core::Money> &monthlyBudget,
                                 const QPalette &palette)
{
    StackData data = frame(figures);
    const qsizetype buckets = figures.chart.buckets.size();
    const QList<Core::Money> spent = Core::cumulative(figures.chart);
    QList<double> values(buckets, unknown);
    for (qsizetype i = 0; i < buckets; ++i) {
        data.tips += heading(figures, i);
        if (i >= spent.size())
            continue;
        values[i] = dollars(spent[i]);
        data.tips[i] += u'\n' + Words::tr("So far: %1").arg(Formats::money(spent[i]));
    }
    data.lines +=
        {Words::tr("spent"), Colors::part(Core::Part::History, palette), Qt::SolidLine, values};
    addForecast(data, figures, spent, palette);
    if (monthlyBudget && isOneMonth(figures.query.period))
        data.lines += {Words::tr("budget"), Colors::bad(palette), Qt::DotLine,
                       QList<double>(buckets, dollars(*monthlyBudget))};
    data.label = Formats::axisMoney;
    return data;
}
