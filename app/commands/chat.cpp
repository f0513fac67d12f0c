#include "app/commands/input.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/planning.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "app/teamcache.h"
#include "core/net/openaiclient.h"
#include "core/net/resilientclient.h"
#include "core/practice/practiceprovider.h"
#include "core/session/canarykeeper.h"
#include "core/session/chatsession.h"
#include "core/session/healthkeeper.h"
#include "core/session/routing.h"
#include "ui/base/errortext.h"

#include <QEventLoop>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace {

Core::Result<QString> joinedText(const Invocation &call)
{
    const QStringList words = call.positional();
    if (!words.isEmpty() && words != QStringList{u"-"_s})
        return words.join(u' ');
    const auto text = readText(u"-"_s);
    if (!text)
        return text.error();
    return QString::fromUtf8(*text).trimmed();
}

QJsonValue msOrNull(qint64 value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QJsonObject usageJson(const std::optional<Core::Charge> &charge)
{
    if (!charge)
        return {{u"basis"_s, QJsonValue()}};
    const Core::Usage &usage = charge->usage;
    return {{u"prompt_tokens"_s, usage.prompt},
            {u"cached_tokens"_s, usage.cachedRead},
            {u"completion_tokens"_s, usage.completion},
            {u"reasoning_tokens"_s, usage.reasoning},
            {u"basis"_s, Core::basisName(charge->basis)}};
}

QJsonObject recordJson(const Core::TurnRecord &record)
{
    const Core::Timing &timing = record.attempt.timing;
    const bool priced = record.charge && record.charge->amount;
    return {{u"conversation"_s, record.conversation.id},
            {u"message"_s, record.answer.id},
            {u"content"_s, record.answer.content},
            {u"finish"_s, Core::statusName(record.answer.status)},
            {u"provider"_s, record.attempt.provider},
            {u"assigned"_s, record.attempt.assigned},
            {u"model"_s, record.attempt.model},
            {u"strategy"_s, record.attempt.strategy},
            {u"usage"_s, usageJson(record.charge)},
            {u"cost_usd"_s,
             priced ? QJsonValue(Core::toDecimalString(*record.charge->amount)) : QJsonValue()},
            {u"timing_ms"_s,
             QJsonObject{{u"queued"_s, msOrNull(timing.queued)},
                         {u"connected"_s, msOrNull(timing.connected)},
                         {u"first_token"_s, msOrNull(timing.firstToken)},
                         {u"total"_s, msOrNull(timing.total)}}}};
}

/// The last line for people: tokens, cost, times, provider, strategy.
QString summaryLine(const Core::TurnRecord &record)
{
    if (!record.charge)
        return u"nothing was billed · %1 · %2"_s.arg(record.attempt.provider,
                                                     record.attempt.strategy);
    const Core::Charge &charge = *record.charge;
    const QString cost =
        charge.amount ? u"$"_s + Core::toDecimalString(*charge.amount) : u"unpriced"_s;
    const bool fellBack = record.attempt.assigned != record.attempt.provider;
    const QString server =
        fellBack ? u"%1 for %2"_s.arg(charge.provider, record.attempt.assigned) : charge.provider;
    return u"%1 + %2 tokens (%3) · %4 · first token %5 ms · total %6 ms · %7 %8 · %9"_s.arg(
        QString::number(charge.usage.prompt), QString::number(charge.usage.completion),
        Core::basisName(charge.basis), cost, QString::number(record.attempt.timing.firstToken),
        QString::number(record.attempt.timing.total), server, charge.model, charge.strategy);
}

/// What can be known to be wrong before anything is stored.
std::optional<Exit> wrongWords(const Invocation &call, const Core::StrategyOptions &options)
{
    const auto settings = Core::loadSettings(call.configFolder());
    if (!settings)
        return call.failed(settings.error());
    if (const auto ended = unknownProvider(call, *settings))
        return ended;
    if (!call.isSet(u"strategy"_s))
        return std::nullopt;
    const auto strategy = Core::strategyById(call.value(u"strategy"_s));
    if (!strategy)
        return call.usageError(unknownStrategy(call.value(u"strategy"_s)));
    const auto checked = Core::checkOptions(**strategy, options);
    return checked ? std::nullopt : std::optional(call.usageError(checked.error().detail));
}

/// What a turn needs besides the store, built for one verb.
class Asking
{
public:
    Asking(const Invocation &call, OpenedStore &store, const Core::PriceList &prices)
        : m_call(call)
        , m_store(store)
        , m_prices(prices)
        , m_network(m_clock)
        , m_client(m_network, m_clock)
        , m_vault(call.configFolder())
        , m_practice(m_clock, {})
        , m_health(m_client, *m_store)
        , m_cache(*m_store, m_vault, m_clock)
        , m_session(parts())
        , m_canary(parts(), m_client, m_session)
    {
        m_health.load();
        m_canary.load();
        QObject::connect(&m_canary, &Core::CanaryKeeper::weightsWanted, &m_canary,
                         [this] { keepWeights(); });
        QObject::connect(&m_cache, &TeamCache::failed, &m_cache,
                         [this](const Core::Error &error) { m_call.failed(error); });
        QObject::connect(&m_client, &Core::ResilientClient::learnt, &m_client,
                         [this](const Core::Provider &provider) { keep(provider); });
    }

    Core::Result<Core::Turn> turn(const QString &text);
    Exit ask(const Core::Turn &turn);

private:
    Core::Result<Core::Conversation> conversation();
    Core::Result<Core::Route> route(const Core::Settings &settings, const Core::Conversation &row);
    Core::SessionParts parts()
    {
        return {*m_store, m_client, m_vault, m_prices, m_clock, &m_cache.contexts()};
    }
    void keep(const Core::Provider &learnt) const;
    void keepWeights() const;
    Exit report(const Core::TurnRecord &record, const std::optional<Core::Error> &problem) const;

    const Invocation &m_call;
    OpenedStore &m_store;
    Core::PriceList m_prices;
    Core::SystemClock m_clock;
    Core::OpenAiClient m_network;
    Core::ResilientClient m_client;
    Core::KeyVault m_vault;
    Core::PracticeProvider m_practice;
    Core::HealthKeeper m_health;
    TeamCache m_cache;
    Core::ChatSession m_session;
    Core::CanaryKeeper m_canary;
};

/// Whoever is named is asked, and nobody else: what is typed may not be meant for others.
Core::Result<Core::Route> Asking::route(const Core::Settings &settings,
                                        const Core::Conversation &row)
{
    QUrl practiceUrl;
    const QString named = m_call.value(u"provider"_s);
    if (named == "practice"_L1 || named.isEmpty()) {
        const auto started = m_practice.start();
        if (!started)
            return started.error();
        practiceUrl = *started;
    }
    if (named.isEmpty())
        return Core::routeFor(settings, row, practiceUrl,
                              QRandomGenerator::global()->generateDouble());
    const auto provider = Core::providerByName(settings, named, practiceUrl);
    if (!provider)
        return provider.error();
    return Core::Route{.provider = *provider, .reason = u"named on the command line"_s};
}

/// What was learnt about a provider need not be learnt again by the next call.
void Asking::keep(const Core::Provider &learnt) const
{
    auto settings = Core::loadSettings(m_call.configFolder());
    if (!settings)
        return;
    Core::Settings changed = *std::move(settings);
    for (Core::Provider &provider : changed.providers) {
        if (provider.name == learnt.name)
            provider = learnt;
    }
    if (const auto saved = Core::saveSettings(m_call.configFolder(), changed); !saved)
        m_call.failed(saved.error());
}

/// The canary has gone a step up or was rolled back by this turn.
void Asking::keepWeights() const
{
    const auto settings = Core::loadSettings(m_call.configFolder());
    const auto saved = settings
        ? Core::saveSettings(m_call.configFolder(), Core::withWeights(*settings, m_canary.canary()))
        : settings.error();
    if (!saved)
        m_call.failed(saved.error());
}

Core::Result<Core::Conversation> Asking::conversation()
{
    const QString id = m_call.value(u"conversation"_s);
    if (!id.isEmpty())
        return waitFor(m_store->conversation(id));
    return waitFor(m_store->createConversation({.userId = m_call.value(u"user"_s)}));
}

Core::Result<Core::Turn> Asking::turn(const QString &text)
{
    const auto settings = Core::loadSettings(m_call.configFolder());
    if (!settings)
        return settings.error();
    m_vault.setVariables(settings->providers);
    if (!m_store.info().readOnly)
        m_cache.use(TeamCache::addressOf(*settings));
    const QString strategy = m_call.value(u"strategy"_s);
    const auto row = conversation();
    if (!row)
        return row.error();

    const auto route = this->route(*settings, *row);
    if (!route)
        return route.error();
    Core::Turn turn = Core::turnAlong(*route, *settings, *row, text);
    turn.author = m_call.value(u"user"_s, turn.author);
    turn.model = m_call.value(u"model"_s, turn.model);
    turn.strategy = strategy.isEmpty() ? turn.strategy : strategy;
    return turn;
}

Exit Asking::report(const Core::TurnRecord &record, const std::optional<Core::Error> &problem) const
{
    if (m_call.json())
        printJson(recordJson(record));
    else
        printLine();
    flushOutput();
    if (problem)
        m_call.failed(*problem);
    if (record.warning)
        m_call.failed(*record.warning);
    Invocation::note(summaryLine(record));
    return problem ? Exit::Failed : Exit::Done;
}

Exit Asking::ask(const Core::Turn &turn)
{
    QEventLoop loop;
    Exit status = Exit::Failed;
    QObject::connect(&m_session, &Core::ChatSession::answerGrew, &loop,
                     [this](const QString &, const QString &text) {
                         if (m_call.json())
                             return;
                         print(text.toUtf8());
                         flushOutput();
                     });
    QObject::connect(&m_session, &Core::ChatSession::turnRetrying, &loop,
                     [](const QString &, const Core::Retrying &next) {
                         Invocation::note(u"skein chat: %1 Try %2 of %3 %4, of %5."_s.arg(
                             errorText(next.error), QString::number(next.tries + 1),
                             QString::number(next.mostTries),
                             next.waitMs > 0 ? u"in %1 ms"_s.arg(next.waitMs) : u"at once"_s,
                             next.provider));
                     });
    QObject::connect(
        &m_session, &Core::ChatSession::turnFinished, &loop,
        [&](const Core::TurnRecord &record, const std::optional<Core::Error> &problem) {
            status = report(record, problem);
            loop.quit();
        });
    QObject::connect(&m_session, &Core::ChatSession::turnFailed, &loop,
                     [&](const QString &, const Core::Error &error, const Core::ContextPlan &) {
                         status = m_call.failed(error);
                         loop.quit();
                     });
    m_session.submit(turn);
    loop.exec();
    for (const auto &saved : {waitFor(m_health.save()), waitFor(m_canary.save()),
                              waitFor(m_cache.contexts().settled())}) {
        if (!saved)
            m_call.failed(saved.error());
    }
    return status;
}

Exit run(Invocation &call)
{
    const auto budget = call.number(u"budget"_s, 0, 1, 100'000'000);
    const auto options = strategyOptionsOf(call);
    if (!budget || !options)
        return Exit::Usage;
    const auto text = joinedText(call);
    if (!text)
        return call.failed(text.error());
    if (text->isEmpty())
        return call.usageError(u"there is no TEXT to send"_s);
    if (const auto ended = wrongWords(call, *options))
        return *ended;
    OpenedStore store;
    const bool goesOn = call.isSet(u"conversation"_s);
    if (const auto ended =
            store.open(call, goesOn ? OpenedStore::Missing::Refuse : OpenedStore::Missing::Make))
        return *ended;
    const auto prices = store.prices();
    if (!prices)
        return call.failed(prices.error());
    Asking asking(call, store, *prices);
    auto turn = asking.turn(*text);
    if (!turn)
        return call.failed(turn.error());
    Core::Turn ready = *std::move(turn);
    ready.options = *options;
    if (*budget > 0)
        ready.budgetTokens = int(*budget);
    return asking.ask(ready);
}

} // namespace

Verb chatVerb()
{
    return {.name = u"chat"_s,
            .arguments = u"TEXT"_s,
            .most = anyNumber,
            .summary = u"Ask one question; the answer is streamed, stored and charged."_s,
            .example =
                u"skein chat --provider practice --strategy sliding \"Where is order 4711?\""_s,
            .options = {{u"provider"_s, u"NAME"_s, u"Whom to ask (the settings')."_s},
                        {u"model"_s, u"MODEL"_s, u"Which model."_s},
                        {u"strategy"_s, u"ID"_s, u"Which context strategy."_s},
                        {u"budget"_s, u"TOKENS"_s, u"How many tokens the request may have."_s},
                        {u"option"_s, u"NAME=VALUE"_s,
                         u"An option of the strategy; may be repeated."_s},
                        {u"conversation"_s, u"ID"_s, u"Go on in this conversation."_s},
                        {u"user"_s, u"NAME"_s, u"Whose conversation a new one is."_s}},
            .run = run};
}
