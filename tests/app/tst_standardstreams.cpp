#include "tests/support/program.h"

#include <QFileInfo>

#include <array>
#include <cerrno>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Takes nothing, as a disk that is full does.
const QString full = QStringLiteral("/dev/full");

} // namespace

class TestStandardStreams : public ProgramTest
{
    Q_OBJECT

private slots:
    void init()
    {
        startAfresh();
        write(u"talk.jsonl"_s, R"({"messages":[{"role":"user","content":"Hello"}]})");
    }

    void aResultThatIsLostIsAFailure_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addRow("a table") << QStringList{u"list"_s};
        QTest::addRow("JSON") << QStringList{u"cost"_s, u"--json"_s};
        QTest::addRow("an export") << QStringList{u"export"_s, u"--format"_s, u"markdown"_s};
        QTest::addRow("help of a verb") << QStringList{u"list"_s, u"--help"_s};
    }

    void aResultThatIsLostIsAFailure()
    {
        if (!QFileInfo::exists(full))
            QSKIP("this system has no device that is full");
        QFETCH(QStringList, words);
        QCOMPARE(run({u"import"_s, path(u"talk.jsonl"_s)}).status, 0);

        QProcess process;
        process.setStandardOutputFile(full);
        begin(process, words);
        QVERIFY(process.waitForFinished());
        const QByteArray errors = process.readAllStandardError();
        QCOMPARE(process.exitCode(), 1);
        QVERIFY2(errors.contains("standard output"), errors.constData());
        QVERIFY2(errors.contains(qt_error_string(ENOSPC).toUtf8()), errors.constData());
        QCOMPARE(errors.count('\n'), 1);
    }

    void aReaderThatHasGoneIsNoNews_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addRow("a table") << QStringList{u"list"_s};
        QTest::addRow("more than a buffer holds")
            << QStringList{u"tokens"_s, u"--ids"_s, u"long.txt"_s};
        QTest::addRow("lines") << QStringList{u"tokens"_s, u"--jsonl"_s, u"long.jsonl"_s};
        QTest::addRow("an export") << QStringList{u"export"_s, u"--format"_s, u"markdown"_s};
    }

    void aReaderThatHasGoneIsNoNews()
    {
        QFETCH(QStringList, words);
        QCOMPARE(run({u"import"_s, path(u"talk.jsonl"_s)}).status, 0);
        write(u"long.txt"_s, QByteArray("some words ").repeated(10'000));
        write(u"long.jsonl"_s, QByteArray("{\"text\":\"Hello\"}\n").repeated(2000));

        QProcess process;
        process.setWorkingDirectory(path({}));
        process.setChildProcessModifier([] {
            std::array<int, 2> ends{};
            if (pipe(ends.data()) != 0 || dup2(ends[1], STDOUT_FILENO) < 0)
                _exit(100);
            close(ends[0]);
            close(ends[1]);
        });
        begin(process, words);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.exitCode(), 1);
    }

    void anOutputThatIsClosedIsAFailure()
    {
        QCOMPARE(run({u"import"_s, path(u"talk.jsonl"_s)}).status, 0);
        QProcess process;
        process.setChildProcessModifier([] { close(STDOUT_FILENO); });
        begin(process, {u"list"_s});
        QVERIFY(process.waitForFinished());
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(errors.contains(qt_error_string(EBADF).toUtf8()), errors.constData());
        QCOMPARE(process.exitCode(), 1);
    }

    void aQuestionThatIsNotTextIsNotSent()
    {
        const Ended ended = run({u"chat"_s, u"-"_s}, "hello \xff\xfe world\n");
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.errors.contains("standard input"), ended.errors.constData());
        QVERIFY2(ended.errors.contains("byte 6"), ended.errors.constData());
        QVERIFY(run({u"list"_s, u"--json"_s}).json()["rows"_L1].toArray().isEmpty());
    }

    void probesThatAreNotTextAreRefused()
    {
        const Ended ended = run({u"evaluate"_s, u"-"_s}, "{\"question\":\n\"\xff\"}\n");
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.errors.contains("standard input"), ended.errors.constData());
        QVERIFY2(ended.errors.contains("byte 14"), ended.errors.constData());
    }

    void aFolderIsNoInput_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addRow("a question") << QStringList{u"chat"_s};
        QTest::addRow("text") << QStringList{u"tokens"_s};
        QTest::addRow("lines") << QStringList{u"tokens"_s, u"--jsonl"_s};
        QTest::addRow("probes") << QStringList{u"evaluate"_s, u"-"_s};
        QTest::addRow("an export") << QStringList{u"import"_s};
        QTest::addRow("a conversation")
            << QStringList{u"compare"_s, u"-"_s, u"--budget"_s, u"100"_s};
    }

    void aFolderIsNoInput()
    {
        QFETCH(QStringList, words);
        QProcess process;
        process.setStandardInputFile(path({}));
        process.setProcessChannelMode(QProcess::MergedChannels);
        begin(process, words);
        QVERIFY(process.waitForFinished());
        const QByteArray said = process.readAll();
        QVERIFY2(said.contains("standard input cannot be read"), said.constData());
        QVERIFY2(said.contains(qt_error_string(EISDIR).toUtf8()), said.constData());
        QCOMPARE(process.exitCode(), 1);
    }
};

QTEST_GUILESS_MAIN(TestStandardStreams)
#include "tst_standardstreams.moc"
