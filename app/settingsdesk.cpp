#include "app/settingsdesk.h"

#include "core/base/async.h"
#include "core/context/strategies.h"
#include "ui/base/errortext.h"
#include "ui/composer/composer.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/chatspage.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/welcomepage.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using Command = WindowCommands::Command;

SettingsDesk::SettingsDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    fillStrategies();
    wirePage();
    wireCommands();
    wireWelcome();
}

void SettingsDesk::load()
{
    auto settings = Core::loadSettings(m_parts.folder);
    m_maySave = settings && m_parts.saves;
    if (settings)
        m_parts.settings = *std::move(settings);
    else
        emit failed(settings.error());
    setTheme(m_parts.settings.theme);
    setLanguage(m_parts.settings.language);
    effect();
    m_parts.window.settings().setSettings(m_parts.settings);
    for (const Core::Provider &provider : m_parts.settings.providers)
        keyChanged(provider.name);
}

void SettingsDesk::greet(bool nothingIsThere)
{
    const bool greets = nothingIsThere && !m_parts.settings.welcomed;
    m_parts.window.setGreets(greets);
    if (greets && m_parts.window.page() == MainWindow::Page::Chats)
        m_parts.window.goToChats();
}

void SettingsDesk::apply(const Core::Settings &settings)
{
    if (settings == m_parts.settings)
        return;
    const Core::Settings before = std::exchange(m_parts.settings, settings);
    // What is set for now, as for pictures, stays while another thing changes.
    if (before.theme != settings.theme)
        setTheme(settings.theme);
    if (before.language != settings.language)
        setLanguage(settings.language);
    effect();
    if (!(m_parts.window.settings().settings() == settings))
        m_parts.window.settings().setSettings(settings);
    if (!m_maySave)
        return;
    if (const auto saved = Core::saveSettings(m_parts.folder, settings); !saved)
        emit failed(saved.error());
}

void SettingsDesk::keyChanged(const QString &provider)
{
    m_parts.window.settings().setKeyPlace(provider, m_parts.vault.place(provider));
}

void SettingsDesk::setTheme(const QString &theme)
{
    m_parts.appearance.setTheme(theme);
}

void SettingsDesk::setLanguage(const QString &language)
{
    QApplication::removeTranslator(&m_translator);
    QApplication::removeTranslator(&m_qtTranslator);
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    m_parts.window.setLocale(locale); // of numbers in fields that are there already
    // Qt's own words, on the buttons of its dialogs, come first so that ours win.
    if (m_qtTranslator.load(locale, u"qtbase"_s, u"_"_s,
                            QLibraryInfo::path(QLibraryInfo::TranslationsPath))
        || m_qtTranslator.load(locale, u"qtbase"_s, u"_"_s, u":/i18n"_s))
        QApplication::installTranslator(&m_qtTranslator);
    if (m_translator.load(locale, u"skein"_s, u"_"_s, u":/i18n"_s)
        || m_translator.load(u":/i18n/skein_en"_s)) // its plurals
        QApplication::installTranslator(&m_translator);
}

void SettingsDesk::wirePage()
{
    const SettingsPage &page = m_parts.window.settings();
    connect(&page, &SettingsPage::settingsChanged, this, &SettingsDesk::apply);
    connect(&page, &SettingsPage::keyEntered, this, &SettingsDesk::enterKey);
    connect(&page, &SettingsPage::keyRemoveAsked, this, &SettingsDesk::removeKey);
}

void SettingsDesk::wireCommands()
{
    const auto set = [this](Command command, QString Core::Settings::*field, const QString &value) {
        connect(&m_parts.window.commands().action(command), &QAction::triggered, this,
                [this, field, value] {
                    Core::Settings settings = m_parts.settings;
                    settings.*field = value;
                    apply(settings);
                });
    };
    set(Command::LightTheme, &Core::Settings::theme, u"light"_s);
    set(Command::DarkTheme, &Core::Settings::theme, u"dark"_s);
    set(Command::SystemTheme, &Core::Settings::theme, {});
    set(Command::English, &Core::Settings::language, u"en"_s);
    set(Command::Vietnamese, &Core::Settings::language, u"vi"_s);
}

void SettingsDesk::wireWelcome()
{
    const WelcomePage &welcome = m_parts.window.welcome();
    connect(&welcome, &WelcomePage::practiceChosen, this,
            [this] { emit m_parts.window.chats().list().newAsked(); });
    connect(&welcome, &WelcomePage::providerChosen,
            &m_parts.window.commands().action(Command::AddProvider), &QAction::trigger);
    connect(&welcome, &WelcomePage::providerChosen, this, &SettingsDesk::endGreeting);
    connect(&welcome, &WelcomePage::localServerChosen, this,
            [this](const QString &name, const QUrl &url) {
                Core::Settings settings = m_parts.settings;
                settings.providers.append({.name = name, .baseUrl = url, .needsKey = false});
                settings.provider = name;
                settings.model.clear();
                apply(settings);
                emit m_parts.window.chats().list().newAsked();
            });
    connect(&welcome, &WelcomePage::importChosen, this,
            [this] { emit m_parts.window.chats().list().importAsked(); });
    // A look at another page is no step; whatever leads to a conversation is one.
    connect(&m_parts.window, &MainWindow::pageShown, this, [this](MainWindow::Page page) {
        if (page == MainWindow::Page::Chats)
            endGreeting();
    });
}

void SettingsDesk::endGreeting()
{
    m_parts.window.setGreets(false);
    Core::Settings settings = m_parts.settings;
    settings.welcomed = true;
    apply(settings);
}

void SettingsDesk::effect()
{
    const Core::Settings &settings = m_parts.settings;
    ChatsPage &chats = m_parts.window.chats();
    chats.composer().setSendKey(settings.enterSends ? ComposerEdit::SendKey::Enter
                                                    : ComposerEdit::SendKey::ControlEnter);
    chats.list().setShowsCost(settings.costInList);
    chats.setAnimated(!settings.reducedMotion);
    emit applied();
}

void SettingsDesk::fillStrategies()
{
    QStringList strategies;
    for (const Core::Strategy &strategy : Core::strategies())
        strategies += strategy.id;
    m_parts.window.settings().setStrategies(strategies);
}

void SettingsDesk::enterKey(const QString &provider, const QByteArray &key)
{
    Core::whenDone(m_parts.vault.setKey(provider, key), this,
                   [this, provider](const Core::Result<Core::KeyVault::Place> &kept) {
                       if (kept)
                           keyChanged(provider);
                       else
                           m_parts.window.settings().setKeyProblem(provider,
                                                                   errorText(kept.error()));
                   });
}

void SettingsDesk::removeKey(const QString &provider)
{
    Core::whenDone(m_parts.vault.removeKey(provider), this,
                   [this, provider](const Core::Result<void> &removed) {
                       if (removed)
                           keyChanged(provider);
                       else
                           m_parts.window.settings().setKeyProblem(provider,
                                                                   errorText(removed.error()));
                   });
}
