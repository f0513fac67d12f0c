#include "app/pricesdesk.h"

#include "core/base/async.h"
#include "core/cost/pricejson.h"
#include "ui/cost/repricecard.h"

namespace {

constexpr qint64 msPerDay = 86'400'000;
constexpr qint64 daysLookedAt = 400; // models that were charged this long ago are not offered

QStringList keysOf(const QList<Core::ChargeSum> &sums)
{
    QStringList keys;
    for (const Core::ChargeSum &sum : sums) {
        if (!sum.key.isEmpty())
            keys += sum.key;
    }
    return keys;
}

} // namespace

PricesDesk::PricesDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.page, &PricesPage::ownPricesChanged, this, &PricesDesk::keep);
    RepriceCard &card = parts.page.repricing();
    connect(&card, &RepriceCard::previewRequested, this, &PricesDesk::look);
    connect(&card, &RepriceCard::confirmed, this, &PricesDesk::reprice);
    const QDate today = parts.clock.now().toUTC().date();
    card.setDays({today.year(), today.month(), 1}, today);
}

void PricesDesk::refresh()
{
    Core::whenDone(m_parts.store.value(Core::ownPricesName()), this,
                   [this](const Core::Result<QString> &json) {
                       const auto own =
                           json ? Core::ownPricesFromJson(json->toUtf8()) : json.error();
                       own ? take(*own) : emit failed(own.error());
                   });
    readCharged();
    readLog();
}

void PricesDesk::readCharged()
{
    const qint64 now = m_parts.clock.now().toMSecsSinceEpoch();
    const QList<qint64> bounds{now - daysLookedAt * msPerDay, now + msPerDay};
    Core::whenDone(m_parts.store.chargeSums(bounds, Core::SumBy::Provider), this,
                   [this](const Core::Result<QList<Core::ChargeSum>> &sums) {
                       if (sums)
                           m_parts.page.repricing().setProviders(keysOf(*sums));
                   });
    Core::whenDone(m_parts.store.chargeSums(bounds, Core::SumBy::Model), this,
                   [this](const Core::Result<QList<Core::ChargeSum>> &sums) {
                       if (sums)
                           m_parts.page.repricing().setModels(keysOf(*sums));
                   });
}

void PricesDesk::readLog()
{
    Core::whenDone(m_parts.store.repricings(), this,
                   [this](const Core::Result<QList<Core::Repricing>> &log) {
                       log ? m_parts.page.repricing().setLog(*log) : emit failed(log.error());
                   });
}

void PricesDesk::look(const Core::RepriceQuery &query)
{
    auto *look =
        new Core::RepriceLook(m_parts.store, m_parts.prices, m_parts.settings.providers, this);
    Core::whenDone(look->look(query), this,
                   [this, look](const Core::Result<Core::RepricePreview> &preview) {
                       look->deleteLater();
                       RepriceCard &card = m_parts.page.repricing();
                       preview ? card.showPreview(*preview) : card.showError(preview.error());
                   });
}

void PricesDesk::reprice(const Core::RepricePreview &preview, const QString &reason)
{
    const Core::Repricing entry =
        preview.entry(m_parts.settings.userName, reason, m_parts.clock.now());
    Core::whenDone(m_parts.store.reprice(entry, preview.charges), this,
                   [this, entry](const Core::Result<void> &done) {
                       if (!done)
                           return m_parts.page.repricing().showError(done.error());
                       m_parts.page.repricing().showDone(entry);
                       readLog();
                       emit repriced();
                   });
}

void PricesDesk::take(const QList<Core::PriceRow> &own)
{
    m_parts.prices = Core::PriceList::shipped().with(own);
    m_parts.page.setPrices(m_parts.prices);
}

void PricesDesk::keep(const QList<Core::PriceRow> &own)
{
    Core::whenDone(m_parts.store.setValue(Core::ownPricesName(),
                                          QString::fromUtf8(Core::ownPricesToJson(own))),
                   this, [this, own](const Core::Result<void> &kept) {
                       if (kept)
                           return take(own);
                       m_parts.page.showError(kept.error());
                   });
}
