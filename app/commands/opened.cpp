#include "app/commands/opened.h"

#include "app/commands/wait.h"
#include "core/cost/pricejson.h"
#include "core/exchange/sourcereader.h"
#include "core/store/serveraddress.h"
#include "core/store/storeprobe.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

Core::Result<bool> isStoreThere(const QString &location)
{
    if (!location.contains("://"_L1)) {
        return QFileInfo(location).size() > 0 || QFileInfo::exists(location + u".id"_s)
            || QFileInfo(location + u"-wal"_s).size() > 0;
    }
    const auto probe = waitFor(Core::probeStore(location));
    return probe ? Core::Result<bool>(probe->isThere) : probe.error();
}

namespace {

/// A path, or a URL without its password.
QString shownPlace(const QString &location)
{
    if (!location.contains("://"_L1))
        return QFileInfo(location).absoluteFilePath();
    const auto address = Core::ServerAddress::fromUrl(location);
    return address ? address->shown() : QString();
}

} // namespace

QString noStoreText(const QString &location)
{
    return u"there is no store at %1; check --store, or begin one with skein import, chat or demo"_s
        .arg(shownPlace(location));
}

OpenedStore::OpenedStore()
    : m_store(m_clock)
{
}

std::optional<Exit> OpenedStore::open(const Invocation &call, Missing missing)
{
    return open(call, call.storeLocation(), missing);
}

std::optional<Exit> OpenedStore::open(const Invocation &call, const QString &location,
                                      Missing missing)
{
    const auto there = missing == Missing::Make ? Core::Result<bool>(true) : isStoreThere(location);
    if (!there)
        return call.failed(there.error());
    if (!*there && missing == Missing::Refuse)
        return call.refused(noStoreText(location));
    if (!*there)
        call.remark(noStoreText(location));
    const auto info = *there ? waitFor(m_store.open(location)) : openEmpty(shownPlace(location));
    if (!info)
        return call.failed(info.error());
    m_info = *info;
    return std::nullopt;
}

Core::Result<Core::StoreInfo> OpenedStore::openEmpty(const QString &shown)
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto opened = waitFor(m_store.open(m_folder->filePath(u"empty.db"_s)));
    if (!opened)
        return opened.error();
    Core::StoreInfo info = *opened;
    info.location = shown;
    return info;
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
    const auto there = isStoreThere(location);
    if (!there)
        return there.error();
    if (!*there)
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
    const Core::Error nothing{.kind = Core::Error::Kind::NotFound,
                              .detail = u"a file or conversation \"%1\""_s.arg(source.left(200))};
    const auto there = isStoreThere(call.storeLocation());
    if (!there || !*there)
        return there ? nothing : there.error();
    OpenedStore store;
    const auto info = waitFor(store->open(call.storeLocation()));
    if (!info)
        return info.error();
    auto bundle = waitFor(store->bundle(source));
    return !bundle && bundle.error().kind == Core::Error::Kind::NotFound ? nothing : bundle;
}
