#pragma once

#include "app/commands/opened.h"
#include "core/net/openaiclient.h"
#include "core/net/resilientclient.h"
#include "core/practice/practiceprovider.h"
#include "core/session/trialrunner.h"

#include <QJsonObject>

#include <optional>

/// What a provider answered to one plan.
struct AskedReply
{
    Core::TrialReply reply;

    QJsonObject json() const;
    QString text() const; ///< the reply, or why there is none
};

/// Asks the provider named with --provider, or the settings', for replies to plans. What that
/// costs is stored, and nothing else. Lives as long as the verb runs.
class Asker
{
    Q_DISABLE_COPY_MOVE(Asker)

public:
    explicit Asker(const Invocation &call);

    /// Reads the prices, finds the provider, and starts the practice provider where that is to be
    /// asked. An error is printed already.
    std::optional<Exit> prepare(bool toAsk);

    /// Opens the ledger; comes before the first question. An error is printed already.
    std::optional<Exit> open() { return m_store.open(m_call, OpenedStore::Missing::Make); }

    const Core::Provider &provider() const { return m_provider; }
    const QString &model() const { return m_model; }
    const Core::PriceList &prices() const { return m_prices; } ///< with the user's own

    AskedReply ask(const Core::ContextPlan &plan);

private:
    Core::Result<Core::Provider> providerOf(const Core::Settings &settings, bool toAsk);

    const Invocation &m_call;
    Core::SystemClock m_clock;
    Core::OpenAiClient m_network;
    Core::ResilientClient m_client;
    Core::KeyVault m_vault;
    OpenedStore m_store;
    Core::PriceList m_prices;
    Core::PracticeProvider m_practice;
    Core::Provider m_provider;
    QString m_model;
};
