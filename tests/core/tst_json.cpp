#include "core/exchange/json.h"
#include "core/exchange/jsonmending.h"

#include <QJsonArray>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotThereReadsAsNothing()
    {
        JsonParser parser;
        const JsonValue value = *parser.parse(R"({"a":{"b":[1,"x",true,null]}})");
        QVERIFY(value["no"]["where"].isAbsent());
        QVERIFY(value["a"]["b"]["c"].isAbsent());
        QVERIFY(value["a"].text().isEmpty());
        QVERIFY(!value["a"].number());
        QVERIFY(value["a"].items().isEmpty());
        QVERIFY(JsonValue().toQt().isUndefined());
        const QList<JsonValue> items = value["a"]["b"].items();
        QCOMPARE(items.size(), 4);
        QCOMPARE(items[0].integer(), 1);
        QCOMPARE(items[1].text(), u"x"_s);
        QVERIFY(items[2].isTrue());
        QCOMPARE(items[3].type(), JsonValue::Type::Null);
        QCOMPARE(value["a"]["b"].toQt(), QJsonValue(QJsonArray{1, u"x"_s, true, QJsonValue::Null}));
    }

    void textIsCleanedAndBytesAreNot()
    {
        JsonParser parser;
        const JsonValue value = *parser.parse(R"("a\u0000b")");
        QCOMPARE(value.text(), u"ab"_s);
        QCOMPARE(value.bytes(), QByteArray("a\0b", 3));
    }

    void forgives_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QJsonValue>("value");
        QTest::addRow("a number that is too large")
            << QByteArray("[1e999]") << QJsonValue(QJsonArray{u"1e999"_s});
        QTest::addRow("a number of thirty digits")
            << QByteArray("[123456789012345678901234567890, 2]")
            << QJsonValue(QJsonArray{u"123456789012345678901234567890"_s, 2});
        QTest::addRow("a leading zero") << QByteArray("[007]") << QJsonValue(QJsonArray{u"007"_s});
        QTest::addRow("NaN and infinities")
            << QByteArray("[NaN,-Infinity,Infinity]")
            << QJsonValue(QJsonArray{QJsonValue::Null, QJsonValue::Null, QJsonValue::Null});
        QTest::addRow("a lone surrogate") << QByteArray(R"(["x\ud83d","\ud83d\ude00\ude00"])")
                                          << QJsonValue(QJsonArray{u"x\ufffd"_s, u"😀\ufffd"_s});
        QTest::addRow("an unknown escape")
            << QByteArray(R"(["C:\path\u12"])") << QJsonValue(QJsonArray{u"C:\\path\\u12"_s});
        QTest::addRow("a raw line break")
            << QByteArray("[\"a\nb\"]") << QJsonValue(QJsonArray{u"a\nb"_s});
        QTest::addRow("bytes that are not UTF-8") << QByteArray("[\"a\xff"
                                                                "b\"]")
                                                  << QJsonValue(QJsonArray{u"a\ufffdb"_s});
    }

    void forgives()
    {
        QFETCH(QByteArray, text);
        QFETCH(QJsonValue, value);
        JsonParser parser;
        const Result<JsonValue> parsed = parser.parse(text);
        QVERIFY(parsed);
        QCOMPARE(parsed->toQt(), value);
    }

    void goodTextIsMendedToItself()
    {
        const QByteArray text =
            u"{\"a\":[1,-2.5e3,0.25,\"đ\\\"\\\\\\n\\u00e9\",true,false,null]}"_s.toUtf8();
        QCOMPARE(mendedJson(text), text);
    }

    void whatIsNoJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("an open list") << QByteArray("[1");
        QTest::addRow("an open text") << QByteArray("\"abc");
        QTest::addRow("words") << QByteArray("hello");
        QTest::addRow("a backslash at the end") << QByteArray("\"abc\\");
    }

    void whatIsNoJsonIsRefused()
    {
        QFETCH(QByteArray, text);
        JsonParser parser;
        QVERIFY(!parser.parse(text));
    }

    void deepNestingIsReadAndCopiedToALimit()
    {
        JsonParser parser;
        const QByteArray deep = QByteArray(15'000, '[') + QByteArray(15'000, ']');
        QVERIFY(parser.parse(deep));
        QVERIFY(parser.parse(deep)->toQt().isArray());
        QVERIFY(!parser.parse(QByteArray(1'000'000, '[')));
    }

    void readsTimes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("time");
        QTest::addRow("seconds") << QByteArray("1769000001") << u"2026-01-21T12:53:21.000Z"_s;
        QTest::addRow("parts of a second")
            << QByteArray("1769000001.25") << u"2026-01-21T12:53:21.250Z"_s;
        QTest::addRow("milliseconds")
            << QByteArray("1769000001250") << u"2026-01-21T12:53:21.250Z"_s;
        QTest::addRow("nanoseconds")
            << QByteArray("1769000001250000000") << u"2026-01-21T12:53:21.250Z"_s;
        QTest::addRow("a number as text")
            << QByteArray("\"1769000001\"") << u"2026-01-21T12:53:21.000Z"_s;
        QTest::addRow("ISO in UTC")
            << QByteArray("\"2026-01-21T12:53:21.250123Z\"") << u"2026-01-21T12:53:21.250Z"_s;
        QTest::addRow("ISO with a zone")
            << QByteArray("\"2026-01-21T19:53:21+07:00\"") << u"2026-01-21T12:53:21.000Z"_s;
        QTest::addRow("ISO without a zone")
            << QByteArray("\"2026-01-21T12:53:21\"") << u"2026-01-21T12:53:21.000Z"_s;
        QTest::addRow("null") << QByteArray("null") << QString();
        QTest::addRow("zero") << QByteArray("0") << QString();
        QTest::addRow("a clock without a date") << QByteArray("\"09:15:00 GMT+0700\"") << QString();
        QTest::addRow("far too large") << QByteArray("1e300") << QString();
    }

    void readsTimes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, time);
        JsonParser parser;
        const QDateTime read = timeOf(*parser.parse(text));
        QCOMPARE(read.isValid() ? read.toString(Qt::ISODateWithMs) : QString(), time);
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
