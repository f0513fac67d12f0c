#pragma once

#include "app/chatdesk.h"
#include "app/costsdesk.h"
#include "app/exchangedesk.h"
#include "app/inspectordesk.h"
#include "app/labdesk.h"
#include "app/limitsdesk.h"
#include "app/movedesk.h"
#include "app/pricesdesk.h"
#include "app/providersdesk.h"
#include "app/replaydesk.h"
#include "app/settingsdesk.h"
#include "app/spendwatch.h"
#include "app/storagedesk.h"
#include "app/teamdesk.h"
#include "app/templatesdesk.h"
#include "core/base/clock.h"
#include "core/net/openaiclient.h"
#include "core/net/resilientclient.h"
#include "core/practice/practiceprovider.h"
#include "core/session/canarykeeper.h"
#include "core/session/chatsession.h"
#include "core/session/healthkeeper.h"
#include "core/settings/keyvault.h"
#include "core/settings/settings.h"
#include "core/store/conversationstore.h"
#include "ui/cost/costsections.h"
#include "ui/mainwindow/mainwindow.h"

/// What the program was started with.
struct Options
{
    QString storeLocation;
    QString configFolder;
    QString dataFolder = {}; ///< for the copy of a team's store; empty: none is kept
    bool isNamed = false; ///< the store, by whoever started the program
    QString home = {}; ///< one's own file
    bool remembers = true; ///< settings, and how the window is left, for the next start
};

/// Every long-lived object of the program, each built once and handed what it needs. Members
/// are built top to bottom and destroyed bottom to top, so each may rely on those above it.
class Composition final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composition)

public:
    explicit Composition(const Options &options);
    ~Composition() override;

    /// What the program exits its event loop with to be built anew, in the place that the settings
    /// name by then, and with the copy that one wants to go back to, if any.
    static constexpr int startAnew = 1000;
    const QString &copyToRestore() const { return m_copyToRestore; }

    /// Opens the store and shows the window.
    void start();
    /// Says it when the store is open.
    void sayAtStart(NoticeBar::Tone tone, const QString &sentence);

    MainWindow &window() { return m_window; }
    ChatDesk &desk() { return m_desk; }
    ExchangeDesk &exchange() { return m_exchange; }
    Inspector &inspector() { return m_inspectorDesk.inspector(); }
    LabPage &lab() { return m_labDesk.page(); }
    CostSections &costs() { return m_costs; }
    CostsPage &overview() { return m_costsDesk.page(); }
    PricesPage &prices() { return m_pricesDesk.page(); }

    SettingsDesk &settings() { return m_settingsDesk; }

signals:
    /// The store is open, or the window says why it is not.
    void ready();

private:
    void wire();
    void wireStore();
    void wireCosts();
    void refreshCosts();
    void wireLab();
    void fail(const Core::Error &error);
    void reopenConversation();
    void countConversations();
    void showWhatIsStored(const Core::StoreInfo &info);
    void findForPalette(const QString &pattern);
    void openStore();
    void takeStore(const Core::Result<Core::StoreInfo> &info);
    void showSpendToday();
    void showSpend(const Core::ChargeTotals &spent);
    void showHealth();

    Options m_options;
    QString m_copyToRestore;
    Core::SystemClock m_clock;
    Core::Settings m_settings;
    Appearance m_appearance; ///< before the window: it chooses the font of every label
    Core::KeyVault m_vault;
    Core::OpenAiClient m_network;
    Core::ResilientClient m_client;
    Core::PracticeProvider m_practice;
    Core::ConversationStore m_store;
    Core::HealthKeeper m_health;
    StoreDesk m_storeDesk;
    Core::PriceList m_prices = Core::PriceList::shipped(); ///< with the user's own
    Core::ChatSession m_session;
    Core::CanaryKeeper m_canary;
    MainWindow m_window;
    SettingsDesk m_settingsDesk;
    ChatDesk m_desk;
    TeamDesk m_teamDesk;
    StorageDesk m_storageDesk;
    MoveDesk m_moveDesk;
    TemplatesDesk m_templatesDesk;
    ExchangeDesk m_exchange;
    InspectorDesk m_inspectorDesk;
    CostSections &m_costs;
    CostsDesk m_costsDesk;
    ReplayDesk m_replayDesk;
    LimitsDesk m_limitsDesk;
    PricesDesk m_pricesDesk;
    SpendWatch m_spendWatch;
    ProvidersDesk m_providersDesk;
    LabDesk m_labDesk;
};
