#include "tests/support/program.h"

using namespace Qt::Literals::StringLiterals;

class TestTokensVerb : public ProgramTest
{
    Q_OBJECT

private slots:
    void init() { startAfresh(); }

    void countsLineByLine()
    {
        write(u"lines"_s, "{\"text\":\"hello world\"}\n\n{\"text\":\"\"}\n");
        const Ended ended = run({u"tokens"_s, u"--jsonl"_s, u"--ids"_s, path(u"lines"_s)});
        QCOMPARE(ended.output,
                 QByteArray("{\"count\":2,\"ids\":[24912,2375]}\n{\"count\":null}\n"
                            "{\"count\":0,\"ids\":[]}\n"));
        QCOMPARE(ended.status, 3);
        QVERIFY2(ended.errors.contains("line 2"), ended.errors.constData());
    }

    void emptyLinesAtTheEndAreNothing()
    {
        const Ended ended = run({u"tokens"_s, u"--jsonl"_s}, "{\"text\":\"a\"}\n\n \n");
        QCOMPARE(ended.output, QByteArray("{\"count\":1}\n"));
        QCOMPARE(ended.status, 0);
    }

    void severalFilesAreOneDocument()
    {
        write(u"a"_s, "hello world");
        write(u"b"_s, "hello");
        const Ended both = run({u"tokens"_s, u"--json"_s, path(u"a"_s), path(u"b"_s)});
        QCOMPARE(both.rows().size(), 2);
        QCOMPARE(both.rows()[0]["count"_L1].toInt(), 2);
        QVERIFY(both.json()["left_out"_L1].toArray().isEmpty());
        const Ended one = run({u"tokens"_s, u"--json"_s, path(u"a"_s), path(u"missing"_s)});
        QCOMPARE(one.status, 3);
        QCOMPARE(one.rows().size(), 1);
        QVERIFY(one.json()["left_out"_L1][0]["reason"_L1].toString().contains(u"not there"_s));
        QCOMPARE(run({u"tokens"_s, path(u"missing"_s)}).status, 1);
    }

    void countsWhatHasNoWords()
    {
        write(u"nothing"_s, {});
        write(u"blank"_s, " ");
        write(u"newline"_s, "\n");
        write(u"punctuation"_s, "?!...");
        write(u"emoji"_s, "😀");
        const QStringList files{path(u"nothing"_s), path(u"blank"_s), path(u"newline"_s),
                                path(u"punctuation"_s), path(u"emoji"_s)};
        const auto counted = [&](const QString &encoding) {
            QByteArray output =
                run(QStringList{u"tokens"_s, u"--ids"_s, u"--encoding"_s, encoding} + files).output;
            return output.replace((path({}) + u'/').toUtf8(), "");
        };
        QCOMPARE(counted(u"o200k_base"_s),
                 QByteArray("0\tnothing\n1 220\tblank\n1 198\tnewline\n"
                            "2 25309 1008\tpunctuation\n1 84083\temoji\n"));
        QCOMPARE(counted(u"cl100k_base"_s),
                 QByteArray("0\tnothing\n1 220\tblank\n1 198\tnewline\n"
                            "2 27074 1131\tpunctuation\n2 76460 222\temoji\n"));
    }

    void readsStandardInput()
    {
        QCOMPARE(run({u"tokens"_s}, "hello world").output, QByteArray("2\n"));
        QCOMPARE(run({u"tokens"_s}).output, QByteArray("0\n"));
        QCOMPARE(run({u"tokens"_s, u"--jsonl"_s}).output, QByteArray());
    }

    void countsTenMegabytesInOneMessage()
    {
        const QByteArray words = "one two three 123 "; // 5 tokens, and at the end a blank
        const QByteArray text = words.repeated(10'000'000 / words.size());
        const qsizetype tokens = 5 * (text.size() / words.size()) + 1;
        write(u"text"_s, text);
        QCOMPARE(run({u"tokens"_s, path(u"text"_s)}).output.trimmed().toLongLong(), tokens);
        write(u"lines"_s, "{\"text\":\"" + text + "\"}\n");
        QCOMPARE(run({u"tokens"_s, u"--jsonl"_s, path(u"lines"_s)}).output,
                 "{\"count\":" + QByteArray::number(tokens) + "}\n");
        // One piece of a million bytes.
        write(u"letter"_s, QByteArray(1'000'000, 'a'));
        QCOMPARE(run({u"tokens"_s, path(u"letter"_s)}).output, QByteArray("125000\n"));
    }

    void estimatesAModelWhoseVocabularyIsNotPublic()
    {
        write(u"text"_s, "hello world");
        const Ended ended =
            run({u"tokens"_s, u"--model"_s, u"claude-3-5-haiku"_s, u"--json"_s, path(u"text"_s)});
        QCOMPARE(ended.status, 0);
        QCOMPARE(ended.json()["exactness"_L1].toString(), u"estimated"_s);
        QVERIFY2(ended.errors.contains("claude-3-5-haiku"), ended.errors.constData());
        QVERIFY2(!ended.errors.contains("did you mean"), ended.errors.constData());
    }

    void offersTheModelThatWasProbablyMeant()
    {
        write(u"text"_s, "hello world");
        const Ended ended = run({u"tokens"_s, u"--model"_s, u"gtp-4o"_s, path(u"text"_s)});
        QCOMPARE(ended.status, 0);
        QVERIFY2(ended.errors.contains("did you mean gpt-4o?"), ended.errors.constData());
        QCOMPARE(ended.errors.count('\n'), 1);
    }

    void complainsInOneLine_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArrayList>("says");
        const QByteArray good = "{\"text\":\"a\"}\n";
        QTest::addRow("an unknown encoding")
            << QStringList{u"--encoding"_s, u"o200k"_s} << QByteArray() << 2
            << QByteArrayList{"o200k_base", "cl100k_base", "did you mean"};
        QTest::addRow("an encoding like no other")
            << QStringList{u"--encoding"_s, u"sentencepiece"_s} << QByteArray() << 2
            << QByteArrayList{"o200k_base", "cl100k_base", "sentencepiece"};
        QTest::addRow("invalid UTF-8")
            << QStringList() << "abc\xff"_ba << 1 << QByteArrayList{"byte 3", "FILE"};
        QTest::addRow("half a character at the end")
            << QStringList() << "ab\xe1\xbb"_ba << 1 << QByteArrayList{"byte 2", "FILE"};
        QTest::addRow("a surrogate in UTF-8")
            << QStringList() << "\xed\xa0\x80"_ba << 1 << QByteArrayList{"byte 0", "FILE"};
        QTest::addRow("invalid UTF-8 in a line")
            << QStringList{u"--jsonl"_s} << good + "{\"text\":\"\xff\"}\n"
            << 3 << QByteArrayList{"byte 22", "FILE, line 2"};
        QTest::addRow("a line that is no JSON")
            << QStringList{u"--jsonl"_s} << good + "{\"text\":\n"
            << 3 << QByteArrayList{"FILE, line 2"};
        QTest::addRow("a line that is no object")
            << QStringList{u"--jsonl"_s} << good + "[\"a\"]\n"
            << 3 << QByteArrayList{"\"text\"", "FILE, line 2"};
        QTest::addRow("a line without a text")
            << QStringList{u"--jsonl"_s} << "{\"content\":\"a\"}\n"_ba << 1
            << QByteArrayList{"\"text\"", "FILE, line 1"};
        QTest::addRow("a text that is a number") << QStringList{u"--jsonl"_s} << "{\"text\":12}"_ba
                                                 << 1 << QByteArrayList{"\"text\"", "FILE, line 1"};
    }

    void complainsInOneLine()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, content);
        QFETCH(QByteArrayList, says);
        write(u"text"_s, content);
        const Ended ended = run(QStringList{u"tokens"_s} + words + QStringList{path(u"text"_s)});
        QTEST(ended.status, "status");
        for (QByteArray &said : says) {
            said.replace("FILE", path(u"text"_s).toUtf8());
            QVERIFY2(ended.errors.contains(said), ended.errors.constData());
        }
        QCOMPARE(ended.errors.count('\n'), 1);
    }

    void refusesToRunWithADamagedVocabulary()
    {
        QFile program(QStringLiteral(SKEIN_PROGRAM));
        QVERIFY(program.open(QIODevice::ReadOnly));
        QByteArray content = program.readAll();
        const qsizetype table = content.indexOf("SKTK\x08\0\0\0"_ba); // how a table begins
        QVERIFY(table > 0);
        content[table + 4] = 7;
        write(u"damaged"_s, content);
        QFile::setPermissions(path(u"damaged"_s), QFile::ReadOwner | QFile::ExeOwner);
        QProcess process;
        process.start(path(u"damaged"_s), {u"tokens"_s});
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(errors.contains("_base is of version 7 and not 8"), errors.constData());
        QCOMPARE(errors.count('\n'), 1);
    }

    void aBadLineEndsNothing()
    {
        write(u"lines"_s, "{\"text\":\"a\"}\nnothing\n{\"text\":\"b\"}\n");
        const Ended ended = run({u"tokens"_s, u"--jsonl"_s, path(u"lines"_s)});
        QCOMPARE(ended.status, 3);
        QCOMPARE(ended.output, QByteArray("{\"count\":1}\n{\"count\":null}\n{\"count\":1}\n"));
    }
};

QTEST_GUILESS_MAIN(TestTokensVerb)
#include "tst_tokensverb.moc"
