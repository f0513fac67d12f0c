#include "ui/providers/canarycard.h"
#include "ui/providers/canarytext.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Core::CanaryPlan)

class TestCanaryCard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_card = std::make_unique<CanaryCard>();
        m_card->setProviders({u"Old"_s, u"Third"_s, u"New"_s}, u"Old"_s);
    }

    void steps_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<double>>("steps");
        QTest::addRow("as they are shown") << u"1, 5, 25, 50"_s << QList<double>{1, 5, 25, 50};
        QTest::addRow("with signs") << u"1% 5 %; 50%"_s << QList<double>{1, 5, 50};
        QTest::addRow("without spaces") << u"0.5,10,100"_s << QList<double>{0.5, 10, 100};
        QTest::addRow("with blanks") << u" 1 2\t3 "_s << QList<double>{1, 2, 3};
        QTest::addRow("nothing") << u" "_s << QList<double>{};
        QTest::addRow("falling") << u"5, 1"_s << QList<double>{};
        QTest::addRow("twice the same") << u"5, 5"_s << QList<double>{};
        QTest::addRow("zero") << u"0, 5"_s << QList<double>{};
        QTest::addRow("below zero") << u"-1"_s << QList<double>{};
        QTest::addRow("over a hundred") << u"50, 101"_s << QList<double>{};
        QTest::addRow("words") << u"some"_s << QList<double>{};
        QTest::addRow("not a number") << u"nan"_s << QList<double>{};
    }

    void steps()
    {
        QFETCH(QString, typed);
        QFETCH(QList<double>, steps);
        QCOMPARE(canarySteps(typed).value_or(QList<double>()), steps);
    }

    void whatIsChosenIsBegun()
    {
        QList<CanaryPlan> begun;
        connect(m_card.get(), &CanaryCard::beginAsked, this,
                [&begun](const CanaryPlan &plan) { begun += plan; });
        press(u"Begin"_s);
        QCOMPARE(begun.size(), 1);
        QCOMPARE(begun[0], (CanaryPlan{.canary = u"New"_s, .control = u"Old"_s}));
    }

    void whatMakesNoSenseIsSaidInWords()
    {
        int begun = 0;
        connect(m_card.get(), &CanaryCard::beginAsked, this, [&begun] { ++begun; });
        m_card->findChildren<QLineEdit *>().first()->setText(u"50, 5"_s);
        for (QLineEdit *field : m_card->findChildren<QLineEdit *>()) {
            if (field->accessibleName().contains(u"Steps"_s))
                field->setText(u"50, 5"_s);
        }
        press(u"Begin"_s);
        QCOMPARE(begun, 0);
        QVERIFY(says(u"rising percentages"_s));
    }

    void oneThatRunsShowsItsFiguresAndCanBeTakenBack()
    {
        QSignalSpy back(m_card.get(), &CanaryCard::rollBackAsked);
        Canary canary({.canary = u"New"_s, .control = u"Old"_s}, now());
        for (int i = 0; i < 30; ++i)
            canary.add(
                {.provider = i % 3 == 0 ? u"New"_s : u"Old"_s, .totalMs = 100, .isTurn = true},
                now());
        m_card->setCanary(canary);

        QVERIFY(says(u"gets 1%"_s));
        QVERIFY(says(u"0.0% of 10 requests"_s));
        QVERIFY(says(u"Not enough data"_s));
        QVERIFY(!button(u"Begin"_s)->isVisibleTo(m_card.get()));
        press(u"Take it back"_s);
        QCOMPARE(back.size(), 1);
    }

    void oneThatWasTakenBackSaysWhy()
    {
        Canary canary({.canary = u"New"_s, .control = u"Old"_s, .fewest = 20}, now());
        for (int i = 0; i < 60 && canary.isRunning(); ++i) {
            canary.add({.provider = u"Old"_s, .totalMs = 100, .isTurn = true}, now());
            canary.add({.provider = u"New"_s,
                        .error = Error{.kind = Error::Kind::ServerFailed},
                        .isTurn = true},
                       now());
        }
        m_card->setCanary(canary);
        QVERIFY(says(u"“New” was taken back"_s));
        QVERIFY(says(u"more errors"_s));
        QVERIFY(button(u"Begin"_s)->isVisibleTo(m_card.get()));
    }

    void everyStateHasWords()
    {
        Canary canary({.canary = u"New"_s, .control = u"Old"_s}, now());
        QStringList said{canaryText({}), canaryText(canary)};
        canary.promote(now());
        said += canaryText(canary);
        canary.rollBack(now());
        said += canaryText(canary);
        canary.endFor(7, now());
        said += canaryText(canary);
        said.removeDuplicates();
        QCOMPARE(said.size(), 5);
        for (const CanaryEvent &event : canary.history())
            QVERIFY(!canaryEventText(event).isEmpty());
    }

private:
    static QDateTime now() { return QDateTime({2026, 11, 1}, {12, 0}, Qt::UTC); }

    QPushButton *button(const QString &text)
    {
        for (QPushButton *each : m_card->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    void press(const QString &text) { button(text)->click(); }

    bool says(const QString &words)
    {
        for (const QLabel *label : m_card->findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_card.get()) && label->text().contains(words))
                return true;
        }
        return false;
    }

    std::unique_ptr<CanaryCard> m_card;
};

QTEST_MAIN(TestCanaryCard)
#include "tst_canarycard.moc"
