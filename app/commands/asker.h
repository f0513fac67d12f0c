#pragma once

#include "app/commands/verb.h"
#include "core/base/clock.h"
#include "core/chat/provider.h"
#include "core/context/contextplan.h"
#include "core/net/openaiclient.h"
#include "core/practice/practiceprovider.h"
#include "core/settings/keyvault.h"

#include <QJsonObject>

#include <optional>

/// What a provider answered to one plan.
struct AskedReply
{
    Core::ReplySummary summary;
    std::optional<Core::Money> cost;
    std::optional<Core::Error> problem;

    QJsonObject json() const;
    QString text() const; ///< the reply, or why there is none
};

/// Asks the provider named with --provider, or the settings', for replies to plans. Nothing is
/// stored. Lives as long as the verb runs.
class Asker
{
    Q_DISABLE_COPY_MOVE(Asker)

public:
    explicit Asker(const Invocation &call);

    /// Finds the provider, and its key where `toAsk`. What is wrong, or nothing.
    std::optional<Core::Error> prepare(bool toAsk);

    const Core::Provider &provider() const { return m_provider; }
    const QString &model() const { return m_model; }

    AskedReply ask(const Core::ContextPlan &plan);

private:
    const Invocation &m_call;
    Core::SystemClock m_clock;
    Core::OpenAiClient m_client;
    Core::KeyVault m_vault;
    Core::PracticeProvider m_practice;
    Core::Provider m_provider;
    QString m_model;
    QByteArray m_key;
};
