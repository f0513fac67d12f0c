#pragma once

#include "core/base/id.h"
#include "core/store/conversationstore.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QUrl>

#include <optional>

/// Where a test keeps its store: in memory where the system has such a folder, because tests
/// of what is stored need not wait for a disk.
inline QString storeFolderTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath())
        + QStringLiteral("/skein-store-XXXXXX");
}

/// A place for a new store, gone with this object: a file, or, where SKEIN_TEST_ENGINE is
/// "postgres", a database of this program's own on the server that SKEIN_TEST_POSTGRES names. There
/// is one place at a time.
class TestPlace
{
    Q_DISABLE_COPY_MOVE(TestPlace)

public:
    enum class Kind { File, Server };

    static Kind kind()
    {
        return qEnvironmentVariable("SKEIN_TEST_ENGINE") == QStringLiteral("postgres")
            ? Kind::Server
            : Kind::File;
    }
    /// Why tests of this kind of place are skipped; empty: they are not.
    static QString whySkipped(Kind kind = TestPlace::kind())
    {
        return kind == Kind::Server && qEnvironmentVariableIsEmpty("SKEIN_TEST_POSTGRES")
            ? QStringLiteral("SKEIN_TEST_POSTGRES is not set: eval \"$(tests/servers/start)\"")
            : QString();
    }

    explicit TestPlace(Kind kind = TestPlace::kind())
    {
        if (kind == Kind::File) {
            m_folder.emplace(storeFolderTemplate());
            return;
        }
        m_server = QUrl(qEnvironmentVariable("SKEIN_TEST_POSTGRES"));
        // Making and dropping a database takes longer than most tests: one serves them all.
        static QString spare;
        if (spare.isEmpty()) {
            spare = QStringLiteral("test_") + Core::newId().remove(u'-');
            run(m_server, QStringLiteral("CREATE DATABASE ") + spare);
        }
        m_database = spare;
    }
    ~TestPlace()
    {
        if (!m_folder)
            exec(QStringLiteral("DROP SCHEMA IF EXISTS skein CASCADE"));
    }

    bool isServer() const { return !m_folder; }
    QString location() const
    {
        return m_folder ? m_folder->filePath(QStringLiteral("store.db")) : url().toString();
    }
    QUrl url() const
    {
        QUrl url = m_server;
        url.setPath(u'/' + m_database);
        return url;
    }

    /// Behind the program's back.
    void exec(const QString &sql) const
    {
        run(m_folder ? QUrl::fromLocalFile(location()) : url(), sql);
    }
    /// The first column of the first row, likewise.
    QVariant value(const QString &sql) const
    {
        return run(m_folder ? QUrl::fromLocalFile(location()) : url(), sql);
    }

private:
    static QVariant run(const QUrl &url, const QString &sql)
    {
        const QString name = QStringLiteral("test place");
        QVariant first;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(
                url.isLocalFile() ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), name);
            database.setDatabaseName(url.isLocalFile() ? url.toLocalFile() : url.path().mid(1));
            database.setHostName(url.host());
            database.setPort(url.port());
            database.setUserName(url.userName());
            database.setPassword(url.password());
            if (!database.open())
                qFatal("%s", qPrintable(database.lastError().text()));
            QSqlQuery query(database);
            if (!url.isLocalFile())
                query.exec(QStringLiteral("SET client_min_messages = error"));
            if (!url.isLocalFile())
                query.exec(QStringLiteral("SET search_path = skein, public"));
            const QStringList statements = sql.split(QStringLiteral("; "));
            for (const QString &statement : statements) {
                if (!query.exec(statement))
                    qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
            }
            if (query.next())
                first = query.value(0);
        }
        QSqlDatabase::removeDatabase(name);
        return first;
    }

    std::optional<QTemporaryDir> m_folder;
    QUrl m_server;
    QString m_database;
};
