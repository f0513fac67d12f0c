#include "app/movedesk.h"

#include "core/base/async.h"
#include "core/base/redact.h"
#include "core/store/serveraddress.h"
#include "ui/base/errortext.h"
#include "ui/settings/storetexts.h"

#include <QDir>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using Tone = ToneLabel::Tone;

namespace {

bool isOnServer(const QString &location)
{
    return location.contains("://"_L1);
}

/// A password is bound to the server, the database and the user that it was given for.
QString passwordName(const QString &location)
{
    const auto address = Core::ServerAddress::fromUrl(location);
    return address ? u"store "_s + address->shown() : QString();
}

QString without(const QString &location)
{
    if (!isOnServer(location))
        return QDir::fromNativeSeparators(location);
    QUrl url(location);
    url.setPassword({});
    return url.toString(QUrl::FullyEncoded);
}

QString joined(const QString &location, const QByteArray &password)
{
    QUrl url(location);
    if (!password.isEmpty() && url.password().isEmpty())
        url.setPassword(QString::fromUtf8(password), QUrl::DecodedMode);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

MoveDesk::MoveDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.card, &StoreCard::testAsked, this, &MoveDesk::test);
    connect(&parts.card, &StoreCard::moveAsked, this, &MoveDesk::move);
    connect(&parts.card, &StoreCard::useAsked, this, &MoveDesk::use);
    connect(&parts.card, &StoreCard::stopAsked, this, [this] {
        if (m_move)
            m_move->cancel();
    });
}

MoveDesk::~MoveDesk()
{
    m_move.reset(); // before the store that it writes to
}

void MoveDesk::storeOpened(const Core::Result<Core::StoreInfo> &info)
{
    StoreCard::Shown shown{.isNamed = m_parts.isNamed};
    if (info) {
        m_location = info->location;
        shown.location = info->location;
        shown.isServer = isOnServer(info->location);
        shown.user = info->user;
        shown.role = info->role;
        shown.problem = info->whyReadOnly ? errorText(*info->whyReadOnly) : QString();
    } else {
        shown.problem = errorText(info.error());
    }
    m_parts.card.setStore(shown);
    if (info && shown.isServer)
        m_parts.card.setTarget(m_parts.home);
}

QFuture<Core::Result<QString>> MoveDesk::withPassword(Core::KeyVault &vault,
                                                      const QString &location)
{
    using Answer = Core::Result<QString>;
    const QString name = isOnServer(location) ? passwordName(location) : QString();
    if (name.isEmpty() || !QUrl(location).password().isEmpty()
        || vault.place(name) == Core::KeyVault::Place::None)
        return Core::readyFuture(Answer(location));
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    Core::whenDone(vault.key(name), &vault,
                   [promise, location](const Core::Result<QByteArray> &kept) {
                       const QByteArray password =
                           kept ? QByteArray::fromPercentEncoding(*kept) : QByteArray();
                       Core::rememberSecret(password);
                       promise->addResult(Answer(joined(location, password)));
                       promise->finish();
                   });
    return promise->future();
}

/// With the password that was typed, or else the one that is kept.
void MoveDesk::whole(const QString &location, const QByteArray &password,
                     const std::function<void(const QString &)> &then)
{
    m_parts.card.say(Tone::Quiet, {});
    Core::rememberSecret(password);
    if (!isOnServer(location) || !password.isEmpty())
        return then(isOnServer(location) ? joined(location, password) : location);
    Core::whenDone(withPassword(m_parts.vault, location), this,
                   [then](const Core::Result<QString> &url) {
                       if (url)
                           then(*url);
                   });
}

void MoveDesk::test(const QString &location, const QByteArray &password)
{
    m_parts.card.setBusy(true);
    whole(location, password, [this](const QString &url) {
        Core::whenDone(Core::probeStore(url), this,
                       [this](const Core::Result<Core::StoreProbe> &found) { take(found); });
    });
}

void MoveDesk::take(const Core::Result<Core::StoreProbe> &found)
{
    m_parts.card.setBusy(false);
    if (!found)
        return sayError(found.error());
    const Core::StoreProbe probe = *found;
    const bool isSame = probe.info.location == m_location;
    m_parts.card.setUsable(probe.isThere && !probe.isNewer() && !isSame);
    m_parts.card.say(probe.isNewer() ? Tone::Warning : Tone::Good, [probe, isSame] {
        return isSame ? StoreTexts::sameStore() : StoreTexts::found(probe);
    });
}

void MoveDesk::move(const QString &location, const QByteArray &password)
{
    m_parts.card.setBusy(true, true);
    whole(location, password, [this](const QString &url) {
        m_target = std::make_unique<Core::ConversationStore>(m_parts.clock);
        Core::whenDone(m_target->open(url), this,
                       [this](const Core::Result<Core::StoreInfo> &info) {
                           if (!info)
                               return end(info.error());
                           if (info->whyReadOnly)
                               return end(*info->whyReadOnly);
                           begin();
                       });
    });
}

void MoveDesk::begin()
{
    m_move = std::make_unique<Core::StoreMove>(m_parts.store, *m_target);
    connect(m_move.get(), &Core::StoreMove::progressed, this, [this](const Core::MoveCount &count) {
        m_parts.card.setProgress(count.conversations, count.total);
        m_parts.card.say(Tone::Quiet, [count] { return StoreTexts::moving(count); });
    });
    Core::whenDone(m_move->run(), this,
                   [this](const Core::Result<Core::MoveCount> &count) { end(count); });
}

void MoveDesk::end(const Core::Result<Core::MoveCount> &count)
{
    if (m_move)
        m_move.release()->deleteLater(); // it may be the one that tells
    if (m_target)
        m_target.release()->deleteLater();
    m_parts.card.setBusy(false);
    if (!count && count.error().kind == Core::Error::Kind::Cancelled)
        return m_parts.card.say(Tone::Warning, [] { return StoreTexts::stopped(); });
    if (!count)
        return sayError(count.error());
    const Core::MoveCount done = *count;
    const bool isWhole = done.different.isEmpty() && done.leftOut.isEmpty();
    m_parts.card.setUsable(true);
    m_parts.card.say(isWhole ? Tone::Good : Tone::Warning,
                     [done] { return StoreTexts::moved(done); });
}

void MoveDesk::use(const QString &location, const QByteArray &password)
{
    if (password.isEmpty() || !isOnServer(location))
        return keepPlace(location);
    Core::whenDone(m_parts.vault.setKey(passwordName(location), password.toPercentEncoding()), this,
                   [this, location](const Core::Result<Core::KeyVault::Place> &kept) {
                       kept ? keepPlace(location) : sayError(kept.error());
                   });
}

void MoveDesk::keepPlace(const QString &location)
{
    Core::Settings settings = m_parts.settings;
    settings.storeLocation = location == m_parts.home ? QString() : without(location);
    emit settingsWanted(settings);
    if (m_parts.isNamed)
        return m_parts.card.say(Tone::Warning, [] { return StoreTexts::namedByHand(); });
    emit restartWanted();
}

void MoveDesk::sayError(const Core::Error &error)
{
    m_parts.card.say(Tone::Bad, [error] { return errorText(error); });
}
