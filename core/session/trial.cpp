#include "core/session/trial.h"

#include "core/base/id.h"

#include <algorithm>
#include <cmath>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int standardBudget = 2000;
constexpr int daysOfMonth = 30;

} // namespace

QList<TrialCard> standardTrials(const QString &provider, const QString &model)
{
    const auto card = [&](const QString &strategy, int budget) {
        return TrialCard{newId(), strategy, budget, provider, model};
    };
    return {card(u"full"_s, 0), card(u"sliding"_s, standardBudget),
            card(u"semantic"_s, standardBudget), card(u"hybrid"_s, standardBudget)};
}

Turn trialTurn(Turn turn, const TrialCard &card, const Provider &provider)
{
    turn.provider = provider;
    turn.model = card.model;
    turn.strategy = card.strategy;
    turn.options = {};
    turn.budgetTokens = card.budgetTokens;
    turn.kind = Charge::Kind::Lab;
    return turn;
}

QList<Message> upToLastQuestion(QList<Message> branch)
{
    const auto last = std::find_if(branch.crbegin(), branch.crend(), [](const Message &message) {
        return message.role == Role::User;
    });
    if (last != branch.crend())
        branch.resize(branch.crend() - last);
    return branch;
}

int usualAnswerTokens(const QList<Message> &branch, int fallback)
{
    qint64 tokens = 0;
    qint64 answers = 0;
    for (const Message &message : branch) {
        if (message.role != Role::Assistant || message.tokens < 0)
            continue;
        tokens += message.tokens;
        ++answers;
    }
    return answers > 0 ? int(tokens / answers) : fallback;
}

CacheReplay replayTurn(PlanJob job)
{
    const auto strategy = strategyById(job.turn.strategy);
    if (!strategy)
        return {};
    const auto options = checkOptions(**strategy, job.turn.options);
    if (!options)
        return {};
    job.counter.count(job.thread);
    return replayCache(**strategy,
                       {.thread = job.thread,
                        .budget = job.budget,
                        .options = *options,
                        .marks = job.marks,
                        .summaries = job.summaries,
                        .counter = job.counter});
}

Usage trialUsage(const ContextPlan &plan, const std::optional<CacheReplay> &replay,
                 int answerTokens)
{
    const double cached = replay ? replay->share().value_or(0) : 0;
    return {.prompt = plan.use.total(),
            .cachedRead = std::llround(cached * plan.use.total()),
            .completion = answerTokens};
}

std::optional<Money> costPerMonth(const std::optional<Money> &perCall, int callsPerDay)
{
    if (!perCall)
        return std::nullopt;
    return multiply(qint64(callsPerDay) * daysOfMonth, perCall->pico);
}

} // namespace Core
