#include "ui/settings/welcomepage.h"

#include "ui/settings/welcomechoice.h"

#include <QEvent>
#include <QVBoxLayout>

WelcomePage::WelcomePage(QWidget *parent)
    : ColumnPage(parent)
    , m_practice(new WelcomeChoice(Icons::Name::Chats, content()))
    , m_provider(new WelcomeChoice(Icons::Name::Providers, content()))
    , m_server(new WelcomeChoice(Icons::Name::Lab, content()))
    , m_import(new WelcomeChoice(Icons::Name::Import, content()))
    , m_demo(new WelcomeChoice(Icons::Name::Costs, content()))
{
    for (WelcomeChoice *choice : {m_practice, m_server, m_provider, m_import, m_demo})
        column()->addWidget(choice);
    column()->addStretch();
    m_practice->setFirst();
    m_server->hide();
    wire();
    retranslate();
}

void WelcomePage::setLocalServer(const QString &name, const QUrl &url)
{
    m_serverName = name;
    m_serverUrl = url;
    m_server->setVisible(!url.isEmpty());
    retranslate();
}

void WelcomePage::setDemoOffered(bool isOffered)
{
    m_demo->setVisible(isOffered);
}

void WelcomePage::changeEvent(QEvent *event)
{
    ColumnPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WelcomePage::wire()
{
    connect(m_practice, &WelcomeChoice::chosen, this, &WelcomePage::practiceChosen);
    connect(m_provider, &WelcomeChoice::chosen, this, &WelcomePage::providerChosen);
    connect(m_import, &WelcomeChoice::chosen, this, &WelcomePage::importChosen);
    connect(m_demo, &WelcomeChoice::chosen, this, &WelcomePage::demoChosen);
    connect(m_server, &WelcomeChoice::chosen, this,
            [this] { emit localServerChosen(m_serverName, m_serverUrl); });
}

void WelcomePage::retranslate()
{
    setTexts(tr("Welcome to Skein"),
             tr("See what the model sees, and what it costs. Choose how to begin; the other ways "
                "stay open."));
    m_practice->setTexts(tr("Try it without a key"),
                         tr("The practice provider on this machine answers from the text it is "
                            "sent. It sends nothing anywhere, and says that it is "
                            "practice."),
                         tr("Start"));
    m_server->setTexts(tr("Use %1 on this machine").arg(m_serverName),
                       tr("A model server answers at %1.").arg(m_serverUrl.toDisplayString()),
                       tr("Use it"));
    m_provider->setTexts(tr("Connect a provider"),
                         tr("Pick one, paste its key and test the connection. The key goes into "
                            "this system's keychain."),
                         tr("Connect…"));
    m_import->setTexts(tr("Bring your conversations along"),
                       tr("Exports of ChatGPT, Claude, Open WebUI, LibreChat and others are read "
                          "with their branches, times and models."),
                       tr("Import…"));
    m_demo->setTexts(tr("Look around with demo data"),
                     tr("A month of made-up support conversations in Vietnamese and English with "
                        "their costs."),
                     tr("Load"));
}
