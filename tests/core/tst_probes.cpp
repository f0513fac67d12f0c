#include "core/context/probes.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestProbes : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadAgain()
    {
        const QList<Probe> probes{{u"chats.jsonl#2"_s, u"Ở đâu?"_s, {u"a"_s, u"b"_s}, u"old"_s},
                                  {u"chats.jsonl#1"_s, u"\"When\"?"_s, {u"c"_s}, {}}};
        const auto read = probesFromJson(probesToJson(probes));
        QVERIFY(read);
        QCOMPARE(*read, probes);
    }

    void numbersAndEmptyLinesAreUnderstood()
    {
        const auto read = probesFromJson(
            "\n{\"source\":\"s\",\"question\":\"q\",\"evidence\":[7,\"8\"],\"tag\":3}\r\n\n");
        QVERIFY(read);
        QCOMPARE(*read, (QList<Probe>{{u"s"_s, u"q"_s, {u"7"_s, u"8"_s}, u"3"_s}}));
    }

    void whatIsWrongIsSaidWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("says");
        QTest::addRow("no JSON") << QByteArray("{oops") << u"not a JSON object"_s;
        QTest::addRow("a list") << QByteArray("[1]") << u"not a JSON object"_s;
        QTest::addRow("no source")
            << QByteArray("{\"question\":\"q\",\"evidence\":[\"1\"]}") << u"\"source\""_s;
        QTest::addRow("no question")
            << QByteArray("{\"source\":\"s\",\"evidence\":[\"1\"]}") << u"\"question\""_s;
        QTest::addRow("no evidence")
            << QByteArray("{\"source\":\"s\",\"question\":\"q\"}") << u"\"evidence\""_s;
        QTest::addRow("not UTF-8") << QByteArray("{\"source\":\"\xff\"}") << u"byte 11"_s;
    }

    void whatIsWrongIsSaidWithItsLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, says);
        const auto read = probesFromJson(
            "{\"source\":\"s\",\"question\":\"q\",\"evidence\":[\"1\"]}\n" + line + "\n");
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::BadInput);
        QCOMPARE(read.error().where, u"line 2"_s);
        QVERIFY2(read.error().detail.contains(says), qPrintable(read.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestProbes)
#include "tst_probes.moc"
