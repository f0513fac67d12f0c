#include "app/commands/exchangereport.h"
#include "app/commands/input.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/planning.h"
#include "app/commands/verbs.h"
#include "core/chat/branch.h"
#include "core/context/evaluation.h"
#include "core/exchange/sourcefiles.h"
#include "core/exchange/sourcereader.h"
#include "ui/base/errortext.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostBudget = 100'000'000;
constexpr int mostToldOf = 10; ///< probes left out that are named one by one

Core::Result<QList<Core::Probe>> readProbes(const QString &path)
{
    const auto text = readText(path);
    if (!text)
        return text.error();
    auto probes = Core::probesFromJson(*text);
    if (!probes) {
        Core::Error error = probes.error();
        error.where = Core::sourceLabel(path) + u", "_s + error.where;
        return error;
    }
    if (probes->isEmpty())
        return Core::Error{Core::Error::Kind::BadInput, u"there is no probe in it"_s,
                           Core::sourceLabel(path)};
    return probes;
}

/// Files are named relative to the file of the probes.
QString sourceBeside(const QString &probeFile, const QString &source)
{
    const QDir folder = probeFile == "-"_L1 ? QDir() : QFileInfo(probeFile).absoluteDir();
    const QString beside = folder.filePath(source);
    return QFileInfo::exists(Core::sourceNameOf(beside).path) ? beside : source;
}

/// The strategies that were asked for, or all; an error was printed where there is nothing.
std::optional<Core::EvaluationGrid> gridOf(const Invocation &call)
{
    Core::EvaluationGrid grid;
    const auto choices = choicesOf(call);
    if (!choices)
        return std::nullopt;
    for (const Core::StrategyChoice &choice : *choices) {
        const auto options =
            Core::checkOptions(**Core::strategyById(choice.strategy), choice.options);
        if (!options) {
            call.usageError(options.error().detail);
            return std::nullopt;
        }
        grid.choices.append({choice.strategy, *options});
    }
    const QStringList budgets = call.values(u"budgets"_s);
    for (const QString &text : budgets.isEmpty() ? QStringList{u"1000"_s, u"2000"_s} : budgets) {
        bool isNumber = false;
        const int budget = text.toInt(&isNumber);
        if (!isNumber || budget < 1 || budget > mostBudget) {
            call.usageError(u"--budgets takes whole numbers from 1 to %1, not \"%2\""_s.arg(
                QString::number(mostBudget), text));
            return std::nullopt;
        }
        if (!grid.budgets.contains(budget))
            grid.budgets += budget;
    }
    return grid;
}

/// All probes, conversation by conversation, and what could not be asked.
class Run
{
public:
    Run(const Invocation &call, const Core::EvaluationGrid &grid)
        : m_call(call)
        , m_grid(grid)
        , m_counter(Core::modelTokens(call.value(u"model"_s, u"gpt-4o"_s)))
    {
        m_time.start();
        noteEstimate(call, m_counter);
    }

    void ask(const QString &source, const QList<Core::Probe> &probes)
    {
        const auto bundle = bundleOf(m_call, source);
        if (!bundle)
            return leaveOut(probes, errorText(bundle.error()));
        QList<Core::Message> thread =
            Core::MessageTree(bundle->messages, bundle->conversation.activeLeaf).branch();
        m_counter.count(thread);
        notePartly(thread, probes);
        const auto elapsed = [this] { return double(m_time.nsecsElapsed()) / 1e6; };
        leaveOut(m_evaluation.run({.thread = thread,
                                   .marks = bundle->marks,
                                   .summaries = bundle->summaries,
                                   .counter = m_counter},
                                  probes, m_grid, elapsed),
                 u"none of its evidence is in the conversation"_s);
    }

    const Core::Evaluation &evaluation() const { return m_evaluation; }
    const QList<Core::LeftOut> &leftOut() const { return m_leftOut; }
    qsizetype wholly() const { return m_wholly; } ///< probes that were not asked

private:
    /// Evidence that is not there cannot be kept, so recall is of the rest.
    void notePartly(const QList<Core::Message> &thread, const QList<Core::Probe> &probes)
    {
        QSet<QString> ids;
        for (const Core::Message &message : thread)
            ids.insert(message.id);
        for (const Core::Probe &probe : probes) {
            QStringList missing;
            for (const QString &id : probe.evidence) {
                if (!ids.contains(id))
                    missing += id;
            }
            if (!missing.isEmpty() && missing.size() < probe.evidence.size())
                m_leftOut.append(
                    {whereOf(probe),
                     u"%1 of its evidence is not in the conversation; recall is of the "
                     "rest"_s.arg(missing.join(u", "_s))});
        }
    }

    void leaveOut(const QList<Core::Probe> &probes, const QString &reason)
    {
        for (const Core::Probe &probe : probes)
            m_leftOut.append({whereOf(probe), reason});
        m_wholly += probes.size();
    }

    static QString whereOf(const Core::Probe &probe)
    {
        return u"%1: \"%2\""_s.arg(probe.source, probe.question);
    }

    const Invocation &m_call;
    const Core::EvaluationGrid &m_grid;
    Core::TokenCounter m_counter;
    Core::Evaluation m_evaluation;
    QList<Core::LeftOut> m_leftOut;
    qsizetype m_wholly = 0;
    QElapsedTimer m_time;
};

QJsonObject rowJson(const Core::EvaluationRow &row)
{
    return {{u"strategy"_s, row.strategy}, {u"budget"_s, row.budget},
            {u"tag"_s, row.tag},           {u"n"_s, row.n},
            {u"recall"_s, row.recall},     {u"all"_s, row.all},
            {u"low"_s, row.low},           {u"high"_s, row.high},
            {u"tokens"_s, row.tokens},     {u"ms"_s, row.ms},
            {u"over"_s, row.over}};
}

QJsonObject differenceJson(const Core::RecallDifference &each)
{
    return {{u"strategy"_s, each.strategy},      {u"best"_s, each.best}, {u"budget"_s, each.budget},
            {u"difference"_s, each.difference},  {u"low"_s, each.low},   {u"high"_s, each.high},
            {u"different"_s, each.isDifferent()}};
}

QString percent(double share)
{
    return QString::number(100 * share, 'f', 1);
}

/// "best", "no difference" from the best, or by how many points it is behind.
QString standing(const Core::EvaluationRow &row, const QList<Core::RecallDifference> &differences)
{
    if (row.tag != "all"_L1)
        return {};
    for (const Core::RecallDifference &each : differences) {
        if (each.strategy == row.strategy && each.budget == row.budget)
            return each.isDifferent() ? percent(each.difference) + u" points"_s
                                      : u"no difference"_s;
    }
    return row.over > 0 ? u"over budget"_s : u"best"_s;
}

void printRows(const QList<Core::EvaluationRow> &rows,
               const QList<Core::RecallDifference> &differences)
{
    QList<QStringList> cells;
    for (const Core::EvaluationRow &row : rows)
        cells.append({row.strategy, QString::number(row.budget), row.tag, QString::number(row.n),
                      percent(row.recall), u"%1–%2"_s.arg(percent(row.low), percent(row.high)),
                      percent(row.all), QString::number(row.tokens, 'f', 0),
                      QString::number(row.ms, 'f', 2), standing(row, differences)});
    print(table({u"Strategy"_s, u"Budget"_s, u"Tag"_s, u"n"_s, u"Recall %"_s, u"95%"_s, u"All %"_s,
                 u"Tokens"_s, u"ms"_s, u"Against the best"_s},
                cells, {1, 3, 4, 5, 6, 7, 8, 9})
              .toUtf8());
}

void printResult(const Invocation &call, const Run &run, quint64 seed)
{
    const QList<Core::EvaluationRow> rows = run.evaluation().rows(seed);
    const QList<Core::RecallDifference> differences = run.evaluation().differences(seed);
    if (!call.json())
        return printRows(rows, differences);
    QJsonArray rowArray;
    for (const Core::EvaluationRow &row : rows)
        rowArray.append(rowJson(row));
    QJsonArray differenceArray;
    for (const Core::RecallDifference &each : differences)
        differenceArray.append(differenceJson(each));
    printJson({{u"rows"_s, rowArray},
               {u"differences"_s, differenceArray},
               {u"left_out"_s, leftOutJson(run.leftOut())}});
}

Exit end(const Run &run, qsizetype probes)
{
    const QList<Core::LeftOut> &leftOut = run.leftOut();
    if (leftOut.isEmpty())
        return Exit::Done;
    for (const Core::LeftOut &each : leftOut.first(std::min<qsizetype>(leftOut.size(), mostToldOf)))
        Invocation::note(u"left out: %1: %2"_s.arg(each.where, each.reason));
    if (leftOut.size() > mostToldOf)
        Invocation::note(u"and %1 more; --json names them all"_s.arg(leftOut.size() - mostToldOf));
    Invocation::note(u"%1 of %2 left out"_s.arg(QString::number(run.wholly()),
                                                counted(probes, u"probe"_s, u"probes"_s)));
    return run.wholly() == probes ? Exit::Failed : Exit::Partly;
}

Exit run(Invocation &call)
{
    const auto seed = call.number(u"seed"_s, 1, 0, std::numeric_limits<qint64>::max());
    const auto grid = gridOf(call);
    if (!seed || !grid)
        return Exit::Usage;
    const QString path = call.positional().value(0, u"-"_s);
    const auto probes = readProbes(path);
    if (!probes)
        return call.failed(probes.error());

    QStringList sources; // in the order of the probes
    QHash<QString, QList<Core::Probe>> bySource;
    for (const Core::Probe &probe : *probes) {
        if (!bySource.contains(probe.source))
            sources += probe.source;
        bySource[probe.source].append(probe);
    }
    Run all(call, *grid);
    for (const QString &source : sources) {
        if (progressWanted())
            Invocation::note(source);
        all.ask(sourceBeside(path, source), bySource[source]);
    }
    printResult(call, all, quint64(*seed));
    return end(all, probes->size());
}

} // namespace

Verb evaluateVerb()
{
    return {.name = u"evaluate"_s,
            .arguments = u"[PROBES]"_s,
            .most = 1,
            .summary = u"Measure how much of what answers need each strategy keeps."_s,
            .example = u"skein evaluate probes.jsonl --strategies sliding,semantic "
                       "--budgets 1000,2000"_s,
            .options = {{u"strategies"_s, u"A,B"_s, u"Which strategies (all)."_s},
                        {u"budgets"_s, u"N,M"_s, u"Tokens of what is selected (1000,2000)."_s},
                        {u"option"_s, u"K=V"_s, u"Option of a strategy; may be repeated."_s},
                        {u"seed"_s, u"N"_s, u"Draws of the intervals (1)."_s},
                        {u"model"_s, u"MODEL"_s, u"Count as this model does (gpt-4o)."_s}},
            .run = run};
}
