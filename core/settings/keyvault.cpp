#include "core/settings/keyvault.h"

#include "core/base/async.h"
#include "core/base/log.h"
#include "core/base/redact.h"

#include <qt6keychain/keychain.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int patienceMs = 10'000; // jobs that never finish exist: qtkeychain #240

const QString service = u"org.skein.Skein"_s;

/// A promise that a job's end and the clock compete for.
template <typename T>
class Race
{
public:
    Race() { m_promise.start(); }

    QFuture<T> future() const { return m_promise.future(); }

    void end(T value)
    {
        if (std::exchange(m_ended, true))
            return;
        m_promise.addResult(std::move(value));
        m_promise.finish();
    }

private:
    QPromise<T> m_promise;
    bool m_ended = false;
};

template <typename Job, typename T, typename Handler>
QFuture<T> runJob(Job *job, const std::shared_ptr<Race<T>> &race, Handler handler)
{
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [race, job, handler](QKeychain::Job *) { race->end(handler(*job)); });
    QTimer::singleShot(patienceMs, job, [race] {
        race->end(Error{Error::Kind::KeychainLocked, u"the keychain did not answer"_s});
    });
    job->start();
    return race->future();
}

bool isMissing(const QKeychain::Job &job)
{
    return job.error() == QKeychain::NoBackendAvailable || job.error() == QKeychain::NotImplemented;
}

QString indexPath(const QString &folder)
{
    return QDir(folder).filePath(u"keys-stored.json"_s);
}

/// Without what surrounds it, or each of several with commas between.
QByteArray withoutGaps(const QByteArray &key)
{
    QByteArrayList keys = key.split(',');
    for (QByteArray &each : keys)
        each = each.trimmed();
    return keys.join(',');
}

} // namespace

KeyVault::KeyVault(const QString &folder, bool useKeychain, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_useKeychain(useKeychain)
{
    loadIndex();
}

KeyVault::~KeyVault()
{
    for (QByteArray &key : m_thisRun)
        key.fill('\0');
}

QFuture<Result<QByteArray>> KeyVault::key(const QString &provider)
{
    using Answer = Result<QByteArray>;
    const QByteArray given = fromEnvironment(provider);
    if (!given.isEmpty()) {
        for (const QByteArray &each : given.split(','))
            rememberSecret(each.trimmed());
        return readyFuture(Answer(given));
    }
    if (m_thisRun.contains(provider) || !m_inKeychain.contains(provider) || !m_useKeychain)
        return readyFuture(Answer(m_thisRun.value(provider)));

    auto *job = new QKeychain::ReadPasswordJob(service, this);
    job->setKey(provider);
    return runJob(job, std::make_shared<Race<Answer>>(),
                  [](const QKeychain::ReadPasswordJob &read) -> Answer {
                      if (read.error() != QKeychain::NoError)
                          return Error{Error::Kind::KeychainLocked, read.errorString()};
                      rememberSecret(read.binaryData());
                      return read.binaryData();
                  });
}

QFuture<Result<KeyVault::Place>> KeyVault::setKey(const QString &provider, const QByteArray &key)
{
    using Answer = Result<Place>;
    const QByteArray trimmed = withoutGaps(key);
    const bool clean = !trimmed.isEmpty()
        && std::all_of(trimmed.begin(), trimmed.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (!clean)
        return readyFuture(Answer(Error{
            Error::Kind::BadInput, u"a key is one word of letters, digits and signs"_s, provider}));
    rememberSecret(trimmed);
    m_thisRun.insert(provider, trimmed);
    if (!m_useKeychain)
        return readyFuture(Answer(Place::ThisRun));

    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setKey(provider);
    job->setBinaryData(trimmed);
    return runJob(job, std::make_shared<Race<Answer>>(),
                  [this, provider](const QKeychain::WritePasswordJob &write) -> Answer {
                      if (write.error() != QKeychain::NoError) {
                          qCInfo(logSettings) << "keychain:" << write.errorString();
                          return Place::ThisRun;
                      }
                      m_inKeychain.insert(provider);
                      saveIndex();
                      return Place::Keychain;
                  });
}

QFuture<Result<void>> KeyVault::removeKey(const QString &provider)
{
    using Answer = Result<void>;
    m_thisRun.remove(provider);
    if (!m_inKeychain.contains(provider) || !m_useKeychain)
        return readyFuture(Answer());

    auto *job = new QKeychain::DeletePasswordJob(service, this);
    job->setKey(provider);
    return runJob(job, std::make_shared<Race<Answer>>(),
                  [this, provider](const QKeychain::DeletePasswordJob &remove) -> Answer {
                      if (remove.error() != QKeychain::NoError
                          && remove.error() != QKeychain::EntryNotFound && !isMissing(remove))
                          return Error{Error::Kind::KeychainLocked, remove.errorString()};
                      m_inKeychain.remove(provider);
                      saveIndex();
                      return {};
                  });
}

void KeyVault::setVariables(const QList<Provider> &providers)
{
    m_variables.clear();
    for (const Provider &provider : providers) {
        if (!provider.keyVariable.isEmpty())
            m_variables.insert(provider.name, provider.keyVariable.toLocal8Bit());
    }
}

QByteArray KeyVault::fromEnvironment(const QString &provider) const
{
    const QByteArray usual = qgetenv(keyVariable(provider).toLatin1().constData()).trimmed();
    if (!usual.isEmpty() || !m_variables.contains(provider))
        return usual;
    return qgetenv(m_variables.value(provider).constData()).trimmed();
}

KeyVault::Place KeyVault::place(const QString &provider) const
{
    if (!fromEnvironment(provider).isEmpty())
        return Place::Environment;
    if (m_useKeychain && m_inKeychain.contains(provider))
        return Place::Keychain;
    return m_thisRun.contains(provider) ? Place::ThisRun : Place::None;
}

void KeyVault::loadIndex()
{
    QFile file(indexPath(m_folder));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonArray names = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &name : names)
        m_inKeychain.insert(name.toString());
}

void KeyVault::saveIndex() const
{
    QStringList names = m_inKeychain.values();
    names.sort();
    QDir().mkpath(m_folder);
    QSaveFile file(indexPath(m_folder));
    const bool saved = file.open(QIODevice::WriteOnly)
        && file.write(QJsonDocument(QJsonArray::fromStringList(names)).toJson()) >= 0
        && file.commit();
    if (!saved)
        qCWarning(logSettings) << "the list of stored keys was not saved:" << file.errorString();
}

QString keyVariable(const QString &provider)
{
    QString name = u"SKEIN_KEY_"_s;
    for (const QChar c : provider.toUpper())
        name += (c.unicode() < 0x80 && c.isLetterOrNumber()) ? c : u'_';
    return name;
}

QString maskedKey(const QByteArray &key)
{
    constexpr qsizetype shown = 4;
    const QString dots(3, QChar(0x2022));
    return key.size() < 4 * shown ? dots : dots + QString::fromLatin1(key.right(shown));
}

} // namespace Core
