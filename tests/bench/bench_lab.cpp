#include "app/labdesk.h"
#include "core/net/openaiclient.h"
#include "tests/support/inspectsamples.h"
#include "tests/support/storesamples.h"
#include "ui/base/appearance.h"
#include "ui/lab/labmatrix.h"
#include "ui/lab/timepane.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

/// Measures the lab on a long conversation, off screen: from the click to the first picture, from
/// an edited option to the picture with its plan, one frame of scrolling, and time travel. Run it
/// with QT_QPA_PLATFORM=offscreen; the conversation has as many turns as the first argument says.
/// What the window's thread alone has worked ("cpu") is the same however busy the machine is.

namespace {

constexpr QSize size(1280, 800);
constexpr int settleMs = 3000;

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[size_t(share * double(values.size() - 1))];
}

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Times of one kind of work, by the clock on the wall and by that of the window's thread.
class Times
{
public:
    void begin()
    {
        m_clock.start();
        m_cpu = cpuMs();
    }

    void end()
    {
        m_cpuTimes.push_back(cpuMs() - m_cpu);
        m_times.push_back(double(m_clock.nsecsElapsed()) / 1e6);
    }

    size_t size() const { return m_times.size(); }

    void print(const char *what) const
    {
        std::printf(
            "%-34s n %4zu   p50 %8.2f ms   p99 %8.2f ms   cpu: p50 %8.2f ms   p99 %8.2f ms\n", what,
            m_times.size(), percentile(m_times, 0.5), percentile(m_times, 0.99),
            percentile(m_cpuTimes, 0.5), percentile(m_cpuTimes, 0.99));
        std::fflush(stdout);
    }

private:
    QElapsedTimer m_clock;
    double m_cpu = 0;
    std::vector<double> m_times;
    std::vector<double> m_cpuTimes;
};

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
    bool isPlanned()
    {
        const QList<LabColumn> &columns = m_page.matrix().columns();
        return columns.size() == 4
            && std::all_of(columns.cbegin(), columns.cend(), [this](const LabColumn &column) {
                   return column.plan && column.plan->items.size() == m_page.matrix().rowCount();
               });
    }

    void open()
    {
        Times cards;
        Times plans;
        cards.begin();
        plans.begin();
        m_desk.show(u"c"_s);
        while (m_page.matrix().columnCount() < 4)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_page.repaint();
        cards.end();
        while (!isPlanned())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_page.repaint();
        plans.end();
        cards.print("first paint: messages and cards");
        plans.print("first paint with all plans");
        QTest::qWait(settleMs); // the replays for the cached share
    }

    void edit()
    {
        Times answers;
        Times plans;
        for (int last = 10; last < 30; ++last) {
            const TrialCard card = withOption(m_page.matrix().columns()[1].card, u"last"_s, last);
            const ContextPlan before = *m_page.matrix().columns()[1].plan;
            answers.begin();
            plans.begin();
            emit m_page.cardChanged(card);
            m_page.repaint();
            answers.end();
            if (last % 2 == 0) // an answer that would be first is left out, so every second is new
                continue;
            while (m_page.matrix().columns()[1].plan == before)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            m_page.repaint();
            plans.end();
        }
        answers.print("an option: the window answers");
        plans.print("an option: its plan is painted");
        QTest::qWait(settleMs);
    }

    void scroll()
    {
        QScrollBar *bar = m_page.table().verticalScrollBar();
        Times frames;
        for (int at = 0; at < bar->maximum() && frames.size() < 500; at += bar->maximum() / 450) {
            frames.begin();
            bar->setValue(at);
            m_page.table().viewport()->repaint();
            frames.end();
        }
        frames.print("one frame of scrolling");
    }

    void travel()
    {
        TimePane &time = m_page.time();
        m_page.showTab(LabPage::Tab::Time);
        Times frames;
        const int steps = 100;
        for (int step = 1; step <= steps; ++step) {
            frames.begin();
            time.setTurn(std::max(1, time.turns() * step / steps));
            m_page.repaint();
            QCoreApplication::processEvents();
            frames.end();
        }
        frames.print("one step through the turns");
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
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"turns"_s, u"Of the conversation (5000)."_s, u"[TURNS]"_s);
    parser.process(app);
    const Appearance appearance;
    Bench(std::max(10, parser.positionalArguments().value(0, u"5000"_s).toInt())).run();
    return 0;
}
