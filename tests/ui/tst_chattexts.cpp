#include "ui/mainwindow/chattexts.h"

#include <QLocale>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestChatTexts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    /// The error, the number of the try, of how many, and who is asked.
    void aTryThatFollowsAtOnceSaysSo()
    {
        const QString words = ChatTexts::retrying(
            {.error = busy(), .waitMs = 0, .tries = 1, .mostTries = 5, .provider = u"Slow"_s}, {});

        QVERIFY2(words.startsWith(u"Fast failed on its side (HTTP 503)"_s), qPrintable(words));
        QVERIFY2(words.endsWith(u"Try 2 of 5 asks Slow now."_s), qPrintable(words));
    }

    void aTryThatWaitsSaysHowLongAndUntilWhen()
    {
        const QDateTime until(QDate(2026, 11, 1), QTime(12, 0, 30));

        const QString words = ChatTexts::retrying(
            {.error = busy(), .waitMs = 30'000, .tries = 4, .mostTries = 5, .provider = u"Fast"_s},
            until);

        QVERIFY2(words.contains(u"Try 5 of 5 asks Fast in "_s), qPrintable(words));
        QVERIFY2(words.contains(u"30"_s) && words.contains(u"12:00"_s), qPrintable(words));
    }

    void whoAnsweredInsteadIsNamed()
    {
        QCOMPARE(ChatTexts::servedByAnother(u"Fast"_s, u"Slow"_s),
                 u"“Fast” did not answer, so “Slow” did."_s);
    }

private:
    static Error busy()
    {
        return {.kind = Error::Kind::ServerFailed, .where = u"Fast"_s, .status = 503};
    }
};

QTEST_GUILESS_MAIN(TestChatTexts)
#include "tst_chattexts.moc"
