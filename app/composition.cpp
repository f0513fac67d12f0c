#include "app/composition.h"

#include "core/base/async.h"
#include "core/cost/spendlimits.h"
#include "ui/base/errortext.h"
#include "ui/base/noticebar.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/conversations/filterbar.h"
#include "ui/mainwindow/statusline.h"
#include "ui/palette/commandpalette.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/welcomepage.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

QString stateFile(const QString &folder)
{
    return folder + u"/window.ini"_s;
}

const auto openConversation = u"chats/conversation"_s; ///< in that file

void addOnce(QList<Core::Conversation> &rows, const Core::Conversation &conversation)
{
    const auto same = [&](const Core::Conversation &row) { return row.id == conversation.id; };
    if (std::none_of(rows.cbegin(), rows.cend(), same))
        rows.append(conversation);
}

bool isOnServer(const QString &location)
{
    return location.contains("://"_L1);
}

StatusLine::StoreKind kindOf(const Core::StoreInfo &info)
{
    if (info.readOnly)
        return StatusLine::StoreKind::ReadOnly;
    return isOnServer(info.location) ? StatusLine::StoreKind::Team : StatusLine::StoreKind::Local;
}

} // namespace

Composition::Composition(const Options &options)
    : m_options(options)
    , m_vault(options.configFolder)
    , m_network(m_clock)
    , m_client(m_network, m_clock)
    , m_practice(m_clock, {})
    , m_store(m_clock)
    , m_health(m_client, m_store)
    , m_storeDesk({m_store, m_vault, m_settings, m_clock})
    , m_session({m_store, m_client, m_vault, m_prices, m_clock, &m_storeDesk.contexts()})
    , m_canary({m_store, m_client, m_vault, m_prices, m_clock}, m_client, m_session)
    , m_window(conversationSource(m_store), m_clock)
    , m_settingsDesk(
          {m_window, m_appearance, m_vault, m_settings, options.configFolder, options.remembers})
    , m_desk({m_window.chats(), m_store, m_session, m_settings, m_prices, m_clock})
    , m_teamDesk({m_window, m_store, m_desk, m_clock})
    , m_storageDesk({m_window.settings(), m_storeDesk, m_store, m_vault, m_clock})
    , m_moveDesk({m_window.settings().store(), m_store, m_vault, m_settings, m_clock, options.home,
                  options.isNamed})
    , m_templatesDesk({m_window.settings().templates(), m_window.chats().composer(), m_store})
    , m_exchange(m_window, m_store)
    , m_inspectorDesk({m_window.chats(), m_store, m_desk, m_session})
    , m_costs(*new CostSections(&m_window))
    , m_costsDesk({*new CostsPage(&m_window), m_store, m_clock})
    , m_replayDesk({*new ReplayPage(&m_window), m_store, m_prices, m_settings, m_clock})
    , m_limitsDesk({*new LimitsPage(&m_window), m_store, m_clock})
    , m_pricesDesk({*new PricesPage(&m_window), m_store, m_prices, m_settings, m_clock})
    , m_spendWatch({m_window.chats().spending(), m_store, m_prices, m_settings, m_clock})
    , m_providersDesk({m_window.providers(), m_store, m_vault, m_client, m_health, m_canary,
                       m_session.models(), m_prices, m_settings, m_clock})
    , m_labDesk({*new LabPage(&m_window),
                 {m_store, m_client, m_vault, m_prices, m_clock},
                 m_session,
                 m_settings})
{
    wire();
    wireStore();
    wireCosts();
    wireLab();
}

Composition::~Composition()
{
    if (!m_options.remembers)
        return;
    QSettings state(stateFile(m_options.configFolder), QSettings::IniFormat);
    m_window.remember(state);
}

void Composition::start()
{
    if (const auto url = m_practice.start()) {
        m_desk.setPracticeUrl(*url);
        m_providersDesk.setPracticeUrl(*url);
        m_labDesk.setPracticeUrl(*url);
    }
    m_settingsDesk.load();
    if (m_options.remembers)
        m_window.recall(QSettings(stateFile(m_options.configFolder), QSettings::IniFormat));
    openStore();
    m_window.show();
}

/// With the password that the keychain has for a server, which is no setting.
void Composition::openStore()
{
    Core::whenDone(MoveDesk::withPassword(m_vault, m_options.storeLocation), this,
                   [this](const Core::Result<QString> &location) {
                       Core::whenDone(
                           m_store.open(*location, m_options.dataFolder), this,
                           [this](const Core::Result<Core::StoreInfo> &info) { takeStore(info); });
                   });
}

void Composition::sayAtStart(NoticeBar::Tone tone, const QString &sentence)
{
    connect(this, &Composition::ready, &m_window,
            [this, tone, sentence] { m_window.notice().say(tone, sentence); });
}

void Composition::takeStore(const Core::Result<Core::StoreInfo> &info)
{
    m_moveDesk.storeOpened(info);
    if (!info) {
        // The error names the place without what only the server should read: a password.
        m_window.status().setStore(StatusLine::StoreKind::None, info.error().where);
        m_window.notice().say(NoticeBar::Tone::Bad, errorText(info.error()));
    } else {
        const QString problem = info->whyReadOnly ? errorText(*info->whyReadOnly) : QString();
        m_window.status().setStore(kindOf(*info), info->location);
        m_window.welcome().setDemoOffered(kindOf(*info) == StatusLine::StoreKind::Local);
        if (info->readOnly)
            m_window.notice().say(NoticeBar::Tone::Warning, problem);
        showWhatIsStored(*info);
        m_settingsDesk.greet(info->conversations == 0);
        m_desk.setUser(info->user);
        m_window.chats().list().load();
        reopenConversation();
        m_templatesDesk.load();
        m_store.listen();
        m_storeDesk.storeOpened(*info);
        m_storageDesk.storeOpened();
    }
    m_health.load();
    m_pricesDesk.refresh();
    m_canary.load();
    showSpendToday();
    emit ready();
}

/// The one that was open when the program ended, in whatever way.
void Composition::reopenConversation()
{
    if (!m_options.remembers)
        return;
    const QString path = stateFile(m_options.configFolder);
    m_desk.reopenConversation(
        QSettings(path, QSettings::IniFormat).value(openConversation).toString());
    // Written when it happens, and not when the program ends: it may be killed.
    connect(&m_desk, &ChatDesk::threadShown, this,
            [path, last = QString()](const Core::Thread &thread) mutable {
                const QString &id = thread.conversation.id;
                if (std::exchange(last, id) != id)
                    QSettings(path, QSettings::IniFormat).setValue(openConversation, id);
            });
}

void Composition::countConversations()
{
    Core::whenDone(m_store.info(), this, [this](const Core::Result<Core::StoreInfo> &info) {
        if (info)
            showWhatIsStored(*info);
    });
}

void Composition::showWhatIsStored(const Core::StoreInfo &info)
{
    ConversationPanel &list = m_window.chats().list();
    list.setTotal(info.conversations);
    list.filters().setTags(info.tags);
    list.filters().setProviders(info.providers);
}

void Composition::wire()
{
    connect(&m_settingsDesk, &SettingsDesk::applied, &m_desk, &ChatDesk::settingsChanged);
    connect(&m_settingsDesk, &SettingsDesk::applied, &m_storeDesk, &StoreDesk::settingsChanged);
    connect(&m_settingsDesk, &SettingsDesk::failed, this, &Composition::fail);
    connect(&m_storeDesk, &StoreDesk::failed, this, &Composition::fail);
    connect(&m_desk, &ChatDesk::failed, this, &Composition::fail);
    connect(&m_templatesDesk, &TemplatesDesk::failed, this, &Composition::fail);
    connect(&m_settingsDesk, &SettingsDesk::applied, &m_providersDesk,
            &ProvidersDesk::settingsChanged);
    connect(&m_providersDesk, &ProvidersDesk::settingsWanted, &m_settingsDesk,
            &SettingsDesk::apply);
    connect(&m_providersDesk, &ProvidersDesk::failed, this, &Composition::fail);
    connect(&m_settingsDesk, &SettingsDesk::applied, this, &Composition::showHealth);
    connect(&m_health, &Core::HealthKeeper::changed, this, &Composition::showHealth);
    connect(&m_desk, &ChatDesk::spendChanged, this, &Composition::showSpendToday);
    connect(&m_desk, &ChatDesk::inFlightChanged, &m_window.status(), &StatusLine::setInFlight);
    connect(&m_exchange, &ExchangeDesk::failed, this, &Composition::fail);
    connect(&m_exchange, &ExchangeDesk::imported, &m_window.chats().list(),
            &ConversationPanel::load);
    connect(&m_exchange, &ExchangeDesk::imported, this, &Composition::countConversations);
    connect(&m_desk, &ChatDesk::countChanged, this, &Composition::countConversations);
    connect(&m_teamDesk, &TeamDesk::countChanged, this, &Composition::countConversations);
    connect(&m_window.commandPalette(), &CommandPalette::patternChanged, this,
            &Composition::findForPalette);
}

void Composition::wireStore()
{
    connect(&m_settingsDesk, &SettingsDesk::applied, &m_storageDesk, &StorageDesk::settingsChanged);
    connect(&m_moveDesk, &MoveDesk::settingsWanted, &m_settingsDesk, &SettingsDesk::apply);
    connect(&m_moveDesk, &MoveDesk::restartWanted, this, [] { QApplication::exit(startAnew); });
    connect(&m_storageDesk, &StorageDesk::restoreWanted, this, [this](const QString &copy) {
        m_copyToRestore = copy;
        QApplication::exit(startAnew);
    });
    connect(&m_window.settings().store(), &StoreCard::folderOpenAsked, this, [this] {
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QFileInfo(m_options.storeLocation).absolutePath()));
    });
}

void Composition::wireCosts()
{
    m_costs.setPage(CostSections::Section::Overview, &m_costsDesk.page());
    m_costs.setPage(CostSections::Section::WhatIf, &m_replayDesk.page());
    m_costs.setPage(CostSections::Section::Limits, &m_limitsDesk.page());
    m_costs.setPage(CostSections::Section::Prices, &m_pricesDesk.page());
    m_window.setPage(MainWindow::Page::Costs, &m_costs);
    connect(&m_window, &MainWindow::pageShown, this, [this](MainWindow::Page page) {
        if (page == MainWindow::Page::Costs)
            refreshCosts();
    });
    connect(&m_costs, &CostSections::sectionShown, this, &Composition::refreshCosts);
    connect(&m_replayDesk, &ReplayDesk::failed, &m_desk, &ChatDesk::failed);
    connect(&m_desk, &ChatDesk::planned, this,
            [this](const Core::ContextPlan &plan, const Core::Attempt &request) {
                m_spendWatch.look(m_desk.currentId(), plan, request);
            });
    connect(&m_pricesDesk, &PricesDesk::failed, &m_desk, &ChatDesk::failed);
    connect(&m_pricesDesk, &PricesDesk::repriced, this, &Composition::showSpendToday);
    connect(&m_limitsDesk, &LimitsDesk::changed, this, &Composition::showSpendToday);
    connect(&m_limitsDesk, &LimitsDesk::failed, &m_desk, &ChatDesk::failed);
    connect(&m_costsDesk, &CostsDesk::conversationActivated, this,
            [this](const QString &conversation, const QString &message) {
                m_window.showPage(MainWindow::Page::Chats);
                m_desk.openConversation(conversation, message);
            });
    connect(&m_costsDesk, &CostsDesk::failed, &m_desk, &ChatDesk::failed);
}

void Composition::refreshCosts()
{
    switch (m_costs.section()) {
    case CostSections::Section::Overview:
        return m_costsDesk.refresh();
    case CostSections::Section::WhatIf:
        return m_replayDesk.refresh();
    case CostSections::Section::Limits:
        return m_limitsDesk.refresh();
    case CostSections::Section::Prices:
        return m_pricesDesk.refresh();
    }
}

void Composition::wireLab()
{
    m_window.setPage(MainWindow::Page::Lab, &m_labDesk.page());
    connect(&m_window, &MainWindow::pageShown, &m_labDesk, [this](MainWindow::Page page) {
        if (page == MainWindow::Page::Lab)
            m_labDesk.show(m_desk.currentId());
    });
    connect(&m_labDesk, &LabDesk::messageActivated, this,
            [this](const QString &conversation, const QString &message) {
                m_window.showPage(MainWindow::Page::Chats);
                m_desk.openConversation(conversation, message);
            });
    connect(&m_labDesk.page(), &LabPage::chatsRequested, &m_window, &MainWindow::goToChats);
    connect(&m_labDesk.page(), &LabPage::replayRequested, this, [this] {
        m_costs.show(CostSections::Section::WhatIf);
        m_window.showPage(MainWindow::Page::Costs);
    });
    connect(&m_labDesk, &LabDesk::spendChanged, this, &Composition::showSpendToday);
    connect(&m_labDesk, &LabDesk::failed, &m_desk, &ChatDesk::failed);
}

/// The newest conversations, which the palette matches by their titles, and those in which
/// the words occur.
void Composition::findForPalette(const QString &pattern)
{
    constexpr int newest = 200;
    constexpr int found = 20;
    if (pattern.trimmed().isEmpty())
        return m_window.commandPalette().setConversations({});
    Core::whenDone(
        m_store.conversations({.pinnedFirst = false}, std::nullopt, newest), this,
        [this, pattern](const Core::Result<Core::ConversationPage> &page) {
            QList<Core::Conversation> rows = page ? page->rows : QList<Core::Conversation>();
            Core::whenDone(
                m_store.search(pattern, {}, found), this,
                [this, pattern, rows](const Core::Result<QList<Core::SearchHit>> &hits) mutable {
                    if (pattern != m_window.commandPalette().pattern())
                        return; // one has typed on
                    if (hits)
                        for (const Core::SearchHit &hit : *hits)
                            addOnce(rows, hit.conversation);
                    m_window.commandPalette().setConversations(rows);
                });
        });
}

void Composition::fail(const Core::Error &error)
{
    m_window.notice().say(NoticeBar::Tone::Bad, errorText(error));
}

/// Of the provider that new conversations ask.
void Composition::showHealth()
{
    m_window.status().setHealth(m_settings.provider,
                                healthState(m_health.book().of(m_settings.provider)));
}

void Composition::showSpendToday()
{
    const QDate today = m_clock.now().toLocalTime().date();
    const QList<qint64> bounds{today.startOfDay().toMSecsSinceEpoch(),
                               today.addDays(1).startOfDay().toMSecsSinceEpoch()};
    Core::whenDone(m_store.chargeSums(bounds, Core::SumBy::Nothing), this,
                   [this](const Core::Result<QList<Core::ChargeSum>> &sums) {
                       if (!sums)
                           return;
                       Core::ChargeTotals total;
                       for (const Core::ChargeSum &sum : *sums)
                           total += sum.totals;
                       showSpend(total);
                   });
}

void Composition::showSpend(const Core::ChargeTotals &spent)
{
    Core::whenDone(m_store.value(Core::spendLimitsName()), this,
                   [this, spent](const Core::Result<QString> &json) {
                       const auto limits = json ? Core::spendLimitsFromJson(*json) : json.error();
                       m_window.status().setSpend(
                           spent.cost,
                           limits ? Core::wholeBudget(*limits, Core::SpendLimit::Period::Day)
                                  : std::nullopt,
                           int(spent.unpriced));
                   });
}
