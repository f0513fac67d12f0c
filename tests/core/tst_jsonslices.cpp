#include "core/exchange/jsonslices.h"

#include <QStringList>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// As "number:text", with "…" behind one that is cut off and "?" behind a guess. Those that
/// hold "bad" are treated as if they did not parse.
QStringList cut(JsonSlices slices)
{
    QStringList all;
    while (const std::optional<JsonSlice> slice = slices.next()) {
        all += QString::number(slice->number) + u':' + QString::fromUtf8(slice->text).simplified()
            + (slice->isWhole ? u""_s : u"…"_s) + (slice->isGuess ? u"?"_s : u""_s);
        if (slice->text.contains("bad"))
            slices.recover();
    }
    return all;
}

} // namespace

class TestJsonSlices : public QObject
{
    Q_OBJECT

private slots:
    void cuts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("slices");

        QTest::addRow("nothing") << QByteArray(" \n ") << QStringList();
        QTest::addRow("an empty list") << QByteArray("[ ]") << QStringList();
        QTest::addRow("a list") << QByteArray("[{\"a\":[1,{}]}, {\"b\":\"]}\\\"{\"} ]")
                                << QStringList{u"1:{\"a\":[1,{}]}"_s, u"2:{\"b\":\"]}\\\"{\"}"_s};
        QTest::addRow("an object")
            << QByteArray("{\n \"a\": 1\n}") << QStringList{u"1:{ \"a\": 1 }"_s};
        QTest::addRow("one line") << QByteArray("{\"a\": 1}\n") << QStringList{u"1:{\"a\": 1}"_s};
        QTest::addRow("lines by their number")
            << QByteArray("{\"a\":1}\r\n\r\n{\"b\":2}\r\n{\"c\":3}")
            << QStringList{u"1:{\"a\":1}"_s, u"3:{\"b\":2}"_s, u"4:{\"c\":3}"_s};
        QTest::addRow("lines of which the first is damaged")
            << QByteArray("{\"bad\n{\"b\":2}\n{\"c\":3}\n")
            << QStringList{u"1:{\"bad"_s, u"2:{\"b\":2}"_s, u"3:{\"c\":3}"_s};
        QTest::addRow("a document with objects on lines of their own")
            << QByteArray("{\"list\":[\n{\"a\":1},\n{\"b\":2}\n]}")
            << QStringList{u"1:{\"list\":[ {\"a\":1}, {\"b\":2} ]}"_s};
        QTest::addRow("a list that is cut off") << QByteArray("[{\"a\":1},{\"a\":[2")
                                                << QStringList{u"1:{\"a\":1}"_s, u"2:{\"a\":[2…"_s};
        QTest::addRow("scalars") << QByteArray("[1, \"x,y\", null]")
                                 << QStringList{u"1:1"_s, u"2:\"x,y\""_s, u"3:null"_s};
    }

    void cuts()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, slices);
        QCOMPARE(cut(JsonSlices(bytes)), slices);
    }

    void entersAListUnderAKey_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("slices");
        QTest::addRow("first") << QByteArray("{\"conversations\":[{\"a\":1}]}")
                               << QStringList{u"1:{\"a\":1}"_s};
        QTest::addRow("behind other things") << QByteArray(
            "{ \"v\" : {\"conversations\":[]} , \"n\":1.5,\"conversations\" : [ {\"a\":1} ]}")
                                             << QStringList{u"1:{\"a\":1}"_s};
        QTest::addRow("not a list")
            << QByteArray("{\"conversations\":{}}") << QStringList{u"1:{\"conversations\":{}}"_s};
        QTest::addRow("damaged") << QByteArray("{\"conv") << QStringList{u"1:{\"conv"_s};
        QTest::addRow("cut off behind the key")
            << QByteArray("{\"conversations\"") << QStringList{u"1:{\"conversations\""_s};
    }

    void entersAListUnderAKey()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, slices);
        JsonSlices list(bytes);
        list.enterList("conversations");
        QCOMPARE(cut(list), slices);
    }

    void findsTheNextItemBehindAMissingQuote()
    {
        const QByteArray bytes = "[{\"id\":1,\"t\":\"x\"}, {\"id\":2,\"t\":\"bad}, "
                                 "{\"id\":3,\"t\":\"y\"},\n {\"id\":4,\"t\":\"z\"}]";
        const QStringList slices = cut(JsonSlices(bytes));
        QCOMPARE(slices.size(), 4);
        QVERIFY(slices[1].startsWith(u"2:{\"id\":2"_s));
        QCOMPARE(slices[2], u"3:{\"id\":3,\"t\":\"y\"}?"_s);
        QCOMPARE(slices[3], u"4:{\"id\":4,\"t\":\"z\"}"_s); // the guess before was right
    }

    void goesOnBehindABadItemThatIsBalanced()
    {
        const QByteArray bytes =
            "[{\"id\":1,\"bad\":[{\"id\":\"bad inner\"},{\"id\":\"bad too\"}]},{\"id\":2}]";
        QCOMPARE(cut(JsonSlices(bytes)).last(), u"2:{\"id\":2}"_s);
    }

    void aBracketThatClosesNothingEndsTheList()
    {
        const QByteArray bytes = "[{\"id\":1},}bad,{\"id\":2}]";
        const QStringList slices = cut(JsonSlices(bytes));
        QCOMPARE(slices.first(), u"1:{\"id\":1}"_s);
        QVERIFY(slices.size() <= 3);
    }

    void manyWrongGuessesEnd()
    {
        QByteArray bytes = "[{\"id\":\"bad";
        for (int i = 0; i < 20'000; ++i)
            bytes += "\"},{\"id\":[\"bad\",";
        QVERIFY(cut(JsonSlices(bytes)).size() < 20'002);
    }
};

QTEST_GUILESS_MAIN(TestJsonSlices)
#include "tst_jsonslices.moc"
