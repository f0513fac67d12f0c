#include "app/spendwatch.h"

#include "core/base/async.h"
#include "core/cost/chargecalculator.h"
#include "core/cost/spendlimits.h"
#include "core/session/turn.h"
#include "ui/cost/limitwords.h"

#include <algorithm>

SpendWatch::SpendWatch(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_parts.label.hide();
}

void SpendWatch::look(const QString &conversationId, const Core::ContextPlan &plan,
                      const Core::Attempt &request)
{
    const auto &providers = m_parts.settings.providers;
    const auto known =
        std::find_if(providers.begin(), providers.end(), [&](const Core::Provider &provider) {
            return provider.name == request.provider;
        });
    Call call{.provider =
                  known == providers.end() ? Core::Provider{.name = request.provider} : *known,
              .model = request.model};
    const auto most =
        Core::forecast(m_parts.prices, call.provider, call.model, m_parts.clock.now(),
                       {.prompt = plan.use.total(), .completion = Core::Turn().maxTokens});
    ++m_generation;
    if (!most) // a model without a price goes through
        return m_parts.label.hide();
    call.most = *most;
    Core::whenDone(
        m_parts.store.value(Core::spendLimitsName()), this,
        [this, conversationId, call, asked = m_generation](const Core::Result<QString> &json) {
            if (asked != m_generation)
                return;
            const auto limits = json ? Core::spendLimitsFromJson(*json) : json.error();
            if (limits && !limits->isEmpty())
                takeLimits(conversationId, call, *limits);
            else
                m_parts.label.hide();
        });
}

void SpendWatch::takeLimits(const QString &conversationId, const Call &call,
                            const QList<Core::SpendLimit> &limits)
{
    if (conversationId.isEmpty())
        return takeConversation(call, limits, {});
    Core::whenDone(
        m_parts.store.conversation(conversationId), this,
        [this, call, limits, asked = m_generation](const Core::Result<Core::Conversation> &found) {
            if (asked == m_generation)
                takeConversation(call, limits, found ? *found : Core::Conversation());
        });
}

void SpendWatch::takeConversation(const Call &call, const QList<Core::SpendLimit> &limits,
                                  const Core::Conversation &conversation)
{
    const Core::SpendSubject subject{conversation.userId, call.provider.name, call.model,
                                     conversation.tags};
    const QList<Core::SpendLimit> own = Core::limitsOn(subject, limits);
    Core::whenDone(
        m_parts.store.spendStates(Core::spendChecks(own, m_parts.clock.now())), this,
        [this, call, asked = m_generation](const Core::Result<QList<Core::SpendState>> &states) {
            if (states && asked == m_generation)
                show(call, *states);
        });
}

void SpendWatch::show(const Call &call, const QList<Core::SpendState> &states)
{
    const QList<Core::SpendWarning> warnings = Core::spendWarnings(states, call.most);
    m_parts.label.setVisible(!warnings.isEmpty());
    if (warnings.isEmpty())
        return;
    const Core::SpendWarning &first = warnings.first();
    m_parts.label.setTone(first.isForbidden ? ToneLabel::Tone::Bad : ToneLabel::Tone::Warning);
    m_parts.label.setText(LimitWords::warning(first, call.most));
}
