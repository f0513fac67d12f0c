#include "app/composition.h"

#include "core/base/async.h"
#include "ui/base/errortext.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/statusline.h"
#include "ui/settings/settingspage.h"

#include <QApplication>
#include <QSettings>
#include <QTime>

using namespace Qt::Literals::StringLiterals;

namespace {

QString stateFile(const QString &folder)
{
    return folder + u"/window.ini"_s;
}

} // namespace

Composition::Composition(const Options &options)
    : m_options(options)
    , m_vault(options.configFolder)
    , m_network(m_clock)
    , m_client(m_network, m_clock)
    , m_practice(m_clock, {})
    , m_store(m_clock)
    , m_session({m_store, m_client, m_vault, Core::PriceList::shipped(), m_clock})
    , m_window(conversationSource(m_store), m_clock)
    , m_desk(
          {m_window.chats(), m_store, m_session, m_settings, Core::PriceList::shipped(), m_clock})
{
    wireSettings();
}

Composition::~Composition()
{
    QSettings state(stateFile(m_options.configFolder), QSettings::IniFormat);
    m_window.remember(state);
}

void Composition::start()
{
    auto settings = Core::loadSettings(m_options.configFolder);
    if (settings)
        m_settings = *std::move(settings);
    else
        m_settingsProblem = settings.error();
    if (const auto url = m_practice.start())
        m_desk.setPracticeUrl(*url);
    applySettings(m_settings);
    m_window.recall(QSettings(stateFile(m_options.configFolder), QSettings::IniFormat));
    Core::whenDone(m_store.open(m_options.storeLocation), this,
                   [this](const Core::Result<Core::StoreInfo> &info) { takeStore(info); });
    m_window.show();
}

void Composition::takeStore(const Core::Result<Core::StoreInfo> &info)
{
    SettingsPage &page = m_window.settings();
    if (!info) {
        page.setStore(m_options.storeLocation, errorText(info.error()));
        m_window.status().setStore(StatusLine::StoreKind::None, m_options.storeLocation);
    } else {
        page.setStore(info->location,
                      info->whyReadOnly ? errorText(*info->whyReadOnly) : QString());
        m_window.status().setStore(info->readOnly ? StatusLine::StoreKind::ReadOnly
                                                  : StatusLine::StoreKind::Local,
                                   info->location);
        m_window.chats().list().setTotal(info->conversations);
    }
    m_window.chats().list().load();
    showSpendToday();
    emit ready();
}

void Composition::wireSettings()
{
    connect(&m_window.settings(), &SettingsPage::settingsChanged, this,
            &Composition::applySettings);
    connect(&m_desk, &ChatDesk::spendChanged, this, &Composition::showSpendToday);
    connect(&m_desk, &ChatDesk::inFlightChanged, &m_window.status(), &StatusLine::setInFlight);
}

void Composition::applySettings(const Core::Settings &settings)
{
    const bool changed = !(settings == m_settings);
    m_settings = settings;
    m_appearance.setTheme(settings.theme);
    setLanguage(settings.language);
    m_desk.settingsChanged();
    if (!changed) {
        m_window.settings().setSettings(settings);
        return;
    }
    if (const auto saved = Core::saveSettings(m_options.configFolder, settings); !saved)
        m_window.settings().setStore(m_options.storeLocation, errorText(saved.error()));
}

void Composition::setLanguage(const QString &language)
{
    QApplication::removeTranslator(&m_translator);
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    if (m_translator.load(locale, u"skein"_s, u"_"_s, u":/i18n"_s))
        QApplication::installTranslator(&m_translator);
}

void Composition::showSpendToday()
{
    const QDateTime now = m_clock.now();
    const QDateTime midnight = now.toLocalTime().date().startOfDay().toUTC();
    Core::whenDone(m_store.charges(midnight, now.addDays(1)), this,
                   [this](const Core::Result<QList<Core::Charge>> &charges) {
                       if (!charges)
                           return;
                       Core::Money sum;
                       int unpriced = 0;
                       for (const Core::Charge &charge : *charges) {
                           sum += charge.amount.value_or(Core::Money());
                           unpriced += charge.amount ? 0 : 1;
                       }
                       m_window.status().setSpend(sum, std::nullopt, unpriced);
                   });
}
