#include "core/session/experimentreport.h"

#include "core/cost/costcsv.h"

#include <QRegularExpression>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QString line(const QStringList &fields)
{
    QStringList written;
    for (const QString &field : fields)
        written += csvField(field);
    return written.join(u',') + u"\r\n"_s;
}

QString moneyText(const std::optional<Money> &money)
{
    return money ? toDecimalString(*money) : QString();
}

QString share(double value)
{
    return QString::number(value, 'f', 4);
}

QStringList recallFields(const std::optional<EvaluationRow> &row)
{
    if (!row)
        return {{}, {}, {}, {}, {}};
    return {QString::number(row->n), share(row->recall), share(row->low), share(row->high),
            share(row->all)};
}

/// Cards that one command line can hold.
struct CommandGroup
{
    int budget = 0;
    StrategyOptions options;
    QStringList strategies;
};

QList<CommandGroup> groupsOf(const Experiment &experiment)
{
    QList<CommandGroup> groups;
    for (qsizetype i = 0; i < experiment.cards.size(); ++i) {
        const TrialCard &card = experiment.cards[i];
        const int limit = experiment.results.value(i).limit;
        const int budget = card.budgetTokens > 0 ? card.budgetTokens : limit;
        if (budget <= 0)
            continue; // it could not be planned
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const CommandGroup &each) {
            return each.budget == budget && each.options == card.options;
        });
        CommandGroup &group = same == groups.end()
            ? groups.emplaceBack(CommandGroup{budget, card.options, {}})
            : *same;
        if (!group.strategies.contains(card.strategy))
            group.strategies += card.strategy;
    }
    return groups;
}

QString commandLine(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted += shellWord(word);
    return quoted.join(u' ');
}

QStringList optionWords(const StrategyOptions &options)
{
    QStringList words;
    for (auto option = options.begin(); option != options.end(); ++option)
        words += {u"--option"_s, option.key() + u'=' + option.value().toVariant().toString()};
    return words;
}

QString compareCommand(const Experiment &experiment, const CommandGroup &group)
{
    QStringList words{u"skein"_s,
                      u"compare"_s,
                      experiment.conversationId,
                      u"--strategies"_s,
                      group.strategies.join(u','),
                      u"--budget"_s,
                      QString::number(group.budget)};
    words += optionWords(group.options);
    if (!experiment.question.isEmpty())
        words += {u"--question"_s, experiment.question};
    return commandLine(words);
}

/// One for all groups with the same options.
QString evaluateCommand(const QList<CommandGroup> &groups, const StrategyOptions &options,
                        const QString &probesFile, quint64 seed)
{
    QStringList strategies;
    QStringList budgets;
    for (const CommandGroup &group : groups) {
        if (group.options != options)
            continue;
        budgets += QString::number(group.budget);
        strategies += group.strategies;
    }
    strategies.removeDuplicates();
    budgets.removeDuplicates();
    return commandLine(QStringList{u"skein"_s, u"evaluate"_s, probesFile, u"--strategies"_s,
                                   strategies.join(u','), u"--budgets"_s, budgets.join(u','),
                                   u"--seed"_s, QString::number(seed)}
                       + optionWords(options));
}

} // namespace

QString shellWord(const QString &word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:=,@%+-]+$"_s);
    if (plain.match(word).hasMatch())
        return word;
    QString inside = word;
    return u'\'' + inside.replace(u'\'', u"'\\''"_s) + u'\'';
}

QByteArray experimentCsv(const Experiment &experiment)
{
    QString csv =
        line({u"experiment"_s,    u"saved"_s,         u"conversation"_s, u"title"_s,
              u"question"_s,      u"strategy"_s,      u"budget"_s,       u"options"_s,
              u"provider"_s,      u"model"_s,         u"tokens"_s,       u"limit"_s,
              u"messages_sent"_s, u"messages"_s,      u"cached_share"_s, u"per_call_usd"_s,
              u"calls_per_day"_s, u"per_month_usd"_s, u"probes"_s,       u"recall"_s,
              u"low"_s,           u"high"_s,          u"all_evidence"_s, u"preferred"_s,
              u"seed"_s});
    for (qsizetype i = 0; i < experiment.cards.size(); ++i) {
        const TrialCard &card = experiment.cards[i];
        const CardResult result = experiment.results.value(i);
        QStringList fields{experiment.name,
                           experiment.savedAt.toUTC().toString(Qt::ISODate),
                           experiment.conversationId,
                           experiment.conversationTitle,
                           experiment.question,
                           card.strategy,
                           QString::number(card.budgetTokens),
                           optionsText(card.options),
                           card.provider,
                           card.model,
                           QString::number(result.tokens),
                           QString::number(result.limit),
                           QString::number(result.sent),
                           QString::number(result.messages),
                           result.cachedShare ? share(*result.cachedShare) : QString(),
                           moneyText(result.perCall),
                           QString::number(experiment.callsPerDay),
                           moneyText(result.perMonth)};
        fields += recallFields(result.recall);
        fields += {QString::number(result.preferred), QString::number(experiment.seed)};
        csv += line(fields);
    }
    return csv.toUtf8();
}

QStringList experimentCommands(const Experiment &experiment, const QString &probesFile)
{
    const QList<CommandGroup> groups = groupsOf(experiment);
    QStringList commands;
    for (const CommandGroup &group : groups)
        commands += compareCommand(experiment, group);
    if (probesFile.isEmpty() || experiment.probes.isEmpty())
        return commands;
    for (const CommandGroup &group : groups) {
        const QString command = evaluateCommand(groups, group.options, probesFile, experiment.seed);
        if (!commands.contains(command))
            commands += command;
    }
    return commands;
}

} // namespace Core
