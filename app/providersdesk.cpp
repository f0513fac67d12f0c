#include "app/providersdesk.h"

#include "core/base/async.h"
#include "core/session/localservers.h"
#include "core/session/routing.h"
#include "ui/providers/canarycard.h"
#include "ui/providers/comparecard.h"
#include "ui/providers/foundservers.h"

using namespace Qt::Literals::StringLiterals;

namespace {

ProviderCheck checkOf(const Core::TestReport &report)
{
    ProviderCheck check{
        .state = ProviderCheck::State::Passed, .models = report.models, .steps = report.steps};
    for (const Core::TestStep &step : report.steps) {
        check.milliseconds = std::max(check.milliseconds, step.ms);
        if (step.error && check.state == ProviderCheck::State::Passed) {
            check.state = ProviderCheck::State::Failed;
            check.error = *step.error;
        }
    }
    return check;
}

} // namespace

ProvidersDesk::ProvidersDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    wire();
    wireCanary();
    wireComparison();
}

void ProvidersDesk::wire()
{
    ProvidersPage &page = m_parts.page;
    connect(&page, &ProvidersPage::providerSaved, this, &ProvidersDesk::save);
    connect(&page, &ProvidersPage::providerRemoved, this, &ProvidersDesk::remove);
    connect(&page, &ProvidersPage::testAsked, this, &ProvidersDesk::test);
    connect(&page, &ProvidersPage::weightChanged, this, &ProvidersDesk::setWeight);
    connect(&page, &ProvidersPage::defaultChosen, this, [this](const QString &name) {
        Core::Settings wanted = m_parts.settings;
        wanted.provider = name;
        emit settingsWanted(wanted);
    });
    connect(&m_parts.client, &Core::ResilientClient::learnt, this, &ProvidersDesk::keepLearnt);
    connect(&m_parts.health, &Core::HealthKeeper::changed, this, &ProvidersDesk::showHealth);
    connect(&page, &ProvidersPage::localServersAsked, this, &ProvidersDesk::lookForServers);
}

void ProvidersDesk::wireCanary()
{
    CanaryCard &card = m_parts.page.canary();
    Core::CanaryKeeper &canary = m_parts.canary;
    connect(&card, &CanaryCard::beginAsked, this, [this](Core::CanaryPlan plan) {
        plan.whole = Core::canaryPlan(m_parts.settings, plan.canary, plan.control).whole;
        m_parts.canary.begin(plan);
    });
    connect(&card, &CanaryCard::rollBackAsked, &canary, &Core::CanaryKeeper::rollBack);
    connect(&card, &CanaryCard::promoteAsked, &canary, &Core::CanaryKeeper::promote);
    connect(&canary, &Core::CanaryKeeper::weightsWanted, this, [this] {
        emit settingsWanted(Core::withWeights(m_parts.settings, m_parts.canary.canary()));
    });
    connect(&canary, &Core::CanaryKeeper::changed, this, [this] {
        m_parts.canary.settingsChanged(m_parts.settings); // it may just have been read
        m_parts.page.canary().setCanary(m_parts.canary.canary());
    });
}

void ProvidersDesk::wireComparison()
{
    CompareCard &card = m_parts.page.comparison();
    connect(&card, &CompareCard::compareAsked, this, &ProvidersDesk::compare);
    connect(&card, &CompareCard::stopAsked, this, [this] {
        if (m_comparison)
            m_comparison->stop();
    });
}

void ProvidersDesk::lookForServers()
{
    auto *servers = new Core::LocalServers(m_parts.client, this);
    connect(servers, &Core::LocalServers::finished, &m_parts.page.foundServers(),
            &FoundServers::setFound);
    servers->look(Core::usualLocalServers());
}

void ProvidersDesk::compare(const QString &question, const QStringList &providers)
{
    QList<Core::SideBySide::Side> sides;
    for (const QString &name : providers) {
        const auto provider = Core::providerByName(m_parts.settings, name, m_practiceUrl);
        if (!provider)
            return emit failed(provider.error());
        sides.append({*provider, provider->model});
    }
    CompareCard &card = m_parts.page.comparison();
    card.begin();
    m_comparison = new Core::SideBySide(
        {m_parts.store, m_parts.client, m_parts.vault, m_parts.prices, m_parts.clock},
        m_parts.models, this);
    connect(m_comparison, &Core::SideBySide::grew, &card, &CompareCard::grow);
    connect(m_comparison, &Core::SideBySide::ended, &card, &CompareCard::setReply);
    m_comparison->start(question, sides);
}

void ProvidersDesk::settingsChanged()
{
    m_parts.vault.setVariables(m_parts.settings.providers);
    m_parts.page.setProviders(m_parts.settings.providers, m_parts.settings.provider);
    const Core::Router router = Core::routerOf(m_parts.settings);
    for (const Core::Provider &provider : m_parts.settings.providers) {
        m_parts.page.setKeyPlace(provider.name, m_parts.vault.place(provider.name));
        m_parts.page.setShare(provider.name, router.share(provider.name));
    }
    m_parts.canary.settingsChanged(m_parts.settings);
    showHealth();
}

void ProvidersDesk::save(const QString &oldName, const Core::Provider &provider,
                         const QByteArray &key)
{
    Core::Settings wanted = m_parts.settings;
    bool isThere = false;
    for (Core::Provider &each : wanted.providers) {
        if (each.name != oldName)
            continue;
        each = provider;
        isThere = true;
    }
    if (!isThere)
        wanted.providers.append(provider);
    for (QString *name : {&wanted.provider, &wanted.control}) {
        if (*name == oldName && !oldName.isEmpty())
            *name = provider.name;
    }
    emit settingsWanted(wanted);
    if (key.isEmpty())
        return test(provider);
    keepKey(provider, key);
}

void ProvidersDesk::keepKey(const Core::Provider &provider, const QByteArray &key)
{
    m_parts.client.forgive(provider.name);
    Core::whenDone(m_parts.vault.setKey(provider.name, key), this,
                   [this, provider](const Core::Result<Core::KeyVault::Place> &place) {
                       if (!place)
                           return emit failed(place.error());
                       m_parts.page.setKeyPlace(provider.name, *place);
                       test(provider);
                   });
}

void ProvidersDesk::remove(const QString &name)
{
    Core::Settings wanted = m_parts.settings;
    wanted.providers.removeIf([&name](const Core::Provider &each) { return each.name == name; });
    if (wanted.provider == name)
        wanted.provider = u"practice"_s;
    emit settingsWanted(wanted);
}

void ProvidersDesk::setWeight(const QString &name, double weight)
{
    Core::Settings wanted = m_parts.settings;
    for (Core::Provider &each : wanted.providers) {
        if (each.name == name)
            each.weight = weight;
    }
    emit settingsWanted(wanted);
}

/// Only what was learnt: the rest may have been changed meanwhile.
void ProvidersDesk::keepLearnt(const Core::Provider &learnt)
{
    Core::Settings wanted = m_parts.settings;
    for (Core::Provider &each : wanted.providers) {
        if (each.name != learnt.name)
            continue;
        each.acceptsStreamOptions = learnt.acceptsStreamOptions;
        each.wantsMaxCompletionTokens = learnt.wantsMaxCompletionTokens;
    }
    emit settingsWanted(wanted);
}

void ProvidersDesk::test(const Core::Provider &provider)
{
    m_parts.page.setCheck(provider.name, {.state = ProviderCheck::State::Running});
    m_parts.client.forgive(provider.name); // what failed may be good again
    Core::whenDone(m_parts.vault.key(provider.name), this,
                   [this, provider](const Core::Result<QByteArray> &key) {
                       if (key)
                           return runTest(provider, *key);
                       m_parts.page.setCheck(
                           provider.name,
                           {.state = ProviderCheck::State::Failed, .error = key.error()});
                   });
}

void ProvidersDesk::runTest(const Core::Provider &provider, const QByteArray &key)
{
    const bool isPractice = provider.name == "practice"_L1;
    auto *test = new Core::ProviderTest(
        m_parts.client, isPractice ? Core::practiceProvider(m_practiceUrl) : provider, key, this);
    connect(test, &Core::ProviderTest::finished, this, [this](const Core::TestReport &report) {
        Core::chargeTest(report, m_parts.store, m_parts.prices, m_parts.clock);
        m_parts.page.setCheck(report.provider.name, checkOf(report));
    });
    test->start();
}

void ProvidersDesk::showHealth()
{
    for (const Core::ProviderHealth &health : m_parts.health.book().report())
        m_parts.page.setHealth(health.provider, health);
}
