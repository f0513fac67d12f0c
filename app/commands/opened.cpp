#include "app/commands/opened.h"

#include "app/commands/wait.h"
#include "core/cost/pricejson.h"
#include "core/exchange/sourcereader.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

OpenedStore::OpenedStore()
    : m_store(m_clock)
{
}

std::optional<Exit> OpenedStore::open(const Invocation &call)
{
    return open(call, call.storeLocation());
}

std::optional<Exit> OpenedStore::open(const Invocation &call, const QString &location)
{
    const auto info = waitFor(m_store.open(location));
    if (!info)
        return call.failed(info.error());
    m_info = *info;
    return std::nullopt;
}

Core::Result<Core::PriceList> OpenedStore::prices()
{
    const auto json = waitFor(m_store.value(Core::ownPricesName()));
    if (!json)
        return json.error();
    const auto own = Core::ownPricesFromJson(json->toUtf8());
    if (!own)
        return own.error();
    return Core::PriceList::shipped().with(*own);
}

Core::Result<Core::PriceList> pricesOf(const Invocation &call)
{
    const QString location = call.storeLocation();
    if (!location.contains("://"_L1) && !QFileInfo::exists(location))
        return Core::PriceList::shipped();
    OpenedStore store;
    const auto info = waitFor(store->open(location));
    if (!info)
        return info.error();
    return store.prices();
}

Core::Result<Core::Bundle> bundleOf(const Invocation &call, const QString &source)
{
    const QString path = Core::sourceNameOf(source).path;
    if (path == "-"_L1 || QFileInfo::exists(path))
        return Core::readConversation(source, {.ids = Core::IdRule::KeepSource});
    OpenedStore store;
    const auto info = waitFor(store->open(call.storeLocation()));
    if (!info)
        return info.error();
    auto bundle = waitFor(store->bundle(source));
    if (!bundle && bundle.error().kind == Core::Error::Kind::NotFound)
        return Core::Error{.kind = Core::Error::Kind::NotFound,
                           .detail = u"a file or conversation \"%1\""_s.arg(source.left(200))};
    return bundle;
}
