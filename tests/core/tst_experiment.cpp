#include "core/session/experiment.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

Experiment experiment(const QString &name)
{
    Experiment made{.id = u"e-"_s + name,
                    .name = name,
                    .savedAt = QDateTime({2026, 11, 23}, {9, 41, 7, 250}, Qt::UTC),
                    .conversationId = u"c"_s,
                    .conversationTitle = u"Đơn hàng"_s,
                    .question = u"Which?"_s,
                    .callsPerDay = 1000,
                    .cards = standardTrials(u"openai"_s, u"gpt-4.1"_s, 5000),
                    .probes = {{.source = u"c"_s, .question = u"Who?"_s, .evidence = {u"1"_s}}},
                    .seed = 18'446'744'073'709'551'615ULL};
    made.cards[1] = withOption(made.cards[1], u"last"_s, 5);
    made.results = {
        {.tokens = 900,
         .limit = 4000,
         .sent = 12,
         .messages = 40,
         .perCall = Money{1},
         .perMonth = Money{30'000},
         .cachedShare = 0.25,
         .recall = EvaluationRow{.tag = u"all"_s, .n = 7, .recall = 0.5, .low = 0.25, .high = 0.75},
         .isBehind = true,
         .preferred = 3},
        {},
        {},
        {}};
    return made;
}

} // namespace

class TestExperiment : public QObject
{
    Q_OBJECT

private slots:
    void experimentsAreReadAsTheyWereWritten()
    {
        const QList<Experiment> written{experiment(u"a"_s), experiment(u"b"_s)};
        auto read = experimentsFromJson(experimentsToJson(written));
        QVERIFY(read);
        QList<Experiment> same = *read;
        for (qsizetype i = 0; i < same.size(); ++i) {
            for (qsizetype card = 0; card < same[i].cards.size(); ++card)
                same[i].cards[card].id = written[i].cards[card].id; // made anew on reading
        }
        QCOMPARE(same, written);
        QVERIFY(experimentsFromJson({})->isEmpty());
    }

    void whatCannotBeReadIsAnError_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addRow("no list") << u"{}"_s;
        QTest::addRow("cut off") << u"[{"_s;
        QTest::addRow("no id") << u"[{\"name\":\"a\",\"cards\":[]}]"_s;
        QTest::addRow("a card that is none") << u"[{\"id\":\"a\",\"cards\":[7]}]"_s;
        QTest::addRow("probes that are none") << u"[{\"id\":\"a\",\"probes\":\"x\"}]"_s;
    }

    void whatCannotBeReadIsAnError()
    {
        QFETCH(QString, json);
        QVERIFY(!experimentsFromJson(json));
    }

    void everyCardHasAResult()
    {
        Experiment short_ = experiment(u"a"_s);
        short_.results.clear();
        const auto read = experimentsFromJson(experimentsToJson({short_}));
        QCOMPARE(read->first().results.size(), 4);
    }

    void aNameThatIsTakenGetsANumber()
    {
        QCOMPARE(freeName(u"a"_s, {}), u"a"_s);
        QCOMPARE(freeName(u"a"_s, {experiment(u"a"_s), experiment(u"a (2)"_s)}), u"a (3)"_s);
    }
};

QTEST_GUILESS_MAIN(TestExperiment)
#include "tst_experiment.moc"
