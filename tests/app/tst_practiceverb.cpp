#include "core/net/openaiclient.h"
#include "tests/support/asking.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestPracticeVerb : public QObject
{
    Q_OBJECT

private:
    /// The first line that it prints.
    static QUrl started(QProcess &process, const QStringList &options = {})
    {
        process.start(QStringLiteral(SKEIN_PROGRAM), QStringList{u"practice"_s} + options);
        while (!process.canReadLine() && process.waitForReadyRead(10'000)) { }
        return QUrl(QString::fromUtf8(process.readLine().trimmed()));
    }

private slots:
    void itPrintsItsUrlAndAnswersUntilItIsToldToEnd_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addRow("SIGTERM") << SIGTERM;
        QTest::addRow("SIGINT") << SIGINT;
    }

    void itPrintsItsUrlAndAnswersUntilItIsToldToEnd()
    {
        QFETCH(int, signal);
        QProcess process;
        const QUrl url = started(process);
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        QCOMPARE(url.path(), u"/v1"_s);

        const SystemClock clock;
        OpenAiClient client(clock);
        const QByteArray body =
            R"({"model":"practice","stream":true,"messages":[{"role":"user","content":"Hi"}]})";
        QVERIFY(!outcomeOf(client.send(requestTo(url, body, {}), this)).error);

        kill(pid_t(process.processId()), signal);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }

    void faultsStrikeAsAsked()
    {
        QProcess process;
        const QUrl url = started(process, {u"--fault"_s, u"quota=1"_s});
        const SystemClock clock;
        OpenAiClient client(clock);
        const QByteArray body =
            R"({"model":"practice","messages":[{"role":"user","content":"Hi"}]})";

        const Outcome outcome = outcomeOf(client.send(requestTo(url, body, {}), this));

        QCOMPARE(outcome.kind(), Error::Kind::QuotaExhausted);
        process.terminate();
        QVERIFY(process.waitForFinished(10'000));
    }

    void aWrongCommandLineIsOneClearLine_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *name, const QStringList &options, const QString &names) {
            QTest::addRow("%s", name) << options << names;
        };
        row("an unknown fault", {u"--fault"_s, u"cat=0.5"_s}, u"error-mid-stream"_s);
        row("a rate beyond 1", {u"--fault"_s, u"cut=2"_s}, u"cut=0.2"_s);
        row("rates beyond 1 together", {u"--fault"_s, u"cut=0.7"_s, u"--fault"_s, u"stall=0.7"_s},
            u"more than 1"_s);
        row("a port that is none", {u"--port"_s, u"70000"_s}, u"65535"_s);
        row("a speed below 0", {u"--tokens-per-second=-1"_s}, u"--tokens-per-second"_s);
        row("an unknown option", {u"--latency-m"_s, u"5"_s}, u"--latency-ms"_s);
        row("an argument", {u"now"_s}, u"no arguments"_s);
    }

    void aWrongCommandLineIsOneClearLine()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, names);
        QProcess process;
        process.start(QStringLiteral(SKEIN_PROGRAM), QStringList{u"practice"_s} + options);
        QVERIFY(process.waitForFinished(10'000));

        const QString said = QString::fromUtf8(process.readAllStandardError());
        QCOMPARE(process.exitCode(), 2);
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
        QCOMPARE(said.count(u'\n'), 1);
        QVERIFY2(said.contains(names), qPrintable(said));
    }

    void aTakenPortIsAFailure()
    {
        QProcess first;
        const QUrl url = started(first);
        QProcess second;
        second.start(QStringLiteral(SKEIN_PROGRAM),
                     {u"practice"_s, u"--port"_s, QString::number(url.port())});
        QVERIFY(second.waitForFinished(10'000));

        QCOMPARE(second.exitCode(), 1);
        QVERIFY(second.readAllStandardError().contains(QByteArray::number(url.port())));
        first.terminate();
        QVERIFY(first.waitForFinished(10'000));
    }
};

QTEST_GUILESS_MAIN(TestPracticeVerb)
#include "tst_practiceverb.moc"
