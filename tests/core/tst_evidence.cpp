#include "core/practice/evidence.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<Message> said(const QStringList &texts)
{
    QList<Message> messages;
    for (const QString &text : texts)
        messages.append({.content = text});
    return messages;
}

} // namespace

class TestEvidence : public QObject
{
    Q_OBJECT

private slots:
    void sentencesEndWhereTheyEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("sentences");
        QTest::addRow("nothing") << QString() << QStringList();
        QTest::addRow("blank") << u" \n\n "_s << QStringList();
        QTest::addRow("one without an end") << u"One"_s << QStringList{u"One"_s};
        QTest::addRow("three") << u"One. Two! Three?"_s
                               << QStringList{u"One."_s, u"Two!"_s, u"Three?"_s};
        QTest::addRow("a number and an address")
            << u"It is 3.5 on a.example now. Yes"_s
            << QStringList{u"It is 3.5 on a.example now."_s, u"Yes"_s};
        QTest::addRow("lines") << u"- one\n- two\n"_s << QStringList{u"- one"_s, u"- two"_s};
    }

    void sentencesEndWhereTheyEnd()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, sentences);

        QCOMPARE(sentencesOf(text), sentences);
    }

    void wordsAreFoldedAndTheCommonestLeftOut()
    {
        QCOMPARE(contentWords(u"What IS my order's number?"_s),
                 (QStringList{u"order"_s, u"s"_s, u"number"_s}));
        QCOMPARE(contentWords(u"Đơn hàng của tôi là gì?"_s), (QStringList{u"don"_s, u"hang"_s}));
        QCOMPARE(contentWords(u"orders boss"_s), (QStringList{u"order"_s, u"boss"_s}));
    }

    void whatBearsOnTheQuestionIsFound_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QStringList>("found");
        QTest::addRow("a fact") << u"Which colour did I order?"_s
                                << QStringList{u"The colour is red."_s, u"I order a coat."_s};
        QTest::addRow("a rare word") << u"refund?"_s << QStringList{u"A refund takes 5 days."_s};
        QTest::addRow("nothing") << u"What is the weather?"_s << QStringList();
        QTest::addRow("no content words") << u"What is it?"_s << QStringList();
        QTest::addRow("empty") << QString() << QStringList();
        QTest::addRow("Vietnamese without marks")
            << u"dia chi giao hang"_s << QStringList{u"Địa chỉ giao hàng: 5 Lý Thái Tổ."_s};
    }

    void whatBearsOnTheQuestionIsFound()
    {
        QFETCH(QString, question);
        QFETCH(QStringList, found);
        const QList<Message> material =
            said({u"The colour is red. I like it."_s,
                  u"I order a coat. Which colour did I order?"_s, u"A refund takes 5 days."_s,
                  u"Địa chỉ giao hàng: 5 Lý Thái Tổ."_s, u"The colour is red."_s});

        QCOMPARE(evidenceFor(question, material), found);
    }

    void nothingIsFoundInNothing()
    {
        QCOMPARE(evidenceFor(u"order"_s, {}), QStringList());
        QCOMPARE(evidenceFor(u"order"_s, said({QString(), u"?!"_s})), QStringList());
        QCOMPARE(keySentences({}, 3), QStringList());
    }

    void noMoreThanAskedForAreFound()
    {
        QStringList texts;
        for (int i = 0; i < 20; ++i)
            texts += u"Order number %1."_s.arg(i);
        QCOMPARE(evidenceFor(u"Which order?"_s, said(texts), 3).size(), 3);
        QCOMPARE(keySentences(said(texts), 4).size(), 4);
    }

    void keySentencesAreAboutWhatAllIsAbout()
    {
        const QStringList key =
            keySentences(said({u"The parcel was lost. Hm. The parcel was insured."_s,
                               u"Nice weather here."_s, u"The lost parcel is paid for."_s}),
                         3);
        QCOMPARE(key,
                 (QStringList{u"The parcel was lost."_s, u"The parcel was insured."_s,
                              u"The lost parcel is paid for."_s}));
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
