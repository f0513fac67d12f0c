#include "app/pricesdesk.h"

#include "core/base/async.h"
#include "core/cost/pricejson.h"

PricesDesk::PricesDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.page, &PricesPage::ownPricesChanged, this, &PricesDesk::keep);
}

void PricesDesk::refresh()
{
    Core::whenDone(m_parts.store.value(Core::ownPricesName()), this,
                   [this](const Core::Result<QString> &json) {
                       const auto own =
                           json ? Core::ownPricesFromJson(json->toUtf8()) : json.error();
                       own ? take(*own) : emit failed(own.error());
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
