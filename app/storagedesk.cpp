#include "app/storagedesk.h"

#include "core/base/async.h"
#include "core/store/storeprobe.h"
#include "ui/base/errortext.h"
#include "ui/settings/cachecard.h"
#include "ui/settings/copiescard.h"
#include "ui/settings/storetexts.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using Tone = ToneLabel::Tone;

StorageDesk::StorageDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    wireCache();
    wireCopies();
    showCopies();
}

void StorageDesk::storeOpened()
{
    settingsChanged();
}

void StorageDesk::settingsChanged()
{
    showPasswordPlace();
    showCopies();
}

void StorageDesk::showPasswordPlace()
{
    m_parts.page.cache().setPlace(m_parts.vault.place(TeamCache::passwordName()),
                                  TeamCache::passwordName());
}

// --- the shared cache ---

void StorageDesk::wireCache()
{
    CacheCard &card = m_parts.page.cache();
    if (const QString own = qEnvironmentVariable("SKEIN_REDIS"); !own.isEmpty())
        card.setFixed(own);
    connect(&card, &CacheCard::passwordEntered, this, &StorageDesk::enterPassword);
    connect(&card, &CacheCard::passwordRemoveAsked, this, &StorageDesk::removePassword);
    connect(&card, &CacheCard::testAsked, this, &StorageDesk::testCache);
    connect(&card, &CacheCard::addressChanged, this, [&card] { card.say({}); });
    connect(&m_parts.desk.cache().cache(), &Core::SharedCache::problemChanged, this, [this] {
        const auto &problem = m_parts.desk.cache().cache().problem();
        if (problem)
            showCache(*problem, 0);
    });
    connect(&m_parts.desk, &StoreDesk::passwordDropped, this, &StorageDesk::showPasswordPlace);
    connect(&m_parts.desk, &StoreDesk::cacheRefused, this,
            [this](const Core::Error &error) { showCache(error, 0); });
}

void StorageDesk::enterPassword(const QByteArray &password)
{
    Core::whenDone(m_parts.vault.setKey(TeamCache::passwordName(), password), this,
                   [this](const Core::Result<Core::KeyVault::Place> &kept) {
                       CacheCard &card = m_parts.page.cache();
                       if (!kept)
                           return card.setPasswordProblem(errorText(kept.error()));
                       card.setPlace(*kept, TeamCache::passwordName());
                       m_parts.desk.cache().use(m_parts.desk.cache().address());
                   });
}

void StorageDesk::removePassword()
{
    Core::whenDone(m_parts.vault.removeKey(TeamCache::passwordName()), this,
                   [this](const Core::Result<void> &removed) {
                       if (!removed)
                           return m_parts.page.cache().setPasswordProblem(
                               errorText(removed.error()));
                       showPasswordPlace();
                       m_parts.desk.cache().use(m_parts.desk.cache().address());
                   });
}

void StorageDesk::testCache()
{
    m_parts.page.cache().say([] { return StoreTexts::asking(); });
    const qint64 begun = m_parts.clock.monotonicMs();
    Core::whenDone(m_parts.desk.cache().cache().ping(), this,
                   [this, begun](const Core::Result<void> &answer) {
                       showCache(answer, m_parts.clock.monotonicMs() - begun);
                   });
}

void StorageDesk::showCache(const Core::Result<void> &answer, qint64 ms)
{
    CacheCard &card = m_parts.page.cache();
    if (answer)
        return card.say([ms] { return StoreTexts::cacheAnswers(ms); });
    const Core::Error error = answer.error();
    if (error.kind == Core::Error::Kind::NotFound) // no address, or none that can be used
        return card.say({});
    card.say([error] { return StoreTexts::cacheProblem(error); });
}

// --- copies ---

void StorageDesk::wireCopies()
{
    CopiesCard &card = m_parts.page.copies();
    Core::BackupKeeper &backups = m_parts.desk.backups();
    connect(&card, &CopiesCard::copyAsked, this, [this, &card, &backups] {
        card.setMaking(true);
        backups.make();
    });
    connect(&backups, &Core::BackupKeeper::made, this, [this, &card] {
        card.setMaking(false);
        showCopies();
    });
    connect(&backups, &Core::BackupKeeper::failed, this, [&card](const Core::Error &error) {
        card.setMaking(false);
        card.say(Tone::Bad, [error] { return errorText(error); });
    });
    connect(&card, &CopiesCard::folderOpenAsked, this, [&backups] {
        QDir().mkpath(backups.folder());
        QDesktopServices::openUrl(QUrl::fromLocalFile(backups.folder()));
    });
    connect(&card, &CopiesCard::lookAsked, this, &StorageDesk::lookInto);
    connect(&card, &CopiesCard::restoreAsked, this, &StorageDesk::restoreWanted);
}

void StorageDesk::showCopies()
{
    const QString folder = m_parts.desk.backups().folder();
    m_parts.page.copies().setCopies(
        folder, folder.isEmpty() ? QStringList() : Core::BackupKeeper::copiesIn(folder));
}

void StorageDesk::lookInto(const QString &copy)
{
    Core::whenDone(Core::probeStore(copy), this,
                   [this, copy](const Core::Result<Core::StoreProbe> &found) {
                       const Core::Result<void> problem = !found ? found.error()
                           : found->isNewer()
                           ? Core::Error{.kind = Core::Error::Kind::StoreNewer, .where = copy}
                           : Core::Result<void>();
                       if (problem)
                           return consider(copy, *found);
                       m_parts.page.copies().say(
                           Tone::Bad, [error = problem.error()] { return errorText(error); });
                   });
}

void StorageDesk::consider(const QString &copy, const Core::StoreProbe &found)
{
    Core::whenDone(m_parts.store.info(), this,
                   [this, copy, found](const Core::Result<Core::StoreInfo> &now) {
                       const qint64 conversations = now ? now->conversations : 0;
                       m_parts.page.copies().ask(copy, [copy, found, conversations] {
                           return StoreTexts::beforeRestoring(copy, found, conversations);
                       });
                   });
}
