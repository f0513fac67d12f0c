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

QString money(double value)
{
    return Formats::money({std::llround(value * double(Core::picoPerDollar))});
}

QString shortModel(const Core::ReplayModel &model)
{
    return model.isAsAsked() ? ReplayWords::model(model) : model.model;
}

/// Bars are named by their model, and those of a strategy together; where there is one model only,
/// by their strategy.
StackData frame(const Core::ReplayReport &report)
{
    StackData data{.showsEveryLabel = true};
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
    data.label = money;
    const Core::ReplayPart &all = report.figures.all;
    StackData::Series bars{
        Words::tr("would have cost"), Colors::part(Core::Part::History, palette), {}};
    for (qsizetype row = 0; row < ReplayRows::count(report); ++row) {
        const Core::ReplayTotals totals = ReplayRows::totals(report, all, row);
        const auto cost = all.billed.known() ? totals.comparedCost() : totals.wholeCost();
        bars.values += cost ? dollars(cost) : 0;
        data.incomplete += !cost;
        data.tips += name(report, row) + u'\n'
            + (cost ? Formats::money(*cost) : Words::tr("Not every request has a price"));
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
    data.label = [](double value) { return Formats::tokens(std::llround(value)); };
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
    StackData data{.unit = Words::tr("US dollars"), .label = money};
    StackData::Series billed{Words::tr("billed"), Colors::part(Core::Part::History, palette), {}};
    StackData::Line asked{
        ReplayWords::row(report.query, row), Colors::good(palette), Qt::SolidLine, {}};
    const auto &days = report.figures.days;
    for (auto day = days.cbegin(); day != days.cend(); ++day) {
        if (!day.key().isValid())
            continue;
        const auto cost = ReplayRows::totals(report, day.value(), row).comparedCost();
        const Core::BilledTotals &spent = day.value().billed;
        data.labels += QLocale().toString(day.key(), u"d"_s);
        billed.values += dollars(spent.comparedCost);
        asked.values += dollars(cost);
        data.incomplete += spent.notCompared() > 0;
        data.tips += Words::tr("%1\nBilled: %2\nWould have cost: %3")
                         .arg(CostWords::day(day.key()), Formats::money(spent.comparedCost),
                              ReplayWords::money(cost));
    }
    data.bars = {billed};
    data.lines = {asked};
    return data;
}
