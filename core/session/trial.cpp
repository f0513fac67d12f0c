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

constexpr int standardBudgets[] = {4000, 2000, 1000, 500, 250};
constexpr double shareOfThread = 0.6;
constexpr int daysOfMonth = 30;

/// The largest that leaves out a good part of the thread.
int standardBudget(int threadTokens)
{
    const auto *const found =
        std::find_if(std::begin(standardBudgets), std::end(standardBudgets),
                     [&](int budget) { return budget <= shareOfThread * threadTokens; });
    return found == std::end(standardBudgets) ? standardBudgets[1] : *found;
}

const OptionInfo *optionOf(const QString &strategy, const QString &name)
{
    const auto found = strategyById(strategy);
    if (!found)
        return nullptr;
    for (const OptionInfo &option : (*found)->options) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

/// The options that the strategy has, with values that it takes; nothing for others.
std::optional<StrategyOptions> optionsFrom(const QJsonObject &object, const QString &strategy)
{
    const auto known = strategyById(strategy);
    if (!known)
        return std::nullopt;
    StrategyOptions options;
    for (auto each = object.begin(); each != object.end(); ++each)
        options[each.key()] = each.value();
    return checkOptions(**known, options) ? std::optional(options) : std::nullopt;
}

QJsonObject optionsJson(const StrategyOptions &options)
{
    QJsonObject object;
    for (auto each = options.begin(); each != options.end(); ++each)
        object[each.key()] = each.value();
    return object;
}

} // namespace

QList<TrialCard> standardTrials(const QString &provider, const QString &model, int threadTokens)
{
    const auto card = [&](const QString &strategy, int budget) {
        return TrialCard{newId(), strategy, budget, provider, model};
    };
    const int budget = standardBudget(threadTokens);
    return {card(u"full"_s, 0), card(u"sliding"_s, budget), card(u"summary"_s, budget),
            card(u"hybrid"_s, budget)};
}

TrialCard withStrategy(TrialCard card, const QString &strategy)
{
    card.strategy = strategy;
    for (auto each = card.options.begin(); each != card.options.end();)
        each = optionOf(strategy, each.key()) ? std::next(each) : card.options.erase(each);
    return card;
}

TrialCard withOption(TrialCard card, const QString &option, const QJsonValue &value)
{
    const OptionInfo *const known = optionOf(card.strategy, option);
    if (!known || known->standard == value)
        card.options.remove(option);
    else
        card.options[option] = value;
    return card;
}

QString optionsText(const StrategyOptions &options)
{
    QStringList words;
    for (auto each = options.begin(); each != options.end(); ++each)
        words += each.key() + u'=' + each.value().toVariant().toString();
    return words.join(u' ');
}

QString trialsToJson(const QList<TrialCard> &cards)
{
    QJsonArray array;
    for (const TrialCard &card : cards)
        array.append(QJsonObject{{u"strategy"_s, card.strategy},
                                 {u"budget"_s, card.budgetTokens},
                                 {u"provider"_s, card.provider},
                                 {u"model"_s, card.model},
                                 {u"options"_s, optionsJson(card.options)}});
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
        TrialCard card{.id = newId(),
                       .strategy = value[u"strategy"_s].toString(),
                       .budgetTokens = std::max(0, value[u"budget"_s].toInt()),
                       .provider = value[u"provider"_s].toString(),
                       .model = value[u"model"_s].toString()};
        const auto options = optionsFrom(value[u"options"_s].toObject(), card.strategy);
        card.options = options.value_or(StrategyOptions());
        if (!options || card.provider.isEmpty())
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
    turn.options = card.options;
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
