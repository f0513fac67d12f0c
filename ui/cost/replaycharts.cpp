#include "ui/cost/replaycharts.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/base/reasontext.h"
#include "ui/cost/costwords.h"
#include "ui/cost/replaywords.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReplayCharts)
};

double dollars(const std::optional<Core::Money> &amount)
{
    return amount ? double(amount->pico) / double(Core::picoPerDollar) : unknown;
}

QString shortModel(const Core::ReplayModel &model)
{
    return model.isAsAsked() ? ReplayWords::model(model) : model.model;
}

/// Bars are named by their model, and those of a strategy together; where there is one model only,
/// by their strategy; where names have no room, by the number of their row.
StackData frame(const Core::ReplayReport &report)
{
    StackData data;
    for (qsizetype row = 0; row < ReplayRows::count(report); ++row)
        data.numbers += Formats::number(row + 1); // as in the table
    const QList<Core::ReplayModel> &models = report.query.models;
    for (const Core::ReplayWay &way : report.query.ways) {
        if (models.size() == 1) {
            data.labels += strategyName(way.strategy);
            continue;
        }
        for (const Core::ReplayModel &model : models)
            data.labels += shortModel(model);
        data.groups.append({strategyName(way.strategy), models.size()});
    }
    return data;
}

QString name(const Core::ReplayReport &report, qsizetype row)
{
    return Words::tr("%1. %2", "number, strategy and model")
        .arg(Formats::number(row + 1), ReplayWords::row(report.query, row));
}

} // namespace

StackData ReplayCharts::costs(const Core::ReplayReport &report, const QPalette &palette)
{
    StackData data = frame(report);
    data.unit = Words::tr("US dollars");
    data.label = Formats::axisMoney;
    const Core::ReplayPart &all = report.figures.all;
    StackData::Series bars{
        Words::tr("would have cost"), Colors::part(Core::Part::History, palette), {}};
    for (qsizetype row = 0; row < ReplayRows::count(report); ++row) {
        const Core::ReplayTotals totals = ReplayRows::totals(report, all, row);
        const auto cost = all.costOf(totals);
        bars.values += cost ? dollars(cost) : 0;
        data.incomplete += !cost || all.lacksSome(totals);
        data.tips += name(report, row) + u'\n' + ReplayWords::cost(all, totals);
        if (ReplayWords::lacksPrices(all, totals))
            data.tips.last() += u'\n' + Words::tr("Not every request has a price");
        if (totals.refused > 0)
            data.tips.last() += u'\n'
                + Words::tr("%Ln requests would not have fitted", nullptr, int(totals.refused));
    }
    data.bars = {bars};
    if (const auto billed = all.billed.known())
        data.lines = {{Words::tr("billed"), Colors::bad(palette), Qt::DashLine,
                       QList<double>(data.labels.size(), dollars(billed))}};
    return data;
}

StackData ReplayCharts::tokens(const Core::ReplayReport &report, const QPalette &palette)
{
    StackData data = frame(report);
    data.unit = Words::tr("tokens");
    data.label = [](double value, double) { return Formats::tokens(std::llround(value)); };
    StackData::Series cached{
        Words::tr("from the cache"), Colors::part(Core::Part::Summary, palette), {}};
    StackData::Series sent{Words::tr("sent anew"), Colors::part(Core::Part::History, palette), {}};
    StackData::Series answers{
        Words::tr("answers"), Colors::part(Core::Part::Question, palette), {}};
    for (qsizetype row = 0; row < ReplayRows::count(report); ++row) {
        const Core::ReplayTotals totals = ReplayRows::totals(report, report.figures.all, row);
        cached.values += double(totals.cachedRead);
        sent.values += double(totals.prompt - totals.cachedRead);
        answers.values += double(totals.completion);
        data.tips += Words::tr("%1\nFrom the cache: %2\nSent anew: %3\nAnswers: %4")
                         .arg(name(report, row), Formats::exactTokens(totals.cachedRead),
                              Formats::exactTokens(totals.prompt - totals.cachedRead),
                              Formats::exactTokens(totals.completion));
    }
    data.bars = {cached, sent, answers};
    return data;
}

StackData ReplayCharts::days(const Core::ReplayReport &report, qsizetype row,
                             const QPalette &palette)
{
    StackData data{.unit = Words::tr("US dollars"), .label = Formats::axisMoney};
    StackData::Series billed{Words::tr("billed"), Colors::part(Core::Part::History, palette), {}};
    StackData::Line asked{
        ReplayWords::row(report.query, row), Colors::good(palette), Qt::SolidLine, {}};
    const auto &days = report.figures.days;
    for (auto day = days.cbegin(); day != days.cend(); ++day) {
        if (!day.key().isValid())
            continue;
        const Core::ReplayTotals totals = ReplayRows::totals(report, day.value(), row);
        const auto cost = day.value().costOf(totals);
        const Core::BilledTotals &spent = day.value().billed;
        data.labels += CostWords::shortDay(day.key());
        billed.values += dollars(spent.known());
        asked.values += dollars(cost);
        data.incomplete += spent.notCompared() > 0 || day.value().lacksSome(totals);
        data.tips += Words::tr("%1\nBilled: %2\nWould have cost: %3")
                         .arg(CostWords::day(day.key()), ReplayWords::money(spent.known()),
                              ReplayWords::cost(day.value(), totals));
    }
    data.bars = {billed};
    data.lines = {asked};
    return data;
}
