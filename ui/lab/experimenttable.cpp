#include "ui/lab/experimenttable.h"

#include "ui/base/formats.h"
#include "ui/base/optiontext.h"
#include "ui/base/reasontext.h"
#include "ui/lab/labcolumn.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentTable)
};

const QString dash = u"–"_s; // not known, which is not zero
constexpr int recallColumn = 8; // and behind it whether that is below the best
constexpr int preferredColumn = 10;

QStringList rowOf(const Core::TrialCard &card, const Core::CardResult &result)
{
    const bool hasPlan = result.limit > 0;
    const bool fits = hasPlan && result.tokens <= result.limit;
    const QString options = optionsText(card.options);
    const QString strategy = strategyName(card.strategy);
    const auto recall = [&](const QString &text) { return result.recall ? text : dash; };
    return {options.isEmpty() ? strategy
                              : Texts::tr("%1 (%2)", "strategy, options").arg(strategy, options),
            card.budgetTokens > 0 ? Formats::number(card.budgetTokens) : Texts::tr("whole window"),
            card.model,
            hasPlan ? Formats::number(result.tokens) : dash,
            hasPlan ? Texts::tr("%1 of %2", "messages sent, all")
                          .arg(Formats::number(result.sent), Formats::number(result.messages))
                    : dash,
            result.cachedShare ? Formats::percent(*result.cachedShare) : dash,
            fits ? Formats::moneyOrUnpriced(result.perCall) : dash,
            fits ? Formats::moneyOrUnpriced(result.perMonth) : dash,
            recall(result.recall ? recallText(*result.recall) : QString()),
            recall(result.isBehind ? Texts::tr("below the best")
                                   : Texts::tr("no difference from the best")),
            Formats::number(result.preferred)};
}

void removeColumn(ExperimentTable &table, int column)
{
    table.head.removeAt(column);
    for (QStringList &row : table.rows)
        row.removeAt(column);
    table.numbers.removeOne(column);
    for (int &number : table.numbers)
        number -= number > column ? 1 : 0;
}

} // namespace

ExperimentTable experimentTable(const Core::Experiment &experiment)
{
    const auto has = [&](const auto &figure) {
        return std::any_of(experiment.results.cbegin(), experiment.results.cend(), figure);
    };
    ExperimentTable table{.head = {Texts::tr("Strategy"), Texts::tr("Budget"), Texts::tr("Model"),
                                   Texts::tr("Tokens sent"), Texts::tr("Messages"),
                                   Texts::tr("Cached"), Texts::tr("Per call"),
                                   Texts::tr("Per month"), Texts::tr("Recall"),
                                   Texts::tr("Against the best"), Texts::tr("Preferred")},
                          .rows = {},
                          .numbers = {1, 3, 4, 5, 6, 7, 8, 10}};
    for (qsizetype i = 0; i < experiment.cards.size(); ++i)
        table.rows.append(rowOf(experiment.cards[i], experiment.results.value(i)));
    // What was not measured takes no room. From the right, so that the places before stay.
    if (!has([](const Core::CardResult &result) { return result.preferred > 0; }))
        removeColumn(table, preferredColumn);
    if (!has([](const Core::CardResult &result) { return result.recall.has_value(); })) {
        removeColumn(table, recallColumn + 1);
        removeColumn(table, recallColumn);
    }
    return table;
}

QList<std::pair<QString, QString>> experimentParameters(const Core::Experiment &experiment)
{
    const QString title = experiment.conversationTitle.isEmpty()
        ? Texts::tr("Untitled conversation")
        : experiment.conversationTitle;
    QList<std::pair<QString, QString>> rows{
        {Texts::tr("Conversation"), title},
        {Texts::tr("Question"),
         experiment.question.isEmpty() ? Texts::tr("the conversation's last one")
                                       : experiment.question},
        {Texts::tr("Calls per day"), Formats::number(experiment.callsPerDay)},
        {Texts::tr("Saved"), Formats::dateTime(experiment.savedAt)},
    };
    if (!experiment.probes.isEmpty())
        rows.append({Texts::tr("Probes"),
                     Texts::tr("%1; the recall has its 95% interval in brackets (1,000 drawings, "
                               "seed %2)")
                         .arg(Formats::number(experiment.probes.size()))
                         .arg(experiment.seed)});
    return rows;
}
