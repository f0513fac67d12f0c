#include "app/commands/asker.h"

#include "app/commands/wait.h"
#include "core/cost/chargecalculator.h"
#include "core/session/requestbody.h"
#include "ui/base/errortext.h"

#include <QEventLoop>

using namespace Qt::Literals::StringLiterals;

QJsonObject AskedReply::json() const
{
    QJsonObject object{
        {u"content"_s, summary.text},
        {u"finish"_s, summary.finishReason},
        {u"cost_usd"_s, cost ? QJsonValue(Core::toDecimalString(*cost)) : QJsonValue()},
        {u"ms"_s, summary.timing.total}};
    if (summary.usage)
        object[u"usage"_s] = QJsonObject{{u"prompt_tokens"_s, summary.usage->prompt},
                                         {u"cached_tokens"_s, summary.usage->cachedRead},
                                         {u"completion_tokens"_s, summary.usage->completion}};
    if (problem)
        object[u"error"_s] = errorText(*problem);
    return object;
}

QString AskedReply::text() const
{
    return problem ? errorText(*problem) : summary.text;
}

Asker::Asker(const Invocation &call)
    : m_call(call)
    , m_client(m_clock)
    , m_vault(call.configFolder())
    , m_practice(m_clock, {})
{
}

std::optional<Core::Error> Asker::prepare(bool toAsk)
{
    const auto settings = Core::loadSettings(m_call.configFolder());
    if (!settings)
        return settings.error();
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
    if (!toAsk)
        return std::nullopt;
    const auto key = waitFor(m_vault.key(m_provider.name));
    if (!key)
        return key.error();
    m_key = *key;
    return std::nullopt;
}

AskedReply Asker::ask(const Core::ContextPlan &plan)
{
    const Core::Turn turn{.provider = m_provider, .model = m_model, .strategy = plan.strategy};
    QEventLoop loop;
    AskedReply asked;
    Core::ChatReply *reply = m_client.send(
        {.provider = m_provider, .key = m_key, .body = Core::requestBody(turn, plan)}, &loop);
    QObject::connect(reply, &Core::ChatReply::finished, &loop,
                     [&](const Core::ReplySummary &summary) {
                         asked.summary = summary;
                         loop.quit();
                     });
    QObject::connect(reply, &Core::ChatReply::failed, &loop,
                     [&](const Core::Error &error, const Core::ReplySummary &summary) {
                         asked.summary = summary;
                         asked.problem = error;
                         loop.quit();
                     });
    loop.exec();
    if (asked.summary.usage)
        asked.cost = Core::forecast(Core::PriceList::shipped(), m_provider, m_model, m_clock.now(),
                                    *asked.summary.usage);
    return asked;
}
