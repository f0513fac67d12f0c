#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// What a call of the program printed, and how it ended.
struct Ended
{
    int status = -1;
    QByteArray output;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
    QJsonArray rows() const { return json()[QLatin1String("rows")].toArray(); }
};

/// A test of the program's verbs. Each case has a folder of its own for store, settings and
/// files: call startAfresh() in init().
class ProgramTest : public QObject
{
protected:
    void startAfresh() { m_folder = std::make_unique<QTemporaryDir>(); }

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    /// Begins a call that the test does something with while it runs.
    void begin(QProcess &process, const QStringList &words) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SKEIN_STORE"), path(QStringLiteral("store.db")));
        environment.insert(QStringLiteral("SKEIN_CONFIG"), path(QStringLiteral("settings")));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder->path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SKEIN_PROGRAM), words);
    }

    Ended run(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcess process;
        begin(process, words);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};
