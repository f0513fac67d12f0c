#include "app/commands/asker.h"

#include "app/commands/planning.h"
#include "core/cost/chargecalculator.h"
#include "core/cost/replayquery.h"
#include "ui/base/errortext.h"

#include <QEventLoop>

using namespace Qt::Literals::StringLiterals;

QJsonObject AskedReply::json() const
{
    QJsonObject object{
        {u"content"_s, reply.text},
        {u"finish"_s, reply.finishReason},
        {u"cost_usd"_s, reply.cost ? QJsonValue(Core::toDecimalString(*reply.cost)) : QJsonValue()},
        {u"ms"_s, reply.timing.total}};
    if (reply.usage.basis == Core::Usage::Basis::Provider)
        object[u"usage"_s] = QJsonObject{{u"prompt_tokens"_s, reply.usage.prompt},
                                         {u"cached_tokens"_s, reply.usage.cachedRead},
                                         {u"completion_tokens"_s, reply.usage.completion}};
    if (reply.problem)
        object[u"error"_s] = errorText(*reply.problem);
    return object;
}

QString AskedReply::text() const
{
    return reply.problem ? errorText(*reply.problem) : reply.text;
}

Asker::Asker(const Invocation &call)
    : m_call(call)
    , m_network(m_clock)
    , m_client(m_network, m_clock)
    , m_vault(call.configFolder())
    , m_practice(m_clock, {})
{
}

std::optional<Exit> Asker::prepare(bool toAsk)
{
    const auto settings = Core::loadSettings(m_call.configFolder());
    if (!settings)
        return m_call.failed(settings.error());
    if (const auto ended = unknownProvider(m_call, *settings))
        return ended;
    const auto prices = pricesOf(m_call);
    if (!prices)
        return m_call.failed(prices.error());
    m_prices = *prices;
    m_vault.setVariables(settings->providers);
    const auto provider = providerOf(*settings, toAsk);
    if (!provider)
        return m_call.failed(provider.error());
    m_provider = *provider;
    if (m_model.isEmpty())
        m_model = m_provider.model;
    return std::nullopt;
}

/// The one of --provider or of the settings; for prices alone, where that one has none for the
/// model, one that has and need not be set up.
Core::Result<Core::Provider> Asker::providerOf(const Core::Settings &settings, bool toAsk)
{
    const QString name = m_call.value(u"provider"_s, settings.provider);
    QUrl practiceUrl;
    if (toAsk && name == "practice"_L1) {
        const auto started = m_practice.start();
        if (!started)
            return started.error();
        practiceUrl = *started;
    }
    const auto provider = Core::providerByName(settings, name, practiceUrl);
    m_model = m_call.value(u"model"_s);
    if (!provider || m_model.isEmpty())
        return provider;
    const Core::ReplayModel named = Core::replayModel(m_model, m_prices);
    const bool isIts = named.provider == provider->name || named.provider == provider->preset;
    if (isIts)
        m_model = named.model;
    const bool hasPrice =
        Core::forecast(m_prices, *provider, m_model, m_clock.now(), {.prompt = 1}).has_value();
    const bool isFixed = toAsk || m_call.isSet(u"provider"_s);
    if (isIts || isFixed || hasPrice || named.provider.isEmpty())
        return provider;
    m_model = named.model;
    const auto own = Core::providerByName(settings, named.provider, {});
    return own ? own : Core::Provider{.name = named.provider, .preset = named.provider};
}

AskedReply Asker::ask(const Core::ContextPlan &plan)
{
    const Core::TrialRunner::Trial trial{.turn = {.provider = m_provider,
                                                  .model = m_model,
                                                  .strategy = plan.strategy,
                                                  .kind = Core::Charge::Kind::Lab},
                                         .conversation = {},
                                         .plan = plan,
                                         .counter = Core::TokenCounter(Core::modelTokens(m_model))};
    QEventLoop loop;
    AskedReply asked;
    auto *runner =
        new Core::TrialRunner({*m_store, m_client, m_vault, m_prices, m_clock}, trial, &loop);
    QObject::connect(runner, &Core::TrialRunner::ended, &loop, [&](const Core::TrialReply &reply) {
        asked.reply = reply;
        loop.quit();
    });
    runner->start();
    loop.exec();
    return asked;
}
