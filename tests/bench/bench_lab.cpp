#include "app/labdesk.h"
#include "core/net/openaiclient.h"
#include "tests/support/inspectsamples.h"
#include "tests/support/storesamples.h"
#include "ui/base/appearance.h"
#include "ui/lab/labmatrix.h"
#include "ui/lab/timepane.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

/// Measures the lab on a long conversation, off screen: from the click to the first picture, from
/// an edited option to the picture with its plan, one frame of scrolling, and time travel. Run it
/// with QT_QPA_PLATFORM=offscreen; the conversation has as many turns as the first argument says.

namespace {

constexpr QSize size(1280, 800);

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[size_t(share * double(values.size() - 1))];
}

void print(const char *what, const std::vector<double> &ms)
{
    std::printf("%-34s n %4zu   p50 %7.2f ms   p99 %7.2f ms   most %7.2f ms\n", what, ms.size(),
                percentile(ms, 0.5), percentile(ms, 0.99), percentile(ms, 1));
    std::fflush(stdout);
}

class Bench
{
public:
    explicit Bench(int turns)
        : m_folder(storeFolderTemplate())
    {
        m_settings.provider = u"practice"_s;
        valueOf(m_store.open(m_folder.filePath(u"store.db"_s)));
        QList<Message> messages = InspectSamples::thread(turns);
        QString parent;
        for (Message &message : messages) {
            message.conversationId = u"c"_s;
            message.parentId = std::exchange(parent, message.id);
        }
        std::printf("%lld messages, four cards, %dx%d\n", static_cast<long long>(messages.size()),
                    size.width(), size.height());
        valueOf(m_store.importBundles(
            {{.conversation = {.id = u"c"_s, .title = u"Orders"_s}, .messages = messages}}));
        m_page.resize(size);
        m_page.show();
        (void)QTest::qWaitForWindowExposed(&m_page);
    }

    void run()
    {
        open();
        edit();
        scroll();
        travel();
    }

private:
    /// Until every card has its plan on the screen.
    double untilPlanned(const QElapsedTimer &clock)
    {
        const auto planned = [this] {
            const QList<LabColumn> &columns = m_page.matrix().columns();
            return columns.size() == 4
                && std::all_of(columns.cbegin(), columns.cend(), [this](const LabColumn &column) {
                       return column.plan && column.plan->strategy == column.card.strategy
                           && column.plan->items.size() == m_page.matrix().rowCount();
                   });
        };
        while (!planned())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_page.repaint();
        return double(clock.nsecsElapsed()) / 1e6;
    }

    void open()
    {
        QElapsedTimer clock;
        clock.start();
        m_desk.show(u"c"_s);
        while (m_page.matrix().columnCount() < 4)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_page.repaint();
        print("first paint: messages and cards", {double(clock.nsecsElapsed()) / 1e6});
        print("first paint with all plans", {untilPlanned(clock)});
        QTest::qWait(3000); // the replays for the cached share
    }

    void edit()
    {
        std::vector<double> blocked;
        std::vector<double> times;
        for (int last = 10; last < 50; ++last) {
            const TrialCard card = withOption(m_page.matrix().columns()[1].card, u"last"_s, last);
            QElapsedTimer clock;
            clock.start();
            emit m_page.cardChanged(card);
            m_page.repaint();
            blocked.push_back(double(clock.nsecsElapsed()) / 1e6);
            while (sentMessages(*m_page.matrix().columns()[1].plan) > last + 2
                   || sentMessages(*m_page.matrix().columns()[1].plan) < last - 2)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            m_page.repaint();
            times.push_back(double(clock.nsecsElapsed()) / 1e6);
        }
        print("an option: the window answers", blocked);
        print("an option: its plan is painted", times);
        QTest::qWait(3000);
    }

    void scroll()
    {
        QScrollBar *bar = m_page.table().verticalScrollBar();
        std::vector<double> frames;
        for (int at = 0; at < bar->maximum() && frames.size() < 1000; at += bar->maximum() / 900) {
            QElapsedTimer clock;
            clock.start();
            bar->setValue(at);
            m_page.table().viewport()->repaint();
            frames.push_back(double(clock.nsecsElapsed()) / 1e6);
        }
        print("one frame of scrolling", frames);
    }

    void travel()
    {
        TimePane &time = m_page.time();
        m_page.showTab(LabPage::Tab::Time);
        std::vector<double> frames;
        const int steps = 200;
        for (int step = 1; step <= steps; ++step) {
            QElapsedTimer clock;
            clock.start();
            time.setTurn(std::max(1, time.turns() * step / steps));
            m_page.repaint();
            QCoreApplication::processEvents();
            frames.push_back(double(clock.nsecsElapsed()) / 1e6);
        }
        print("one step through the turns", frames);
    }

    SystemClock m_clock;
    OpenAiClient m_client{m_clock};
    Settings m_settings;
    QTemporaryDir m_folder;
    ConversationStore m_store{m_clock};
    KeyVault m_vault{m_folder.path(), false};
    ChatSession m_session{{m_store, m_client, m_vault, PriceList::shipped(), m_clock}};
    LabPage m_page;
    LabDesk m_desk{{m_page,
                    {m_store, m_client, m_vault, PriceList::shipped(), m_clock},
                    m_session,
                    m_settings}};
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const Appearance appearance;
    const int turns = argc > 1 ? QByteArray(argv[1]).toInt() : 5000;
    Bench(std::max(10, turns)).run();
    return 0;
}
