#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "app/composition.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/chatspage.h"
#include "ui/settings/settingspage.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

using Page = MainWindow::Page;

struct View
{
    QString name;
    Page page;
    std::optional<Inspector::Tab> tab = std::nullopt; ///< of the newest answer
    std::optional<CostSections::Section> section = std::nullopt;
    LabPage::Tab lab = LabPage::Tab::Compare;
    bool probes = false; ///< below the lab's matrix
    bool repricing = false; ///< above the list of prices
    bool storage = false; ///< the settings of where conversations are
};

const std::array pages{
    View{u"chats"_s, Page::Chats},
    View{u"inspector-context"_s, Page::Chats, Inspector::Tab::Context},
    View{u"inspector-request"_s, Page::Chats, Inspector::Tab::Request},
    View{u"inspector-cost"_s, Page::Chats, Inspector::Tab::Cost},
    View{u"lab"_s, Page::Lab, std::nullopt},
    View{.name = u"lab-probes"_s, .page = Page::Lab, .probes = true},
    View{.name = u"lab-time"_s, .page = Page::Lab, .lab = LabPage::Tab::Time},
    View{.name = u"lab-experiments"_s, .page = Page::Lab, .lab = LabPage::Tab::Experiments},
    View{u"costs"_s, Page::Costs, std::nullopt},
    View{.name = u"what-if"_s, .page = Page::Costs, .section = CostSections::Section::WhatIf},
    View{.name = u"limits"_s, .page = Page::Costs, .section = CostSections::Section::Limits},
    View{.name = u"prices"_s, .page = Page::Costs, .section = CostSections::Section::Prices},
    View{.name = u"re-pricing"_s,
         .page = Page::Costs,
         .section = CostSections::Section::Prices,
         .repricing = true},
    View{u"providers"_s, Page::Providers},
    View{u"settings"_s, Page::Settings},
    View{.name = u"storage"_s, .page = Page::Settings, .storage = true},
    View{u"welcome"_s, Page::Welcome},
};

QStringList pageNames()
{
    QStringList names;
    for (const View &view : pages)
        names += view.name;
    return names;
}

std::optional<QSize> sizeOf(const Invocation &call)
{
    const QStringList parts = call.value(u"size"_s, u"1280x800"_s).split(u'x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() == 2 && size.width() >= 640 && size.height() >= 480 && size.width() <= 7680
        && size.height() <= 4320)
        return size;
    call.usageError(u"--size takes WIDTHxHEIGHT from 640x480 to 7680x4320, not \"%1\""_s.arg(
        call.value(u"size"_s)));
    return std::nullopt;
}

/// Lets the views load and paint: until the window looks the same for a while. There is no
/// event that says that all of them are done.
QPixmap settled(QWidget &window)
{
    constexpr int stepMs = 150;
    constexpr int alike = 4;
    constexpr int mostSteps = 60;
    QImage last;
    for (int step = 0, same = 0; step < mostSteps && same < alike; ++step) {
        QTest::qWait(stepMs);
        QImage now = window.grab().toImage();
        same = now == last ? same + 1 : 0;
        last = std::move(now);
    }
    return QPixmap::fromImage(last);
}

/// What a busy machine is still adding up stands still for long enough to be taken as settled.
void waitForSums(Composition &composition)
{
    settled(composition.window());
    (void)QTest::qWaitFor([&] { return composition.overview().isComplete(); }, 30'000);
}

void show(const View &view, Composition &composition)
{
    composition.window().showPage(view.page);
    composition.costs().show(view.section.value_or(CostSections::Section::Overview));
    composition.prices().showRepricing(view.repricing);
    if (view.storage)
        composition.window().settings().showStorage();
    if (view.page == Page::Lab) {
        settled(composition.window());
        composition.lab().showTab(view.lab);
        composition.lab().showProbes(view.probes);
    }
    if (!view.tab)
        return;
    composition.window().chats().showInspector(true);
    settled(composition.window());
    const ThreadModel &thread = composition.window().chats().thread().model();
    for (int row = thread.rowCount() - 1; row >= 0; --row) {
        if (thread.row(row).message.role == Core::Role::Assistant) {
            composition.inspector().showAnswer(thread.row(row).message.id);
            break;
        }
    }
    composition.inspector().showTab(*view.tab);
}

/// Where there is no store, one without conversations is shown in its place, and none is made: the
/// name may be mistyped.
QString shownStore(const Invocation &call, const QTemporaryDir &empty)
{
    const QString location = call.storeLocation();
    const auto there = isStoreThere(location);
    if (!there || *there) // opening it tells what is wrong
        return location;
    call.remark(noStoreText(location));
    return empty.filePath(u"empty.db"_s);
}

Exit take(const Invocation &call, const QSize &size, const QStringList &views)
{
    const QDir folder(call.positional().first());
    const QTemporaryDir empty;
    Composition composition({.storeLocation = shownStore(call, empty),
                             .configFolder = call.configFolder(),
                             .remembers = false});
    MainWindow &window = composition.window();
    bool isReady = false;
    QObject::connect(&composition, &Composition::ready, [&] { isReady = true; });
    composition.start();
    composition.settings().setLanguage(call.value(u"language"_s, u"en"_s));
    composition.settings().setTheme(call.value(u"theme"_s, u"light"_s));
    window.resize(size);
    QApplication::setCursorFlashTime(0); // a picture does not blink
    if (!QTest::qWaitFor([&] { return isReady; }, 30'000))
        return call.failed({Core::Error::Kind::StoreBusy, u"it does not open"_s, u"the store"_s});
    settled(window);
    ConversationListModel &list = window.chats().list().model();
    const QString newest = list.rowCount() > 0
        ? list.index(0).data(ConversationListModel::ConversationRole).value<Core::Conversation>().id
        : QString();
    const QString shown = call.value(u"conversation"_s, newest);
    if (!shown.isEmpty())
        composition.desk().openConversation(shown);
    settled(window);
    QJsonArray written;
    for (const View &view : pages) {
        if (!views.contains(view.name))
            continue;
        show(view, composition);
        if (view.page == Page::Costs)
            waitForSums(composition);
        const QString path = folder.filePath(view.name + u".png"_s);
        if (!settled(window).save(path))
            return call.failed(
                {Core::Error::Kind::FileAccess, u"the picture cannot be written"_s, path});
        if (!call.json())
            printLine(path);
        written.append(path);
    }
    if (call.json())
        printJson({{u"pictures"_s, written}});
    return Exit::Done;
}

/// Says that the conversation is not there; the newest one would be shown instead.
std::optional<Exit> unknownConversation(const Invocation &call)
{
    const QString id = call.value(u"conversation"_s);
    if (id.isEmpty())
        return std::nullopt;
    OpenedStore store;
    if (const auto ended = store.open(call))
        return ended;
    const auto found = waitFor(store->conversation(id));
    if (found)
        return std::nullopt;
    if (found.error().kind != Core::Error::Kind::NotFound)
        return call.failed(found.error());
    return call.refused(
        u"there is no conversation \"%1\"; skein list names those there are"_s.arg(id.left(200)));
}

Exit run(Invocation &call)
{
    if (call.positional().size() != 1)
        return call.usageError(u"name one DIR for the pictures"_s);
    const auto size = sizeOf(call);
    const auto theme = call.oneOf(u"theme"_s, {u"light"_s, u"dark"_s}, u"light"_s);
    const auto language = call.oneOf(u"language"_s, {u"en"_s, u"vi"_s}, u"en"_s);
    if (!size || !theme || !language)
        return Exit::Usage;
    const QStringList views = call.isSet(u"view"_s) ? call.values(u"view"_s) : pageNames();
    for (const QString &view : views) {
        if (!pageNames().contains(view))
            return call.usageError(noSuch(u"view"_s, view, pageNames()));
    }
    const QString folder = call.positional().first();
    if (!QDir().mkpath(folder))
        return call.failed({Core::Error::Kind::FileAccess, u"the folder cannot be made"_s, folder});
    if (const auto ended = unknownConversation(call))
        return *ended;
    return take(call, *size, views);
}

} // namespace

Verb screenshotVerb()
{
    return {.name = u"screenshot"_s,
            .arguments = u"DIR"_s,
            .most = 1,
            .summary = u"Write pictures of the views; no display is needed."_s,
            .example = u"skein screenshot pictures --theme dark --language vi"_s,
            .options = {{u"view"_s, u"A,B"_s, pageNames().join(u", "_s) + u"; may be repeated."_s},
                        {u"language"_s, u"L"_s, u"en or vi."_s},
                        {u"theme"_s, u"T"_s, u"light or dark."_s},
                        {u"conversation"_s, u"ID"_s, u"Which one is open (the newest)."_s},
                        {u"size"_s, u"WxH"_s, u"In pixels (1280x800)."_s}},
            .run = run};
}
