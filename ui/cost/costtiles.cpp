#include "ui/cost/costtiles.h"

#include "ui/base/formats.h"
#include "ui/base/tilelayout.h"
#include "ui/cost/costtile.h"
#include "ui/cost/costwords.h"

using Tone = ToneLabel::Tone;

namespace {

constexpr double nearlyUsed = 0.9;
constexpr double mostlyUsed = 0.7;

} // namespace

CostTiles::CostTiles(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new TileLayout(12, this);
    for (CostTile *&tile : m_tiles) {
        tile = new CostTile(this);
        layout->addWidget(tile);
    }
}

void CostTiles::show(const Core::CostFigures &figures,
                     const std::optional<Core::CostDetails> &details,
                     const std::optional<Core::Money> &monthlyBudget)
{
    showSpend(figures);
    showRequests(figures);
    showTokens(figures);
    showDetails(details);
    showMonthEnd(figures);
    showBudget(figures, monthlyBudget);
    layout()->invalidate();
}

void CostTiles::showSpend(const Core::CostFigures &figures)
{
    const std::optional<Core::Money> spend = figures.report.total.knownCost();
    CostTile &tile = *m_tiles[Spend];
    tile.setFigure(tr("Spend"), Formats::moneyOrUnpriced(spend),
                   spend ? Formats::exactMoney(*spend) : QString());
    const std::optional<double> change = figures.change();
    const Core::CostPeriod before{figures.beforeFrom.date(), figures.beforeTo.addMSecs(-1).date(),
                                  figures.query.period.zone};
    if (change)
        tile.setNote(tr("%1 against %2 (%3)", "change, money, time")
                         .arg(CostWords::signedPercent(*change),
                              Formats::money(figures.before.cost), CostWords::period(before)));
    else if (figures.before.cost == Core::Money())
        tile.setNote(tr("Nothing was spent before (%1)").arg(CostWords::period(before)));
    else
        tile.setNote(tr("Too little before to compare: %1 (%2)", "money, time")
                         .arg(Formats::money(figures.before.cost), CostWords::period(before)));
}

void CostTiles::showRequests(const Core::CostFigures &figures)
{
    const Core::CostRow &total = figures.report.total;
    CostTile &tile = *m_tiles[Requests];
    tile.setFigure(tr("Requests"), Formats::number(total.requests));
    QStringList notes;
    if (total.unpriced > 0)
        notes += tr("%Ln without a price", nullptr, int(total.unpriced));
    if (total.estimated > 0)
        notes += tr("%Ln estimated", nullptr, int(total.estimated));
    if (notes.isEmpty())
        tile.setNote(tr("All have a price"));
    else
        tile.setNote(notes.join(QStringLiteral(" · ")),
                     total.unpriced > 0 ? Tone::Warning : Tone::Quiet);
}

void CostTiles::showTokens(const Core::CostFigures &figures)
{
    const Core::CostRow &total = figures.report.total;
    const double cached =
        total.inputTokens > 0 ? double(total.cachedTokens) / double(total.inputTokens) : 0;
    CostTile &tile = *m_tiles[Tokens];
    tile.setFigure(
        tr("Tokens sent / answered"),
        tr("%1 / %2", "tokens sent, answered")
            .arg(Formats::tokens(total.inputTokens), Formats::tokens(total.outputTokens)),
        tr("%1 sent, %2 answered")
            .arg(Formats::exactTokens(total.inputTokens),
                 Formats::exactTokens(total.outputTokens)));
    tile.setNote(tr("%1 of what was sent came from the cache").arg(Formats::percent(cached)));
}

void CostTiles::showDetails(const std::optional<Core::CostDetails> &details)
{
    const QString unknown = QStringLiteral("–");
    CostTile &saved = *m_tiles[Saved];
    CostTile &each = *m_tiles[Conversation];
    if (!details) {
        saved.setFigure(tr("Saved by cache"), unknown);
        saved.setNote(tr("Being added up…"));
        each.setFigure(tr("Per conversation"), unknown);
        each.setNote(tr("Being added up…"));
        return;
    }
    saved.setFigure(tr("Saved by cache"), Formats::money(details->savedByCache),
                    Formats::exactMoney(details->savedByCache));
    saved.setNote(tr("Against the full rate for every token"));
    const std::optional<Core::Money> &mean = details->perConversation;
    each.setFigure(tr("Per conversation"), mean ? Formats::money(*mean) : unknown);
    each.setNote(tr("%Ln conversation(s) with a price", nullptr, int(details->conversations)));
}

void CostTiles::showLatencies(const std::optional<Core::Latencies> &latencies)
{
    CostTile &tile = *m_tiles[Latency];
    const bool areThere = latencies && latencies->answers > 0;
    tile.setFigure(tr("Latency, 95th percentile"),
                   areThere ? Formats::duration(latencies->p95Ms) : QStringLiteral("–"),
                   tr("Nineteen of twenty answers took no longer, from the request to the last "
                      "word. Answers that came whole count."));
    if (areThere)
        tile.setNote(tr("median %1, %Ln answer(s)", nullptr, int(latencies->answers))
                         .arg(Formats::duration(latencies->medianMs)));
    else
        tile.setNote(latencies ? tr("No answers in this period") : QString());
}

void CostTiles::showMonthEnd(const Core::CostFigures &figures)
{
    CostTile &tile = *m_tiles[MonthEnd];
    if (!figures.monthEnd) {
        tile.setFigure(tr("Forecast to month's end"), QStringLiteral("–"));
        tile.setNote(tr("Needs three finished days"));
        return;
    }
    const Core::Forecast &end = *figures.monthEnd;
    tile.setFigure(tr("Forecast to month's end"), Formats::money(end.expected),
                   CostWords::band(end));
    tile.setNote(tr("%1 to %2 (80% range)", "money, money")
                     .arg(Formats::money(end.low), Formats::money(end.high)));
}

void CostTiles::showBudget(const Core::CostFigures &figures,
                           const std::optional<Core::Money> &budget)
{
    CostTile &tile = *m_tiles[Budget];
    tile.setVisible(budget.has_value());
    if (!budget || budget->pico <= 0)
        return;
    const Core::Money left = *budget - figures.monthSpend;
    const double used = double(figures.monthSpend.pico) / double(budget->pico);
    tile.setFigure(tr("Budget left this month"), Formats::money(left), Formats::exactMoney(left));
    const Tone tone = used >= nearlyUsed ? Tone::Bad
        : used >= mostlyUsed             ? Tone::Warning
                                         : Tone::Quiet;
    const bool mayPass = figures.monthEnd && figures.monthEnd->expected > *budget;
    tile.setNote(mayPass ? tr("%1 of %2 used; the forecast passes it", "share, money")
                               .arg(Formats::percent(used), Formats::money(*budget))
                         : tr("%1 of %2 used", "share, money")
                               .arg(Formats::percent(used), Formats::money(*budget)),
                 mayPass && tone == Tone::Quiet ? Tone::Warning : tone);
}
