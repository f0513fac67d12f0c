#include "core/retrieval/extractive.h"
#include "core/retrieval/sentencereader.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<Message> talk(const QStringList &texts)
{
    QList<Message> messages;
    for (const QString &text : texts)
        messages.append({.id = QString::number(messages.size()),
                         .role = messages.size() % 2 ? Role::Assistant : Role::User,
                         .content = text});
    return messages;
}

const QStringList order{
    u"Hello! My order NB-4471 arrived with a torn sleeve."_s,
    u"Thank you for telling us. I am sorry about the torn sleeve."_s,
    u"I would like the refund of 89 dollars on my Visa card."_s,
    u"The refund of 89 dollars leaves today and takes three days."_s,
};

} // namespace

class TestExtractive : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatWasSaidUnderItsSpeaker()
    {
        const QString summary = extractiveSummary(talk(order));
        QVERIFY(summary.startsWith(u"User:\n- "_s));
        QVERIFY(summary.contains(u"- My order NB-4471 arrived with a torn sleeve.\n"_s));
        QVERIFY(summary.contains(u"\nAssistant:\n"_s));
        QVERIFY(summary.indexOf(u"NB-4471"_s) < summary.indexOf(u"89 dollars on my"_s));
        QVERIFY(!summary.contains(u"Hello!"_s));
    }

    void keepsFactsOfTheUserFirst()
    {
        const QString summary = extractiveSummary(talk(order), {}, {.characters = 75});
        QVERIFY2(summary.contains(u"NB-4471"_s) || summary.contains(u"89 dollars on my"_s),
                 qPrintable(summary));
        QVERIFY(!summary.contains(u"Assistant:"_s));
        QVERIFY(summary.size() <= 75 + 8); // the heading comes on top
    }

    void isExtendedAndNotMadeAnew()
    {
        const QList<Message> thread = talk(order);
        const QString first = extractiveSummary(thread.first(2));
        const QString second = extractiveSummary(thread.sliced(2), first);
        QVERIFY(second.contains(u"NB-4471"_s));
        QVERIFY(second.contains(u"89 dollars on my Visa"_s));
        QCOMPARE(second.count(u"User:"_s), 1);
        QCOMPARE(second.count(u"NB-4471"_s), 1);
    }

    void whatWasReadBeforeChangesNothing()
    {
        const QStringList vietnamese{
            u"Dạ chào shop ạ. Mình đặt áo khoác mã DH123456 hôm thứ Hai."_s,
            u"Dạ shop đã nhận đơn, mai giao tới Đà Nẵng ạ."_s,
            u"My order NB-4471 arrived with a torn sleeve."_s};
        SentenceReader known;
        for (int again = 0; again < 2; ++again) {
            for (const QStringList &texts : {order, vietnamese, order + vietnamese}) {
                const QList<Message> thread = talk(texts);
                QString alone;
                QString shared;
                for (const Message &message : thread) { // the language may change on the way
                    alone = extractiveSummary({&message, 1}, alone, {.characters = 180});
                    shared = extractiveSummary({&message, 1}, shared, {.characters = 180}, &known);
                    QCOMPARE(shared, alone);
                }
            }
        }
    }

    void anotherKindOfSummaryStaysInFront()
    {
        const QString summary = extractiveSummary(talk(order), u"The customer is called Lan."_s);
        QVERIFY(summary.startsWith(u"The customer is called Lan.\nUser:\n"_s));
    }

    void repetitionsAreKeptOnce()
    {
        const QString said = u"My parcel is lost in Da Nang since Monday."_s;
        const QString summary = extractiveSummary(talk({said, u"Ok."_s, said, u"Ok."_s, said}));
        QCOMPARE(summary, u"User:\n- "_s + said);
    }

    void whereNothingWasSaidThereIsNothing_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addRow("no messages") << QStringList();
        QTest::addRow("courtesies") << QStringList{u"Hi!"_s, u"Ok."_s};
        QTest::addRow("punctuation and emoji") << QStringList{u"?!…"_s, u"👍👍"_s};
    }

    void whereNothingWasSaidThereIsNothing()
    {
        QFETCH(QStringList, texts);
        QCOMPARE(extractiveSummary(talk(texts)), QString());
    }

    void aSentenceWithoutEndIsCut()
    {
        const QString endless = u"order 4471 "_s.repeated(100'000);
        const QString summary = extractiveSummary(talk({endless}), {}, {.sentence = 50});
        QVERIFY(summary.size() < 80);
    }

    void vietnameseIsReadToo()
    {
        const QString summary =
            extractiveSummary(talk({u"Dạ chào shop ạ. Mình đặt áo khoác mã DH123456 hôm thứ Hai."_s,
                                    u"Dạ em chào chị ạ."_s}));
        QVERIFY2(summary.contains(u"- Mình đặt áo khoác mã DH123456 hôm thứ Hai."_s),
                 qPrintable(summary));
    }
};

QTEST_GUILESS_MAIN(TestExtractive)
#include "tst_extractive.moc"
