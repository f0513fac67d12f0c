#include "app/commands/providertesting.h"

#include "app/commands/wait.h"

#include <QEventLoop>

ProviderTesting::ProviderTesting(ProviderSet &set)
    : m_set(set)
    , m_network(m_clock)
    , m_client(m_network, m_clock, {.tries = 1})
{
    QObject::connect(&m_client, &Core::ResilientClient::learnt, &m_client,
                     [&set](const Core::Provider &learnt) {
                         if (Core::Provider *provider = set.find(learnt.name))
                             *provider = learnt;
                     });
}

Core::Result<Core::TestReport> ProviderTesting::test(const Core::Provider &provider,
                                                     OpenedStore &store)
{
    const auto key = waitFor(m_set.vault.key(provider.name));
    if (!key)
        return key.error();
    const auto prices = store.prices();
    if (!prices)
        return prices.error();
    Core::TestReport report;
    QEventLoop loop;
    auto *test = new Core::ProviderTest(m_client, provider, *key, &loop);
    QObject::connect(test, &Core::ProviderTest::finished, &loop,
                     [&](const Core::TestReport &found) {
                         report = found;
                         loop.quit();
                     });
    test->start();
    loop.exec();
    Core::chargeTest(report, *store, *prices, m_clock);
    return report;
}
