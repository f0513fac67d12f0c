#include "core/session/repricelook.h"

#include "core/base/async.h"

#include <QtConcurrent>

#include <algorithm>

namespace Core {

namespace {

constexpr int daysAtOnce = 7;

} // namespace

RepriceLook::RepriceLook(ConversationStore &store, const PriceList &prices,
                         const QList<Provider> &providers, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_prices(prices)
    , m_providers(providers)
{
}

QFuture<Result<RepricePreview>> RepriceLook::look(const RepriceQuery &query)
{
    m_promise.start();
    m_repricer = std::make_shared<Repricer>(query, m_prices, m_providers);
    whenDone(m_store.chargeSpan(query.from, query.to), this,
             [this](const Result<std::optional<ChargeSpan>> &span) {
                 span ? begin(*span) : end(span.error());
             });
    return m_promise.future();
}

void RepriceLook::begin(const std::optional<ChargeSpan> &span)
{
    if (!span)
        return end(m_repricer->preview());
    m_next = span->first;
    m_end = span->last.addMSecs(1);
    readNext();
}

void RepriceLook::readNext()
{
    if (m_next >= m_end)
        return end(m_repricer->preview());
    const QDateTime from = std::exchange(m_next, std::min(m_end, m_next.addDays(daysAtOnce)));
    whenDone(m_store.charges(from, m_next), this, [this](const Result<QList<Charge>> &charges) {
        charges ? take(*charges) : end(charges.error());
    });
}

void RepriceLook::take(const QList<Charge> &charges)
{
    const auto work = [repricer = m_repricer, charges] {
        repricer->add(charges);
        return true;
    };
    whenDone(QtConcurrent::run(work), this, [this](bool) { readNext(); });
}

void RepriceLook::end(const Result<RepricePreview> &preview)
{
    m_promise.addResult(preview);
    m_promise.finish();
}

} // namespace Core
