#pragma once

#include "app/commands/verb.h"
#include "core/base/clock.h"
#include "core/cost/pricelist.h"
#include "core/store/conversationstore.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

/// Whether there is a store. A file that was lost counts as there: opening it tells that it is
/// gone.
Core::Result<bool> isStoreThere(const QString &location);

/// Says that there is none.
QString noStoreText(const QString &location);

/// The store that a verb was called with, open. Lives as long as the verb runs.
class OpenedStore
{
public:
    OpenedStore();

    /// What to do where there is no store. A verb that only reads makes none: it reads nothing,
    /// and says so, since the name may be mistyped.
    enum class Missing { Empty, Refuse, Make };

    /// Opens it; an error is printed already and is the verb's exit status.
    std::optional<Exit> open(const Invocation &call, Missing missing = Missing::Empty);
    std::optional<Exit> open(const Invocation &call, const QString &location,
                             Missing missing = Missing::Empty);

    Core::ConversationStore &operator*() { return m_store; }
    Core::ConversationStore *operator->() { return &m_store; }
    const Core::StoreInfo &info() const { return m_info; }

    /// The price list of the program with the prices that the store holds.
    Core::Result<Core::PriceList> prices();

private:
    Core::Result<Core::StoreInfo> openEmpty(const QString &shown);

    std::unique_ptr<QTemporaryDir> m_folder; ///< of the store that is read where there is none
    Core::SystemClock m_clock;
    Core::ConversationStore m_store;
    Core::StoreInfo m_info;
};

/// The price list of the program with the prices that the store of the call holds, where there is
/// such a store. None is made for it.
Core::Result<Core::PriceList> pricesOf(const Invocation &call);

/// The conversation that SOURCE names: an id of the store, or a file (FILE, FILE#N), whose
/// own message ids are kept.
Core::Result<Core::Bundle> bundleOf(const Invocation &call, const QString &source);
