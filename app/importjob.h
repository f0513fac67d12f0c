#pragma once

#include "core/exchange/sourcereader.h"
#include "core/store/conversationstore.h"

#include <QObject>
#include <QPromise>
#include <QSemaphore>

#include <atomic>

/// What an import has done.
struct ImportReport
{
    qint64 conversations = 0; ///< that were added
    qint64 branches = 0; ///< of those
    qint64 messages = 0; ///< also those added to conversations that were there
    qint64 alreadyThere = 0;
    QList<Core::LeftOut> leftOut;
    int unreadable = 0; ///< files of which nothing could be read; they are in `leftOut` too
};

/// Reads files on another thread and stores what is in them, a lot at a time, so that neither a
/// window stands still nor more than a few lots are in memory.
class ImportJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportJob)

public:
    /// `store` must outlive the job, which ends within a lot when it is destroyed.
    explicit ImportJob(Core::ConversationStore &store, QObject *parent = nullptr);
    ~ImportJob() override;

    /// Called once. An error of the store ends it; a file that cannot be read is left out, and
    /// `words` says why for a person.
    using Wording = QString (*)(const Core::Error &error);
    QFuture<Core::Result<ImportReport>> start(const QStringList &paths, const QString &format,
                                              Wording words);
    /// What is stored stays; the future ends with Cancelled.
    void cancel() { m_cancelled = true; }

signals:
    void progressed(qint64 conversations);

private:
    struct Read
    {
        QList<Core::LeftOut> leftOut;
        int unreadable = 0;
    };

    Read read(const QStringList &paths, const QString &format, Wording words);
    void hand(QList<Core::Bundle> lot);
    void put(const QList<Core::Bundle> &lot);
    void count(const QList<Core::Bundle> &lot, const QList<Core::ImportCount> &counts);
    void end(const Read &done);

    Core::ConversationStore &m_store;
    ImportReport m_report;
    std::optional<Core::Error> m_error;
    QPromise<Core::Result<ImportReport>> m_promise;
    QFuture<Read> m_reading;
    QSemaphore m_room; ///< for lots on their way
    std::atomic<bool> m_cancelled = false;
};
