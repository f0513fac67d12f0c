#pragma once

#include "core/cost/repricer.h"
#include "core/store/conversationstore.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>

namespace Core {

/// Looks what a re-pricing would do, reading the charges a week at a time and computing off the
/// caller's thread. Changes nothing.
class RepriceLook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepriceLook)

public:
    /// `store` must outlive it.
    RepriceLook(ConversationStore &store, const PriceList &prices, const QList<Provider> &providers,
                QObject *parent = nullptr);

    /// Once. Cancelled where it is destroyed before it is done.
    QFuture<Result<RepricePreview>> look(const RepriceQuery &query);

private:
    void begin(const std::optional<ChargeSpan> &span);
    void readNext();
    void take(const QList<Charge> &charges);
    void end(const Result<RepricePreview> &preview);

    ConversationStore &m_store;
    PriceList m_prices;
    QList<Provider> m_providers;
    QPromise<Result<RepricePreview>> m_promise;
    std::shared_ptr<Repricer> m_repricer; ///< in one thread at a time
    QDateTime m_next;
    QDateTime m_end;
};

} // namespace Core
