#pragma once

#include "app/commands/verb.h"
#include "core/base/clock.h"
#include "core/cost/pricelist.h"
#include "core/store/conversationstore.h"

#include <memory>
#include <optional>

/// The store that a verb was called with, open. Lives as long as the verb runs.
class OpenedStore
{
public:
    OpenedStore();

    /// What to do where there is no store: a verb that only reads makes none, since a mistyped
    /// name would look like a store without anything in it.
    enum class Missing { Refuse, Make };

    /// Opens it; an error is printed already and is the verb's exit status.
    std::optional<Exit> open(const Invocation &call, Missing missing = Missing::Refuse);
    std::optional<Exit> open(const Invocation &call, const QString &location,
                             Missing missing = Missing::Refuse);

    Core::ConversationStore &operator*() { return m_store; }
    Core::ConversationStore *operator->() { return &m_store; }
    const Core::StoreInfo &info() const { return m_info; }

    /// The price list of the program with the prices that the store holds.
    Core::Result<Core::PriceList> prices();

private:
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
