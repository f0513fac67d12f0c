#include "core/session/demowriter.h"

#include "core/base/async.h"
#include "core/session/recall.h"

#include <algorithm>
#include <memory>

namespace Core {

namespace {

// Large, because each transaction writes most leaves of those indexes whose keys come in no order;
// but a few steps are seen of every month.
constexpr int leastLot = 500;
constexpr int mostLot = 5000;
constexpr int steps = 10;
constexpr int mostWaiting = 2; // lots that the store was asked to write
constexpr int mostProbed = 24; // enough to look at in the lab

/// What a conversation comes to, where it is new.
DemoCount countOf(const Bundle &bundle)
{
    DemoCount count{
        .conversations = 1, .attempts = bundle.attempts.size(), .charges = bundle.charges.size()};
    for (const Charge &charge : bundle.charges)
        count.cost += charge.amount.value_or(Money());
    return count;
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
    writeNext();
    return m_promise.future();
}

void DemoWriter::writeNext()
{
    const int lot = std::clamp(m_month.size() / steps, leastLot, mostLot);
    for (; !m_hasEnded && m_waiting < mostWaiting && m_begun < m_month.size(); ++m_waiting)
        writeLot(std::min(lot, m_month.size() - m_begun));
    if (m_waiting == 0)
        end(m_count);
}

void DemoWriter::writeLot(int size)
{
    const int first = std::exchange(m_begun, m_begun + size);
    const auto made = std::make_shared<std::vector<DemoCount>>(size_t(size));
    const auto make = [month = m_month, first, made](qsizetype i) {
        const Bundle bundle = month.bundle(first + int(i));
        (*made)[size_t(i)] = countOf(bundle);
        return bundle;
    };
    whenDone(m_store.importBundles(size, make), this,
             [this, first, made](const Result<QList<ImportCount>> &added) {
                 --m_waiting;
                 if (!added)
                     return end(added.error());
                 count(first, *made, *added);
                 writeNext();
             });
}

void DemoWriter::count(int first, const std::vector<DemoCount> &made,
                       const QList<ImportCount> &added)
{
    for (qsizetype i = 0; i < added.size(); ++i) {
        if (!added[i].added) {
            ++m_count.alreadyThere;
            continue;
        }
        if (m_probed < mostProbed)
            keepProbes(first + int(i));
        const DemoCount &each = made[size_t(i)];
        m_count.conversations += each.conversations;
        m_count.messages += added[i].messagesAdded;
        m_count.attempts += each.attempts;
        m_count.charges += each.charges;
        m_count.cost += each.cost;
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
