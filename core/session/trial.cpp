#include "core/session/trial.h"

#include "core/base/id.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

QString trialsToJson(const QList<TrialCard> &cards)
{
    QJsonArray array;
    for (const TrialCard &card : cards)
        array.append(QJsonObject{{u"strategy"_s, card.strategy},
                                 {u"budget"_s, card.budgetTokens},
                                 {u"provider"_s, card.provider},
                                 {u"model"_s, card.model}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<QList<TrialCard>> trialsFromJson(const QString &json)
{
    if (json.isEmpty())
        return QList<TrialCard>();
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isArray())
        return Error{Error::Kind::BadInput, u"the lab's cards are not a list"_s};
    QList<TrialCard> cards;
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array) {
        const TrialCard card{.id = newId(),
                             .strategy = value[u"strategy"_s].toString(),
                             .budgetTokens = std::max(0, value[u"budget"_s].toInt()),
                             .provider = value[u"provider"_s].toString(),
                             .model = value[u"model"_s].toString()};
        if (!strategyById(card.strategy) || card.provider.isEmpty())
            return Error{Error::Kind::BadInput, u"a card of the lab is not complete"_s};
        cards.append(card);
    }
    return cards;
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
                       {.thread = std::as_const(job.thread),
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
