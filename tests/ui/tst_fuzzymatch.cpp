#include "ui/palette/fuzzymatch.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("positions");
        QTest::addRow("everything for nothing") << QString() << u"Quit"_s << QList<int>{};
        QTest::addRow("the beginning") << u"new"_s << u"New conversation"_s << QList<int>{0, 1, 2};
        QTest::addRow("beginnings of words")
            << u"nc"_s << u"New conversation"_s << QList<int>{0, 4};
        QTest::addRow("letters in a row")
            << u"con"_s << u"Colour of the console"_s << QList<int>{14, 15, 16};
        QTest::addRow("words in any order")
            << u"theme dark"_s << u"Dark theme"_s << QList<int>{0, 1, 2, 3, 5, 6, 7, 8, 9};
        QTest::addRow("accents left out")
            << u"hoan tien"_s << u"Hoàn tiền"_s << QList<int>{0, 1, 2, 3, 5, 6, 7, 8};
        QTest::addRow("đ by d") << u"don"_s << u"Đơn hàng"_s << QList<int>{0, 1, 2};
        QTest::addRow("accents given") << u"đơn"_s << u"don"_s << QList<int>{0, 1, 2};
    }

    void finds()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(QList<int>, positions);
        const auto match = fuzzyMatch(pattern, text);
        QVERIFY(match);
        QCOMPARE(match->positions, positions);
    }

    void doesNotFind_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addRow("letters in another order") << u"tiuq"_s;
        QTest::addRow("a letter too many") << u"quitt"_s;
        QTest::addRow("one word of two") << u"quit now"_s;
    }

    void doesNotFind()
    {
        QFETCH(QString, pattern);
        QVERIFY(!fuzzyMatch(pattern, u"Quit"_s));
    }

    void prefers_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::addRow("beginnings of words") << u"gc"_s << u"Go to Costs"_s << u"Big choice"_s;
        QTest::addRow("letters in a row") << u"cost"_s << u"Go to Costs"_s << u"Copy the first"_s;
        QTest::addRow("small gaps") << u"ab"_s << u"xaxb"_s << u"xaxxxxb"_s;
    }

    void prefers()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(fuzzyMatch(pattern, better)->score > fuzzyMatch(pattern, worse)->score);
    }
};

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
