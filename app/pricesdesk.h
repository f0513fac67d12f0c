#pragma once

#include "core/base/clock.h"
#include "core/session/repricelook.h"
#include "core/settings/settings.h"
#include "core/store/conversationstore.h"
#include "ui/cost/pricespage.h"

#include <QObject>

/// Keeps the user's own prices in the store, and the price list of the program up to date with
/// them. The list is changed in the window's thread only. Looks what pricing the past anew would
/// do, and does it.
class PricesDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PricesDesk)

public:
    struct Parts
    {
        PricesPage &page;
        Core::ConversationStore &store;
        Core::PriceList &prices;
        const Core::Settings &settings;
        const Core::Clock &clock;
    };

    explicit PricesDesk(const Parts &parts, QObject *parent = nullptr);

    PricesPage &page() { return m_parts.page; }
    void refresh(); ///< the store is open, or the page came into view

signals:
    void failed(const Core::Error &error);
    void repriced(); ///< what was spent is another sum now

private:
    void take(const QList<Core::PriceRow> &own);
    void keep(const QList<Core::PriceRow> &own);
    void readCharged();
    void readLog();
    void look(const Core::RepriceQuery &query);
    void reprice(const Core::RepricePreview &preview, const QString &reason);

    Parts m_parts;
};
