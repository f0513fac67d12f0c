#pragma once

#include "app/commands/opened.h"
#include "app/commands/providerset.h"
#include "core/net/openaiclient.h"
#include "core/net/resilientclient.h"
#include "core/session/providertest.h"

/// Tests providers one after the other. What is learnt of them goes into the set, what a test
/// costs into the store. `set` must outlive it.
class ProviderTesting
{
    Q_DISABLE_COPY_MOVE(ProviderTesting)

public:
    explicit ProviderTesting(ProviderSet &set);

    /// Waits for the report.
    Core::Result<Core::TestReport> test(const Core::Provider &provider, OpenedStore &store);

private:
    ProviderSet &m_set;
    Core::SystemClock m_clock;
    Core::OpenAiClient m_network;
    Core::ResilientClient m_client;
};
