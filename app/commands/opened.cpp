#include "app/commands/opened.h"

#include "app/commands/wait.h"
#include "core/exchange/sourcereader.h"

#include <QFileInfo>

OpenedStore::OpenedStore()
    : m_store(m_clock)
{
}

std::optional<Exit> OpenedStore::open(const Invocation &call)
{
    const auto info = waitFor(m_store.open(call.storeLocation()));
    if (!info)
        return call.failed(info.error());
    m_info = *info;
    return std::nullopt;
}

Core::Result<Core::Bundle> bundleOf(const Invocation &call, const QString &source)
{
    if (QFileInfo::exists(Core::sourceNameOf(source).path))
        return Core::readConversation(source, {.ids = Core::IdRule::KeepSource});
    OpenedStore store;
    const auto info = waitFor(store->open(call.storeLocation()));
    if (!info)
        return info.error();
    return waitFor(store->bundle(source));
}
