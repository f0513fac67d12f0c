#include "ui/mainwindow/mainwindow.h"

#include "ui/base/noticebar.h"
#include "ui/composer/composer.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/chatspage.h"
#include "ui/mainwindow/conversationheader.h"
#include "ui/mainwindow/rail.h"
#include "ui/mainwindow/statusline.h"
#include "ui/palette/commandpalette.h"
#include "ui/providers/providerspage.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/welcomepage.h"
#include "ui/thread/threadview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using Command = WindowCommands::Command;

namespace {

constexpr int pageCount = int(MainWindow::Page::Welcome) + 1;
constexpr int stateVersion = 1; // of what remember() writes

} // namespace

MainWindow::MainWindow(const ConversationSource &source, const Core::Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_chats(new ChatsPage(source, clock, this))
    , m_providers(new ProvidersPage(this))
    , m_settings(new SettingsPage(this))
    , m_welcome(new WelcomePage(this))
    , m_rail(new Rail(this))
    , m_status(new StatusLine(this))
    , m_notice(new NoticeBar(this))
    , m_commands(new WindowCommands(this))
    , m_palette(new CommandPalette(this))
    , m_pages(new QStackedWidget(this))
{
    build();
    wire();
    wireCommands();
    retranslate();
}

void MainWindow::setPage(Page page, QWidget *view)
{
    QWidget *old = m_pages->widget(int(page));
    m_pages->removeWidget(old);
    old->deleteLater();
    m_pages->insertWidget(int(page), view);
    m_pages->setCurrentIndex(int(m_page));
}

void MainWindow::showPage(Page page)
{
    m_page = page;
    m_pages->setCurrentIndex(int(page));
    m_rail->setPlace(page == Page::Welcome ? Rail::Place::Chats : Rail::Place(page));
    emit pageShown(page);
}

void MainWindow::remember(QSettings &state) const
{
    state.setValue(u"window/geometry"_s, saveGeometry());
    state.setValue(u"chats/panels"_s, m_chats->saveState(stateVersion));
}

void MainWindow::recall(const QSettings &state)
{
    restoreGeometry(state.value(u"window/geometry"_s).toByteArray());
    m_chats->recall(state.value(u"chats/panels"_s).toByteArray(), stateVersion);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::build()
{
    for (int page = 0; page < pageCount; ++page)
        m_pages->addWidget(new QWidget(m_pages));
    setPage(Page::Chats, m_chats);
    setPage(Page::Providers, m_providers);
    setPage(Page::Settings, m_settings);
    setPage(Page::Welcome, m_welcome);

    auto *middle = new QWidget(this);
    auto *across = new QHBoxLayout(middle);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_rail);
    auto *main = new QVBoxLayout;
    main->setSpacing(0);
    m_notice->setContentsMargins(8, 8, 8, 8); // its own, so that it takes no room when hidden
    main->addWidget(m_notice);
    main->addWidget(m_pages, 1);
    across->addLayout(main, 1);

    auto *all = new QWidget(this);
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(middle, 1);
    layout->addWidget(m_status);
    setCentralWidget(all);
    m_chats->composer().setFocus();
    setMinimumSize(820, 520);
    resize(1280, 800);
}

void MainWindow::wire()
{
    connect(m_rail, &Rail::chosen, this, [this](Rail::Place place) {
        if (place == Rail::Place::Chats)
            goToChats();
        else
            showPage(Page(place));
    });
    connect(&m_chats->header(), &ConversationHeader::listToggled, m_chats,
            [this] { m_chats->showList(!m_chats->isListShown()); });
    connect(&m_chats->header(), &ConversationHeader::inspectorToggled, m_chats,
            [this] { m_chats->showInspector(!m_chats->isInspectorShown()); });
    connect(m_palette, &CommandPalette::conversationChosen, this,
            [this](const QString &id) { emit m_chats->list().chosen(id); });
    connect(&m_chats->list(), &ConversationPanel::newAsked, this,
            [this] { showPage(Page::Chats); });
    connect(&m_chats->list(), &ConversationPanel::chosen, this, [this] { showPage(Page::Chats); });
    connect(m_status, &StatusLine::healthClicked, this, [this] { showPage(Page::Providers); });
    connect(m_status, &StatusLine::spendClicked, this, [this] { showPage(Page::Costs); });
    connect(m_status, &StatusLine::storeClicked, this, [this] { showPage(Page::Settings); });
}

void MainWindow::wireCommands()
{
    const auto on = [this](Command command, auto &&done) {
        connect(&m_commands->action(command), &QAction::triggered, this, done);
    };
    on(Command::ShowPalette, [this] { openPalette(); });
    on(Command::SearchMessages, [this] {
        showPage(Page::Chats);
        m_chats->showList(true);
        m_chats->list().focusSearch();
    });
    on(Command::FindInConversation, [this] { m_chats->thread().openFind(); });
    on(Command::RenameConversation, [this] { m_chats->list().renameCurrent(); });
    on(Command::PinConversation, [this] { m_chats->list().pinCurrent(); });
    on(Command::RemoveConversation, [this] { m_chats->list().removeCurrent(); });
    on(Command::PreviousConversation, [this] { m_chats->list().goToPrevious(); });
    on(Command::ConversationAbove, [this] { m_chats->list().step(-1); });
    on(Command::ConversationBelow, [this] { m_chats->list().step(1); });
    on(Command::NewConversation, [this] { emit m_chats->list().newAsked(); });
    on(Command::GoToComposer, [this] {
        showPage(Page::Chats);
        m_chats->composer().setFocus(Qt::ShortcutFocusReason);
    });
    on(Command::StopAnswer, [this] { emit m_chats->composer().stopRequested(); });
    on(Command::GoToChats, [this] { goToChats(); });
    on(Command::GoToLab, [this] { showPage(Page::Lab); });
    on(Command::GoToCosts, [this] { showPage(Page::Costs); });
    on(Command::GoToProviders, [this] { showPage(Page::Providers); });
    on(Command::GoToSettings, [this] { showPage(Page::Settings); });
    on(Command::ShowWelcome, [this] { showPage(Page::Welcome); });
    on(Command::ToggleList, [this] { m_chats->showList(!m_chats->isListShown()); });
    on(Command::ToggleInspector, [this] { m_chats->showInspector(!m_chats->isInspectorShown()); });
    on(Command::AddProvider, [this] {
        showPage(Page::Providers);
        m_providers->add();
    });
    on(Command::Import, [this] { emit m_chats->list().importAsked(); });
    on(Command::Export, [this] { emit m_chats->list().exportAsked(m_chats->list().currentId()); });
    on(Command::Quit, [this] { close(); });
}

void MainWindow::openPalette()
{
    QList<QAction *> commands = m_commands->all();
    commands.removeOne(&m_commands->action(Command::ShowPalette));
    if (!m_chats->list().currentId().isEmpty())
        commands += m_chats->header().choices();
    m_palette->open(commands);
}

void MainWindow::retranslate()
{
    setWindowTitle(u"Skein"_s);
    m_commands->retranslate();
}
