#include "ui/inspector/prettyjson.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Kind = JsonToken::Kind;

class TestPrettyJson : public QObject
{
    Q_OBJECT

private slots:
    void itLaysOut_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("pretty");

        QTest::addRow("names in their order, numbers as written")
            << "{\"z\":1.50,\"a\":1e3,\"n\":null}"_ba
            << "{\n  \"z\": 1.50,\n  \"a\": 1e3,\n  \"n\": null\n}"_ba;
        QTest::addRow("lists") << "[1,[2,3]]"_ba
                               << "[\n  1,\n  [\n    2,\n    3\n  ]\n]"_ba;
        QTest::addRow("empty things on their line") << "{\"a\":{},\"b\":[ ]}"_ba
                                                    << "{\n  \"a\": {},\n  \"b\": []\n}"_ba;
        QTest::addRow("strings byte for byte") << "{\"a\":\"x, {y}: \\\"z\\\" \\\\\"}"_ba
                                               << "{\n  \"a\": \"x, {y}: \\\"z\\\" \\\\\"\n}"_ba;
        QTest::addRow("what was laid out before") << "{\n\t\"a\" : [ 1 ,\n 2 ]\n}\n"_ba
                                                  << "{\n  \"a\": [\n    1,\n    2\n  ]\n}"_ba;
        QTest::addRow("what is cut off, as far as it goes")
            << "{\"a\":[\"b\",\"c"_ba
            << "{\n  \"a\": [\n    \"b\",\n    \"c"_ba;
        QTest::addRow("nothing else") << "data: {\"a\":1}\n\n"_ba
                                      << "data: {\"a\":1}\n\n"_ba;
        QTest::addRow("nothing") << ""_ba
                                 << ""_ba;
        QTest::addRow("too many ends") << "[]]]"_ba
                                       << "[]\n]\n]"_ba;
    }

    void itLaysOut()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, pretty);
        QCOMPARE(prettyJson(json), pretty);
        QCOMPARE(prettyJson(prettyJson(json)), pretty);
        QCOMPARE(QJsonDocument::fromJson(prettyJson(json)), QJsonDocument::fromJson(json));
    }

    void itFinds_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<LineStart>("start");
        QTest::addColumn<QList<JsonToken>>("tokens");

        QTest::addRow("a name and a number")
            << u"  \"max\": -1.5e3,"_s << LineStart::Fresh
            << QList<JsonToken>{{2, 5, Kind::Name}, {9, 6, Kind::Number}};
        QTest::addRow("a word") << u"\"a\": true"_s << LineStart::Fresh
                                << QList<JsonToken>{{0, 3, Kind::Name}, {5, 4, Kind::Word}};
        QTest::addRow("a string with a quote in it")
            << u"\"a\": \"b \\\" c\""_s << LineStart::Fresh
            << QList<JsonToken>{{0, 3, Kind::Name}, {5, 8, Kind::String}};
        QTest::addRow("the rest of a string")
            << u"true: 3\","_s << LineStart::InString << QList<JsonToken>{{0, 8, Kind::String}};
        QTest::addRow("a string that goes on")
            << u"\"a\": \"b"_s << LineStart::Fresh
            << QList<JsonToken>{{0, 3, Kind::Name}, {5, 2, Kind::String}};
        QTest::addRow("nothing in marks") << u"  }, {"_s << LineStart::Fresh << QList<JsonToken>{};
    }

    void itFinds()
    {
        QFETCH(QString, line);
        QFETCH(LineStart, start);
        QFETCH(QList<JsonToken>, tokens);
        QCOMPARE(jsonTokens(line, start), tokens);
    }
};

QTEST_GUILESS_MAIN(TestPrettyJson)
#include "tst_prettyjson.moc"
