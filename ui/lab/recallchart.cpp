#include "ui/lab/recallchart.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/base/optiontext.h"
#include "ui/base/reasontext.h"
#include "ui/lab/labcolumn.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RecallChart)
};

/// What a line is of: the budget is what it runs over.
QString lineName(const Core::TrialCard &card)
{
    const QString strategy = strategyName(card.strategy);
    return card.options.isEmpty()
        ? strategy
        : Texts::tr("%1 (%2)", "strategy, options").arg(strategy, optionsText(card.options));
}

QList<int> budgetsOf(const QList<Core::EvaluationRow> &rows)
{
    QList<int> budgets;
    for (const Core::EvaluationRow &row : rows) {
        if (!budgets.contains(row.budget))
            budgets.append(row.budget);
    }
    std::sort(budgets.begin(), budgets.end());
    return budgets;
}

const Core::EvaluationRow *rowOf(const QList<Core::EvaluationRow> &rows, const QString &card,
                                 int budget)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto &row) {
        return row.strategy == card && row.budget == budget;
    });
    return found == rows.end() ? nullptr : &*found;
}

/// A card that is the first of its line.
QList<Core::TrialCard> linesOf(const QList<Core::TrialCard> &cards)
{
    QList<Core::TrialCard> lines;
    QStringList names;
    for (const Core::TrialCard &card : cards) {
        if (names.contains(lineName(card)))
            continue;
        names += lineName(card);
        lines.append(card);
    }
    return lines;
}

StackData::Line lineOf(const Core::TrialCard &card, const QList<Core::EvaluationRow> &rows,
                       const QList<int> &budgets, int place, const QPalette &palette)
{
    constexpr Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    StackData::Line line{lineName(card),
                         Colors::series(card.strategy, palette),
                         styles[size_t(place) % std::size(styles)],
                         {}};
    bool tooLong = false;
    bool drawn = false;
    for (const int budget : budgets) {
        const Core::EvaluationRow *row = rowOf(rows, card.id, budget);
        const bool fits = row && row->over == 0;
        line.values += fits ? row->recall : std::numeric_limits<double>::quiet_NaN();
        drawn |= fits;
        tooLong |= row && !fits;
    }
    if (tooLong && !drawn)
        line.name = Texts::tr("%1: fits none of these budgets").arg(line.name);
    return line;
}

QString tipOf(const QList<Core::TrialCard> &lines, const QList<Core::EvaluationRow> &rows,
              int budget)
{
    QStringList tip{Texts::tr("%1 for what is selected").arg(Formats::exactTokens(budget))};
    for (const Core::TrialCard &card : lines) {
        if (const Core::EvaluationRow *row = rowOf(rows, card.id, budget))
            tip += row->over > 0
                ? Texts::tr("%1: does not fit").arg(lineName(card))
                : Texts::tr("%1: %2, all of it for %3 of the questions")
                      .arg(lineName(card), recallText(*row), Formats::percent(row->all));
    }
    return tip.join(u'\n');
}

} // namespace

StackData recallChart(const QList<Core::EvaluationRow> &rows, const QList<Core::TrialCard> &cards,
                      const QPalette &palette)
{
    StackData chart;
    const QList<int> budgets = budgetsOf(rows);
    const QList<Core::TrialCard> lines = rows.isEmpty() ? QList<Core::TrialCard>() : linesOf(cards);
    for (const int budget : budgets) {
        chart.labels += Formats::tokens(budget);
        chart.tips += tipOf(lines, rows, budget);
    }
    for (qsizetype i = 0; i < lines.size(); ++i)
        chart.lines.append(lineOf(lines[i], rows, budgets, int(i), palette));
    chart.unit = Texts::tr("recall");
    chart.label = [](double share, double) { return Formats::percent(share); };
    return chart;
}
