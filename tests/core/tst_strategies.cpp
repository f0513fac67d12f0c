#include "core/context/options.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestStrategies : public QObject
{
    Q_OBJECT

private slots:
    void everyIdIsFound()
    {
        QStringList ids;
        for (const Strategy &strategy : strategies()) {
            QVERIFY(*strategyById(strategy.id) == &strategy);
            QCOMPARE(strategy.plan({.thread = {}, .counter = TokenCounter()}).strategy,
                     strategy.id);
            ids += strategy.id;
        }
        QCOMPARE(ids,
                 (QStringList{u"full"_s, u"sliding"_s, u"sliding-blocks"_s, u"summary"_s,
                              u"semantic"_s, u"chunks"_s, u"hybrid"_s, u"ladder"_s}));
    }

    void anUnknownOneNamesTheNearest_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("hint");
        QTest::addRow("a letter too few") << u"slidin"_s << u"sliding, full, "_s;
        QTest::addRow("upper case") << u"FULL"_s << u"full, sliding, "_s;
        QTest::addRow("nothing like any") << u"xyzzy"_s << u"full, sliding, "_s;
        QTest::addRow("empty") << u""_s << u"full, sliding, "_s;
        QTest::addRow("very long") << u"x"_s.repeated(100'000) << u"full, "_s;
    }

    void anUnknownOneNamesTheNearest()
    {
        QFETCH(QString, id);
        QFETCH(QString, hint);
        const auto found = strategyById(id);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::NotFound);
        QVERIFY2(found.error().detail.startsWith(hint), qPrintable(found.error().detail));
        QVERIFY(found.error().detail.size() < 300);
    }

    void optionsAreCompletedAndRead()
    {
        const Strategy &sliding = **strategyById(u"sliding"_s);
        const auto options =
            checkOptions(sliding, {{u"last"_s, u"7"_s}, {u"omissions"_s, u"true"_s}});
        QVERIFY(bool(options));
        QCOMPARE((*options)[u"last"_s], QJsonValue(7));
        QCOMPARE((*options)[u"tokens"_s], QJsonValue(0));
        QCOMPARE((*options)[u"omissions"_s], QJsonValue(true));
    }

    void wrongOptionsAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("says");
        QTest::addRow("unknown") << u"lsat"_s << QJsonValue(3) << u"did you mean \"last\"?"_s;
        QTest::addRow("of another strategy") << u"share"_s << QJsonValue(1) << u"there are"_s;
        QTest::addRow("too small") << u"last"_s << QJsonValue(0) << u"from 1 to 1000000"_s;
        QTest::addRow("negative") << u"tokens"_s << QJsonValue(-5) << u"from 0"_s;
        QTest::addRow("not a number") << u"last"_s << QJsonValue(u"x"_s) << u"takes a number"_s;
        QTest::addRow("not true or false")
            << u"omissions"_s << QJsonValue(u"maybe"_s) << u"takes true or false"_s;
    }

    void wrongOptionsAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QFETCH(QString, says);
        const auto options = checkOptions(**strategyById(u"sliding"_s), {{name, value}});
        QVERIFY(!options);
        QCOMPARE(options.error().kind, Error::Kind::BadInput);
        QVERIFY2(options.error().detail.contains(says), qPrintable(options.error().detail));
    }

    void namesAreDifferent()
    {
        QSet<QString> names;
        const int last = int(Reason::Code::ShortenedToFit);
        for (int i = 0; i <= last; ++i)
            names.insert(reasonName({Reason::Code(i), 0}));
        QCOMPARE(names.size(), last + 1);
        QCOMPARE(reasonName({Reason::Code::AmongLast, 20}), u"among-last-20"_s);
        QCOMPARE(noticeName({Notice::Code::NextRung, 2}), u"next-rung-2"_s);
    }
};

QTEST_GUILESS_MAIN(TestStrategies)
#include "tst_strategies.moc"
