#include "core/session/demowriter.h"

#include "core/base/async.h"
#include "core/session/recall.h"

#include <QtConcurrent>

#include <algorithm>
#include <numeric>

namespace Core {

namespace {

constexpr int lotSize =
    2000; // so large, because each transaction writes most leaves of the indexes
constexpr int mostWaiting = 2; // lots that wait for the disk
constexpr int mostProbed = 24; // enough to look at in the lab

QList<Bundle> made(const DemoMonth &month, int first, int count)
{
    QList<int> numbers(count);
    std::iota(numbers.begin(), numbers.end(), first);
    return QtConcurrent::blockingMapped(numbers,
                                        [&month](int number) { return month.bundle(number); });
}

} // namespace

DemoWriter::DemoWriter(ConversationStore &store, const DemoMonth &month, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_month(month)
{
}

QFuture<Result<DemoCount>> DemoWriter::write()
{
    m_promise.start();
    makeNext();
    return m_promise.future();
}

void DemoWriter::makeNext()
{
    if (m_hasEnded || m_isMaking || m_waiting >= mostWaiting)
        return;
    const int count = std::min(lotSize, m_month.size() - m_made);
    if (count == 0) {
        if (m_waiting == 0)
            end(m_count);
        return;
    }
    m_isMaking = true;
    const int first = std::exchange(m_made, m_made + count);
    whenDone(QtConcurrent::run(made, m_month, first, count), this,
             [this](const QList<Bundle> &lot) { take(lot); });
}

void DemoWriter::take(const QList<Bundle> &lot)
{
    m_isMaking = false;
    ++m_waiting;
    whenDone(m_store.importBundles(lot), this,
             [this, lot](const Result<QList<ImportCount>> &added) {
                 --m_waiting;
                 if (!added)
                     return end(added.error());
                 count(lot, *added);
                 makeNext();
             });
    makeNext();
}

void DemoWriter::count(const QList<Bundle> &lot, const QList<ImportCount> &added)
{
    for (qsizetype i = 0; i < lot.size(); ++i) {
        const int index = m_counted++;
        if (added[i].added && m_probed < mostProbed)
            keepProbes(index);
        if (!added[i].added) {
            ++m_count.alreadyThere;
            continue;
        }
        ++m_count.conversations;
        m_count.messages += added[i].messagesAdded;
        m_count.attempts += lot[i].attempts.size();
        m_count.charges += lot[i].charges.size();
        for (const Charge &charge : lot[i].charges)
            m_count.cost += charge.amount.value_or(Money());
    }
    emit progressed(m_count);
}

/// Where they cannot be kept, the lab has none; the month is whole all the same.
void DemoWriter::keepProbes(int index)
{
    const QList<Probe> probes = m_month.probes(index);
    if (probes.isEmpty())
        return;
    ++m_probed;
    (void)m_store.setValue(probesName(probes.first().source),
                           QString::fromUtf8(probesToJson(probes)));
}

void DemoWriter::end(const Result<DemoCount> &result)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_promise.addResult(result);
    m_promise.finish();
}

} // namespace Core
