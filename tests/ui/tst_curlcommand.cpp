#include "ui/inspector/curlcommand.h"

#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

Core::Attempt attempt(const QByteArray &body)
{
    Core::Attempt made;
    made.requestUrl = "https://api.example/v1/chat/completions";
    made.requestHeaders = {{"Content-Type", "application/json"},
                           {"authorization", "Bearer sk-not-to-be-seen"},
                           {"Content-Length", "17"}};
    made.requestBody = body;
    return made;
}

/// What the shell makes of the command: `curl` is a function that prints its arguments, one a
/// line, and its input where it is asked to read it.
QByteArray shell(const QString &command)
{
    QProcess process;
    process.start(u"/bin/sh"_s, {});
    process.write("SKEIN_KEY=secret; curl() { printf '<%s>\\n' \"$@\"; "
                  "case \"$*\" in *@-*) cat;; esac; }\n");
    process.write(command.toUtf8() + '\n');
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace

class TestCurlCommand : public QObject
{
    Q_OBJECT

private slots:
    void theKeyComesFromTheEnvironment()
    {
        const QString command = curlCommand(attempt("{}"));
        QVERIFY(!command.contains(u"sk-not-to-be-seen"_s));
        QVERIFY(command.contains(u"Bearer $SKEIN_KEY"_s));
    }

    void theShellHandsOnEveryByte_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("quotes") << "{\"a\":\"it's \\\"so\\\"\"}"_ba;
        QTest::addRow("what shells expand") << "{\"a\":\"$HOME `id` \\\\ !x *\"}"_ba;
        QTest::addRow("Vietnamese") << "{\"a\":\"Dạ em chào chị\"}"_ba;
    }

    void theShellHandsOnEveryByte()
    {
        QFETCH(QByteArray, body);
        const QByteArray seen = shell(curlCommand(attempt(body)));
        QCOMPARE(seen,
                 "<https://api.example/v1/chat/completions>\n<-H>\n<Authorization: Bearer secret>\n"
                 "<-H>\n<Content-Type: application/json>\n<--data-raw>\n<"
                     + body + ">\n");
    }

    void aLongBodyGoesInOnStandardInput()
    {
        const QByteArray body = "{\"a\":\"" + QByteArray(200'000, 'x') + " $HOME SKEIN_BODY\"}";
        const QByteArray seen = shell(curlCommand(attempt(body)));
        QVERIFY(seen.contains("<--data-binary>\n<@->\n"));
        QVERIFY(seen.endsWith(body + '\n'));
    }
};

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
