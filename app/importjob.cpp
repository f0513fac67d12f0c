#include "app/importjob.h"

#include "core/base/async.h"
#include "core/chat/branch.h"
#include "core/exchange/sourcefiles.h"

#include <QtConcurrent>

namespace {

constexpr int lotsOnTheirWay = 2; // one is read while one is written
constexpr qsizetype conversationsOfLot = 200;
constexpr qsizetype messagesOfLot = 5000; // long conversations fill it earlier

} // namespace

ImportJob::ImportJob(Core::ConversationStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_room(lotsOnTheirWay)
{
}

ImportJob::~ImportJob()
{
    m_cancelled = true;
    m_room.release(lotsOnTheirWay + 1); // a reader that waits for room goes on and sees it
    m_reading.waitForFinished();
}

QFuture<Core::Result<ImportReport>> ImportJob::start(const QStringList &paths,
                                                     const QString &format, Wording words)
{
    m_promise.start();
    m_reading = QtConcurrent::run([=, this] { return read(paths, format, words); });
    Core::whenDone(m_reading, this, [this](const Read &done) {
        m_reading = {}; // a future whose result was taken is never finished again
        end(done);
    });
    return m_promise.future();
}

/// Runs on another thread.
ImportJob::Read ImportJob::read(const QStringList &paths, const QString &format, Wording words)
{
    Read done;
    QList<Core::Bundle> lot;
    qsizetype messages = 0;
    const auto handOver = [&] {
        if (!lot.isEmpty())
            hand(std::exchange(lot, {}));
        messages = 0;
    };
    const auto take = [&](Core::Bundle bundle, int) {
        messages += bundle.messages.size();
        lot.append(std::move(bundle));
        if (lot.size() >= conversationsOfLot || messages >= messagesOfLot)
            handOver();
        return !m_cancelled;
    };
    const Core::ReadOptions options{.format = format,
                                    .goOn = [this](qint64, qint64) { return !m_cancelled; }};
    for (const QString &path : paths) {
        const auto left = Core::readSource(path, options, take);
        if (m_cancelled)
            break;
        handOver();
        if (left) {
            done.leftOut += *left;
        } else {
            ++done.unreadable;
            done.leftOut.append({Core::sourceLabel(path), words(left.error())});
        }
    }
    // The last lots are written before the end is told.
    m_room.acquire(lotsOnTheirWay);
    return done;
}

/// Runs on another thread.
void ImportJob::hand(QList<Core::Bundle> lot)
{
    m_room.acquire();
    if (m_cancelled) {
        m_room.release();
        return;
    }
    QMetaObject::invokeMethod(this, [this, lot = std::move(lot)] { put(lot); });
}

void ImportJob::put(const QList<Core::Bundle> &lot)
{
    Core::whenDone(m_store.importBundles(lot), this,
                   [this, lot](const Core::Result<QList<Core::ImportCount>> &counts) {
                       if (counts) {
                           count(lot, *counts);
                       } else {
                           m_error = counts.error();
                           m_cancelled = true;
                       }
                       m_room.release();
                   });
}

void ImportJob::count(const QList<Core::Bundle> &lot, const QList<Core::ImportCount> &counts)
{
    for (qsizetype i = 0; i < counts.size(); ++i) {
        m_report.messages += counts[i].messagesAdded;
        if (counts[i].added) {
            ++m_report.conversations;
            m_report.branches += Core::MessageTree(lot[i].messages).branchCount();
        } else {
            ++m_report.alreadyThere;
        }
    }
    emit progressed(m_report.conversations + m_report.alreadyThere);
}

void ImportJob::end(const Read &done)
{
    m_report.leftOut = done.leftOut;
    m_report.unreadable = done.unreadable;
    if (m_error)
        m_promise.addResult(*m_error);
    else if (m_cancelled)
        m_promise.addResult(Core::Error{Core::Error::Kind::Cancelled, {}});
    else
        m_promise.addResult(m_report);
    m_promise.finish();
}
