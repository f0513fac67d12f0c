#include "ui/budget/budgetmeter.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

MeterState filled(int history)
{
    return {.use = {.system = 200, .history = history, .question = 500},
            .budget = {.window = 128'000, .replyReserve = 4'096},
            .cost = Core::Money{19'400'000'000}};
}

QPushButton *button(const BudgetMeter &meter, const QString &text)
{
    const auto buttons = meter.findChildren<QPushButton *>();
    for (QPushButton *each : buttons) {
        if (each->text() == text && !each->isHidden())
            return each;
    }
    return nullptr;
}

} // namespace

class TestBudgetMeter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void itSays_data()
    {
        QTest::addColumn<MeterState>("state");
        QTest::addColumn<QString>("summary");

        MeterState estimated = filled(9'000);
        estimated.exactness = Core::Exactness::Estimated;
        MeterState unpriced = filled(9'000);
        unpriced.cost.reset();

        QTest::addRow("tokens and cost") << filled(9'000) << u"9.7k of 128k · about $0.02"_s;
        QTest::addRow("that a count is estimated")
            << estimated << u"9.7k of 128k, estimated · about $0.02"_s;
        QTest::addRow("that a price is missing") << unpriced << u"9.7k of 128k · no price known"_s;
        QTest::addRow("how full it is")
            << filled(99'300) << u"100k of 128k · 81% full · about $0.02"_s;
        QTest::addRow("when it is over") << filled(130'000) << u"131k of 128k · over budget"_s;
    }

    void itSays()
    {
        QFETCH(MeterState, state);
        QFETCH(QString, summary);

        BudgetMeter meter;
        meter.setState(state);
        QCOMPARE(meter.summary(), summary);
    }

    void theDescriptionHasTheExactSums()
    {
        BudgetMeter meter;
        meter.setState(filled(9'012));
        const QStringList lines = meter.accessibleDescription().split(u'\n');
        QVERIFY(lines.contains(u"History: 9,012 tokens"_s));
        QVERIFY(lines.contains(u"Kept for the answer: 4,096 tokens"_s));
        QVERIFY(lines.contains(u"The request: 9,712 of 123,904 tokens"_s));
        QVERIFY(lines.contains(u"Cost of this request, without the answer: 0.019400000000 USD"_s));
    }

    void whatIsNotSentOfTheQuestionIsSaid()
    {
        BudgetMeter meter;
        MeterState state = filled(120'000);
        state.questionLost = 1'234;
        meter.setState(state);
        const auto says = [&meter] {
            const auto labels = meter.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&meter](const QLabel *label) {
                return label->isVisibleTo(&meter)
                    && label->text().endsWith(u"would be sent without 1,234 tokens of it."_s);
            });
        };
        QVERIFY(says());
        state.questionLost = 0;
        meter.setState(state);
        QVERIFY(!says());
    }

    void overBudgetItOffersWaysOut()
    {
        BudgetMeter meter;
        MeterState state = filled(130'000);
        state.messagesToGo = 14;
        state.waysOut = {{u"sliding"_s, 8'200}};
        meter.setState(state);
        QSignalSpy strategies(&meter, &BudgetMeter::strategyRequested);
        QSignalSpy shortenings(&meter, &BudgetMeter::shorteningRequested);
        QSignalSpy inspections(&meter, &BudgetMeter::inspectorRequested);

        button(meter, u"Use Sliding window (8.2k)"_s)->click();
        button(meter, u"Shorten the question"_s)->click();
        button(meter, u"Choose messages"_s)->click();

        QCOMPARE(strategies.takeFirst(), QVariantList{u"sliding"_s});
        QCOMPARE(shortenings.size(), 1);
        QCOMPARE(inspections.size(), 1);
        const auto labels = meter.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text()
                == u"Over budget by 6,796 tokens. The oldest 14 messages would have to go."_s;
        }));
    }

    void aWayOutThatWasTakenMayChangeTheMeter()
    {
        BudgetMeter meter;
        MeterState state = filled(130'000);
        state.waysOut = {{u"sliding"_s, 8'200}};
        meter.setState(state);
        connect(&meter, &BudgetMeter::strategyRequested, &meter,
                [&meter] { meter.setState(filled(8'000)); });

        button(meter, u"Use Sliding window (8.2k)"_s)->click();
        QCOMPARE(meter.summary(), u"8.7k of 128k · about $0.02"_s);
        QVERIFY(!button(meter, u"Use Sliding window (8.2k)"_s));
    }
};

QTEST_MAIN(TestBudgetMeter)
#include "tst_budgetmeter.moc"
