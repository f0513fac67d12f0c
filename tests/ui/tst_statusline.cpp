#include "ui/mainwindow/statusline.h"

#include <QLabel>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestStatusLine : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatTodayHasCost_data()
    {
        QTest::addColumn<qint64>("today");
        QTest::addColumn<qint64>("budget");
        QTest::addColumn<int>("unpriced");
        QTest::addColumn<QString>("words");
        QTest::addRow("no budget") << qint64(120) << qint64(-1) << 0 << u"Today $1.20"_s;
        QTest::addRow("a budget") << qint64(120) << qint64(1000) << 0 << u"Today $1.20 of $10.00"_s;
        QTest::addRow("over it") << qint64(1200) << qint64(1000) << 0
                                 << u"Today $12.00, over the budget of $10.00"_s;
    }

    void saysWhatTodayHasCost()
    {
        QFETCH(qint64, today);
        QFETCH(qint64, budget);
        QFETCH(int, unpriced);
        QFETCH(QString, words);
        StatusLine line;
        const auto cents = [](qint64 amount) { return Money{amount * picoPerDollar / 100}; };
        line.setSpend(cents(today), budget < 0 ? std::nullopt : std::optional(cents(budget)),
                      unpriced);
        QVERIFY(texts(line).contains(words));
    }

    void requestsWithoutAPriceAreNamed()
    {
        StatusLine line;
        line.setSpend({}, std::nullopt, 3);
        QVERIFY(texts(line).join(u' ').contains(u"3 request"_s));
    }

    void requestsOnTheWayAreShownOnlyWhileThereAreSome()
    {
        StatusLine line;
        line.setInFlight(2);
        QVERIFY(texts(line).join(u' ').contains(u"2 request"_s));
        line.setInFlight(0);
        QVERIFY(!texts(line).join(u' ').contains(u"on the way"_s));
    }

    void healthHasWords()
    {
        StatusLine line;
        QSet<QString> words;
        for (const auto health : {HealthState::Unknown, HealthState::Good, HealthState::Slow,
                                  HealthState::Failing, HealthState::Unreachable}) {
            line.setHealth(u"Fast"_s, health);
            words.insert(texts(line).first());
            QVERIFY(texts(line).first().startsWith(u"Fast: "_s));
        }
        QCOMPARE(words.size(), 5);
    }

private:
    static QStringList texts(const StatusLine &line)
    {
        QStringList result;
        for (const QLabel *label : line.findChildren<QLabel *>()) {
            if (!label->isHidden())
                result += label->text();
        }
        return result;
    }
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
