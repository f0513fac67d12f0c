#include "tests/support/program.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString data = QStringLiteral(TEST_DATA "/exchange/");

} // namespace

class TestExchangeVerbs : public ProgramTest
{
    Q_OBJECT

private slots:
    void init() { startAfresh(); }

    void importingTwiceAddsNothing()
    {
        const QStringList words{u"import"_s, data + u"openai.jsonl"_s, u"--json"_s};
        const Ended first = run(words);
        QCOMPARE(first.status, 0);
        QCOMPARE(first.json(),
                 (QJsonObject{{u"conversations"_s, 3},
                              {u"branches"_s, 3},
                              {u"messages"_s, 9},
                              {u"already_there"_s, 0},
                              {u"left_out"_s, QJsonArray()}}));
        const Ended second = run(words);
        QCOMPARE(second.json()[u"already_there"_s].toInt(), 3);
        QCOMPARE(second.json()[u"conversations"_s].toInt(), 0);
        QCOMPARE(second.json()[u"messages"_s].toInt(), 0);
    }

    void allFormatsGoIn_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("conversations");
        QTest::addColumn<int>("status");
        QTest::addRow("chatgpt") << u"chatgpt.json"_s << 3 << 3; // one role is unknown
        QTest::addRow("claude") << u"claude.json"_s << 2 << 3; // one is empty
        QTest::addRow("librechat") << u"librechat.json"_s << 1 << 0;
        QTest::addRow("openwebui") << u"openwebui.json"_s << 1 << 0;
        QTest::addRow("sharegpt") << u"sharegpt.json"_s << 3 << 3;
        QTest::addRow("skein") << u"skein.json"_s << 1 << 0;
        QTest::addRow("a folder") << QString() << 15 << 3;
    }

    void allFormatsGoIn()
    {
        QFETCH(QString, file);
        QFETCH(int, conversations);
        QFETCH(int, status);
        const Ended ran = run({u"import"_s, data + file, u"--json"_s});
        QCOMPARE(ran.json()[u"conversations"_s].toInt(), conversations);
        QCOMPARE(ran.status, status);
        QCOMPARE(ran.json()[u"left_out"_s].toArray().isEmpty(), status == 0);
    }

    void oneUnreadableFileIsLeftOut()
    {
        const Ended ran = run({u"import"_s, data + u"none.json"_s, data + u"openai.jsonl"_s});
        QCOMPARE(ran.status, 3);
        QVERIFY(ran.output.contains("3 conversations"));
        QCOMPARE(ran.output.count("none.json"), 1);
        QVERIFY2(ran.output.contains("none.json is not there"), ran.output.constData());
        QCOMPARE(run({u"import"_s, data + u"none.json"_s}).status, 1);
    }

    void standardInputIsRead()
    {
        const QByteArray line = R"({"messages":[{"role":"user","content":"Xin chào"}]})";
        QCOMPARE(run({u"import"_s, u"--json"_s}, line).json()[u"messages"_s].toInt(), 1);
        QCOMPARE(run({u"import"_s, u"-"_s, u"--json"_s}, line).json()[u"already_there"_s].toInt(),
                 1);
    }

    void ourOwnFormatGivesBackTheSame()
    {
        QCOMPARE(run({u"import"_s, data + u"skein.json"_s}).status, 0);
        const QByteArray exported = run({u"export"_s}).output;
        QVERIFY(exported.contains("\"request_body\""));
        QVERIFY(exported.contains("\"amount_usd\":\"0.016000000000\""));
        startAfresh();
        QCOMPARE(run({u"import"_s, u"-"_s}, exported).status, 0);
        QCOMPARE(run({u"export"_s}).output, exported);
    }

    void exportWritesAFileOrNone()
    {
        QCOMPARE(run({u"import"_s, data + u"claude.json"_s}).status, 3);
        const QString name = path(u"talks.html"_s);
        const Ended ran =
            run({u"export"_s, u"--format"_s, u"html"_s, u"--out"_s, name, u"--json"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.json()[u"conversations"_s].toInt(), 2);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().endsWith("</html>\n"));
        QCOMPARE(run({u"export"_s, u"--out"_s, path(u"no/x"_s)}).status, 1);
    }

    void exportLeavesOutWhatIsNotThere()
    {
        QCOMPARE(run({u"import"_s, data + u"skein.json"_s}).status, 0);
        const QString id = u"0b5a4b8e-95c5-4d6c-9c35-5a0d7cbb1a01"_s;
        const Ended ran = run({u"export"_s, id, u"nobody"_s, u"--format"_s, u"markdown"_s});
        QCOMPARE(ran.status, 3);
        QVERIFY(ran.output.startsWith("# Bảo hành máy xay\n"));
        QVERIFY(ran.errors.contains("nobody"));
        QCOMPARE(run({u"export"_s, u"nobody"_s}).status, 1);
    }

    void aWrongFormatNamesTheNearest()
    {
        const Ended ran = run({u"import"_s, u"x"_s, u"--format"_s, u"chatgtp"_s});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.errors.contains("did you mean chatgpt?"));
        QCOMPARE(run({u"export"_s, u"--format"_s, u"html "_s}).status, 2);
        QCOMPARE(run({u"export"_s, u"--json"_s}).status, 2);
    }
};

QTEST_GUILESS_MAIN(TestExchangeVerbs)
#include "tst_exchangeverbs.moc"
