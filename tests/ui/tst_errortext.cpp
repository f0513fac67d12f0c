#include "core/base/money.h"
#include "ui/base/errortext.h"

#include <QSet>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasASentenceOfItsOwn()
    {
        QSet<QString> sentences;
        for (int i = 0; i <= int(Error::Kind::Unauthorized); ++i) {
            const QString sentence = errorText({.kind = Error::Kind(i)});
            QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u')'), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            QVERIFY2(sentence.at(0).isUpper(), qPrintable(sentence));
            sentences.insert(sentence);
        }
        QCOMPARE(sentences.size(), int(Error::Kind::Unauthorized) + 1);
    }

    void saysWhatIsKnown_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QStringList>("words");

        QTest::addRow("how long to wait")
            << Error{.kind = Error::Kind::RateLimited, .where = u"Fast"_s, .retryAfterMs = 20'000}
            << QStringList{u"Fast"_s, u"20.0 s"_s};
        QTest::addRow("tokens and their limit")
            << Error{.kind = Error::Kind::OverBudget, .asked = 130'000, .limit = 123'904}
            << QStringList{u"130,000"_s, u"123,904"_s};
        QTest::addRow("the model's window")
            << Error{.kind = Error::Kind::ContextExceeded, .asked = 9000, .limit = 8192}
            << QStringList{u"9,000"_s, u"8,192"_s};
        QTest::addRow("where and what was said") << Error{.kind = Error::Kind::BadInput,
                                                          .detail = u"no messages"_s,
                                                          .where = u"a.json:7"_s}
                                                 << QStringList{u"a.json:7"_s, u"no messages"_s};
        QTest::addRow("the status")
            << Error{.kind = Error::Kind::ServerFailed, .where = u"api.example"_s, .status = 503}
            << QStringList{u"api.example"_s, u"503"_s};
        QTest::addRow("whose key") << Error{.kind = Error::Kind::Unauthorized, .where = u"Fast"_s}
                                   << QStringList{u"Fast"_s, u"key"_s};
        QTest::addRow("how much room")
            << Error{.kind = Error::Kind::StoreFull, .where = u"/data"_s, .asked = 4096}
            << QStringList{u"/data"_s, u"4.00"_s};
        QTest::addRow("which limit")
            << Error{.kind = Error::Kind::SpendLimit, .where = u"team, a day"_s}
            << QStringList{u"team, a day"_s};
        QTest::addRow("how far a limit would be passed")
            << Error{.kind = Error::Kind::SpendLimit,
                     .where = u"day, user an"_s,
                     .asked = 5 * Core::picoPerDollar,
                     .limit = 4 * Core::picoPerDollar}
            << QStringList{u"day, user an"_s, u"5.00"_s, u"4.00"_s};
        QTest::addRow("which is missing")
            << Error{.kind = Error::Kind::NotFound, .detail = u"gpt-9"_s}
            << QStringList{u"gpt-9"_s};
    }

    void saysWhatIsKnown()
    {
        QFETCH(Error, error);
        QFETCH(QStringList, words);
        const QString sentence = errorText(error);
        for (const QString &word : words)
            QVERIFY2(sentence.contains(word), qPrintable(sentence));
    }

    void aPlaceWithPercentSignsStaysWhole()
    {
        const QString sentence = errorText(
            {.kind = Error::Kind::RateLimited, .where = u"100%2"_s, .retryAfterMs = 1000});
        QVERIFY2(sentence.startsWith(u"100%2 takes"_s), qPrintable(sentence));
    }

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
