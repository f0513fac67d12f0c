#include "core/cost/chargecalculator.h"
#include "core/session/demomonth.h"

#include <QSet>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate lastDay(2026, 11, 22);

QList<Bundle> month(quint64 seed, int conversations = 60)
{
    const DemoMonth month({.conversations = conversations, .seed = seed, .lastDay = lastDay});
    QList<Bundle> bundles;
    for (int i = 0; i < month.size(); ++i)
        bundles += month.bundle(i);
    return bundles;
}

} // namespace

class TestDemoMonth : public QObject
{
    Q_OBJECT

private slots:
    void theSameNumberMakesTheSameMonth() { QVERIFY(month(3, 20) == month(3, 20)); }

    void anotherNumberMakesAnother()
    {
        QSet<QString> ids;
        for (const quint64 seed : {1, 2}) {
            for (const Bundle &bundle : month(seed, 20)) {
                ids += bundle.conversation.id;
                for (const Message &message : bundle.messages)
                    ids += message.id;
            }
        }
        qsizetype messages = 0;
        for (const quint64 seed : {1, 2}) {
            for (const Bundle &bundle : month(seed, 20))
                messages += bundle.messages.size();
        }
        QCOMPARE(ids.size(), messages + 40);
    }

    void fewerMattersMakeShorterConversations()
    {
        const DemoMonth month({.conversations = 20, .lastDay = lastDay, .mostMatters = 1});
        for (int i = 0; i < month.size(); ++i) {
            QVERIFY(month.bundle(i).messages.size() < 20);
            QCOMPARE(month.bundle(i).conversation.tags.size(), 1);
        }
    }

    void aShortTimeIsNotBegunEarlier()
    {
        for (const int days : {1, 3, 7, 9, 10, 15, 19, 20, 28, 29}) {
            const DemoMonth month(
                {.conversations = 60, .days = days, .seed = 2, .lastDay = lastDay});
            const QDateTime begin = lastDay.addDays(1 - days).startOfDay(Qt::UTC);
            for (int i = 0; i < month.size(); ++i) {
                const QDateTime first = month.bundle(i).messages.constFirst().createdAt;
                QVERIFY2(first >= begin,
                         qPrintable(u"%1 days: %2"_s.arg(days).arg(first.toString(Qt::ISODate))));
            }
        }
    }

    void nothingIsBeyondTheLastDay()
    {
        const QDateTime end = lastDay.addDays(1).startOfDay(Qt::UTC);
        for (const Bundle &bundle : month(1)) {
            for (const Message &message : bundle.messages)
                QVERIFY(message.createdAt < end);
        }
    }

    void everyAnswerIsChargedByThePriceList()
    {
        int unpriced = 0;
        for (const Bundle &bundle : month(1)) {
            qsizetype answers = 0;
            for (const Message &message : bundle.messages)
                answers += message.role == Role::Assistant ? 1 : 0;
            QCOMPARE(bundle.charges.size(), answers);
            for (const Charge &charge : bundle.charges) {
                Charge again = charge;
                setPrice(again, {.name = charge.provider}, PriceList::shipped());
                QCOMPARE(charge, again);
                QVERIFY(charge.usage.prompt > 0 && charge.usage.completion > 0);
                unpriced += charge.amount ? 0 : 1;
            }
        }
        QVERIFY(unpriced > 0); // there are models without a price in it
    }

    void theNewestAnswerHasItsPlan()
    {
        int planned = 0;
        for (const Bundle &bundle : month(1)) {
            QVERIFY(bundle.attempts.size() <= 1);
            for (const Attempt &attempt : bundle.attempts) {
                ++planned;
                QCOMPARE(attempt.messageId, bundle.messages.constLast().id);
                QVERIFY(attempt.requestBody.startsWith("{\"model\":"));
                QVERIFY(!attempt.plan.isEmpty());
                QCOMPARE(attempt.usage, bundle.charges.constLast().usage);
            }
        }
        QVERIFY(planned > 50);
    }

    void isASupportTeamsMonth()
    {
        QSet<QString> users;
        QSet<QString> models;
        QSet<QString> strategies;
        bool isVietnamese = false;
        bool isEnglish = false;
        for (const Bundle &bundle : month(1)) {
            users += bundle.conversation.userId;
            models += bundle.conversation.model;
            strategies += bundle.conversation.strategy;
            QVERIFY(!bundle.conversation.tags.isEmpty());
            const QString text = bundle.messages.constLast().content;
            isVietnamese = isVietnamese || text.contains(u"ạ"_s) || text.contains(u"đ"_s);
            isEnglish = isEnglish || text.contains(u" the "_s);
        }
        QVERIFY(users.size() > 8);
        QVERIFY(models.size() > 3);
        QVERIFY(strategies.size() > 1);
        QVERIFY(isVietnamese && isEnglish);
    }
};

QTEST_GUILESS_MAIN(TestDemoMonth)
#include "tst_demomonth.moc"
