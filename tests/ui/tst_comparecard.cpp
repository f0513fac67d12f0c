#include "ui/providers/comparecard.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestCompareCard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_card = std::make_unique<CompareCard>();
        m_card->setProviders({u"Old"_s, u"New"_s, u"practice"_s});
    }

    void theChosenOnesAreAsked()
    {
        QSignalSpy asked(m_card.get(), &CompareCard::compareAsked);
        m_card->findChildren<QComboBox *>()[1]->setCurrentText(u"New"_s);
        texts()[0]->setPlainText(u" Where is it? "_s);
        button(u"Ask both"_s)->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"Where is it?"_s);
        QCOMPARE(asked[0][1].toStringList(), (QStringList{u"Old"_s, u"New"_s}));
    }

    void withoutAQuestionNobodyIsAsked()
    {
        QSignalSpy asked(m_card.get(), &CompareCard::compareAsked);
        button(u"Ask both"_s)->click();
        QCOMPARE(asked.size(), 0);
    }

    void answersGrowSideBySideUntilBothAreThere()
    {
        m_card->begin();
        QVERIFY(!button(u"Ask both"_s)->isEnabled());
        m_card->grow(0, u"One"_s);
        m_card->grow(1, u"An"_s);
        m_card->grow(1, u"other"_s);
        QCOMPARE(texts()[1]->toPlainText(), u"One"_s);
        QCOMPARE(texts()[2]->toPlainText(), u"Another"_s);
        m_card->setReply(0, {.text = u"One."_s});
        QVERIFY(!button(u"Ask both"_s)->isEnabled());
        m_card->setReply(1, {.problem = Error{.kind = Error::Kind::Unauthorized}});
        QVERIFY(button(u"Ask both"_s)->isEnabled());
        QCOMPARE(texts()[1]->toPlainText(), u"One."_s);
    }

    void figuresSayWhatIsKnown()
    {
        const QString whole = replyFigures(
            {.usage = {.prompt = 1'200, .completion = 30, .basis = Usage::Basis::Provider},
             .cost = Money{picoPerDollar / 100},
             .timing = {.firstToken = 120, .total = 1'400}});
        QCOMPARE(whole,
                 u"First token after 120 ms, all after 1.4 s\n1,200 tokens sent, 30 received\n"
                 "Cost: $0.01"_s);
        const QString guessed =
            replyFigures({.usage = {.prompt = 5, .basis = Usage::Basis::Estimated}});
        QVERIFY(guessed.contains("estimated"_L1));
        QVERIFY(guessed.contains("no price"_L1));
        QVERIFY(!replyFigures({.problem = Error{.kind = Error::Kind::Unauthorized}}).isEmpty());
    }

private:
    QList<QPlainTextEdit *> texts() { return m_card->findChildren<QPlainTextEdit *>(); }

    QPushButton *button(const QString &text)
    {
        for (QPushButton *each : m_card->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<CompareCard> m_card;
};

QTEST_MAIN(TestCompareCard)
#include "tst_comparecard.moc"
