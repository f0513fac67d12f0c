#pragma once

#include "core/context/comparison.h"
#include "core/session/planning.h"

namespace Core {

/// One way to ask a question, to be laid beside others: a card of the lab. A plain value.
struct TrialCard
{
    QString id; ///< stays while the rest is edited
    QString strategy;
    int budgetTokens = 0; ///< largest request; 0: the model's window
    QString provider;
    QString model;
    StrategyOptions options = {}; ///< those that are not as usual

    friend bool operator==(const TrialCard &, const TrialCard &) = default;
};

/// The whole history as the measure, and three strategies that have to choose among a thread
/// of `threadTokens`: their budget is a round number below it, so that something is to be seen.
QList<TrialCard> standardTrials(const QString &provider, const QString &model, int threadTokens);

/// The card under another strategy, with those of its options that this one has too.
TrialCard withStrategy(TrialCard card, const QString &strategy);

/// The card with one option set; one that is as usual is not kept.
TrialCard withOption(TrialCard card, const QString &option, const QJsonValue &value);

/// "last=40 omissions=true": what the card has set, as on a command line.
QString optionsText(const StrategyOptions &options);

/// As JSON, to be kept in the store; ids are made anew on reading.
QString trialsToJson(const QList<TrialCard> &cards);
/// BadInput where it is not what trialsToJson() writes. No text, no cards.
Result<QList<TrialCard>> trialsFromJson(const QString &json);

/// `turn` as the card asks it; it is charged to the lab.
Turn trialTurn(Turn turn, const TrialCard &card, const Provider &provider);

/// The branch as it was when its last question was asked: what follows is not in it. A branch
/// without a question stays as it is.
QList<Message> upToLastQuestion(QList<Message> branch);

/// Mean tokens of the answers so far, which the next one is taken to have; `fallback` where
/// there is none. Messages are counted.
int usualAnswerTokens(const QList<Message> &branch, int fallback = 300);

/// The thread's earlier requests under the same turn, as a provider's cache would see them.
CacheReplay replayTurn(PlanJob job);

/// What one call uses: the plan's tokens, the share of them that the replay found cached, and
/// an answer.
Usage trialUsage(const ContextPlan &plan, const std::optional<CacheReplay> &replay,
                 int answerTokens);

/// Of thirty days with so many calls each; nothing where a call has no price.
std::optional<Money> costPerMonth(const std::optional<Money> &perCall, int callsPerDay);

} // namespace Core
