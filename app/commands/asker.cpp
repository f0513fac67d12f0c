#include "app/commands/asker.h"

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

std::optional<Core::Error> Asker::prepare(bool toAsk)
{
    const auto settings = Core::loadSettings(m_call.configFolder());
    if (!settings)
        return settings.error();
    const auto prices = pricesOf(m_call);
    if (!prices)
        return prices.error();
    m_prices = *prices;
    m_vault.setVariables(settings->providers);
    const QString name = m_call.value(u"provider"_s, settings->provider);
    QUrl practiceUrl;
    if (toAsk && name == "practice"_L1) {
        const auto started = m_practice.start();
        if (!started)
            return started.error();
        practiceUrl = *started;
    }
    const auto provider = Core::providerByName(*settings, name, practiceUrl);
    if (!provider)
        return provider.error();
    m_provider = *provider;
    m_model = m_call.value(u"model"_s, m_provider.model);
    return std::nullopt;
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
