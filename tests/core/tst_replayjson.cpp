#include "core/cost/replayjson.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

ReplayReport sampleReport()
{
    ReplayReport report{.query = {.ways = {*replayWay(u"sliding"_s, {{u"last"_s, 12}}, 900),
                                           *replayWay(u"full"_s, {}, 900)},
                                  .models = {{u"openai"_s, u"gpt-4.1"_s}, {}},
                                  .filter = {.userId = u"minh"_s,
                                             .from = QDateTime(QDate(2026, 10, 1), {}, Qt::UTC)},
                                  .zone = "Asia/Ho_Chi_Minh",
                                  .cacheLifeMs = 5,
                                  .prices = ReplayQuery::Prices::OfNow,
                                  .now = QDateTime(QDate(2026, 11, 1), QTime(3, 4, 5), Qt::UTC)},
                        .seconds = 1.5};
    ReplayPart part;
    part.billed = {1, 2, 3, 4, 5, {9'000'000'000'000'000'001}, 7, {8}, 9, {10}};
    part.totals = {{1, 2, 3, 4, 5, {9'000'000'000'000'000'003}, 7, {8}, 9}, {}, {8}, {9}};
    part.full = {{10}, {11}};
    report.figures = {part, {{QDate(2026, 10, 2), part}}, {{u"minh"_s, part}}, {{u"m"_s, part}}, 6};
    return report;
}

} // namespace

class TestReplayJson : public QObject
{
    Q_OBJECT

private slots:
    void whatIsKeptComesBack()
    {
        const ReplayReport report = sampleReport();
        const auto read = replayReportsFromJson(replayReportsToJson({report, report}));
        QVERIFY(read);
        QCOMPARE(read->size(), 2);
        QCOMPARE(read->first().figures, report.figures);
        QCOMPARE(read->first().query.ways, report.query.ways);
        QCOMPARE(read->first().query.models, report.query.models);
        QCOMPARE(read->first().query.filter, report.query.filter);
        QCOMPARE(read->first().query.zone, report.query.zone);
        QCOMPARE(read->first().query.now, report.query.now);
        QCOMPARE(read->first().query.prices, report.query.prices);
        QCOMPARE(read->first().seconds, 1.5);
        QCOMPARE(replayReportsToJson(*read), replayReportsToJson({report, report}));
    }

    void whatIsNotOursIsSaid_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addRow("no JSON") << u"{"_s;
        QTest::addRow("an object") << u"{}"_s;
        QTest::addRow("a report without rows") << u"[{}]"_s;
        QString cut = replayReportsToJson({sampleReport()});
        QTest::addRow("a row too few") << cut.replace(u",[9,0,0,0,0,0,0,0,0]"_s, QString());
    }

    void whatIsNotOursIsSaid()
    {
        QFETCH(QString, json);
        const auto read = replayReportsFromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::BadInput);
    }

    void onlySoManyAreKept()
    {
        QList<ReplayReport> reports;
        for (int i = 0; i < 14; ++i) {
            ReplayReport report = sampleReport();
            report.seconds = i;
            reports = withReport(reports, report);
        }
        QCOMPARE(reports.size(), 10);
        QCOMPARE(reports.first().seconds, 13.0);
    }
};

QTEST_GUILESS_MAIN(TestReplayJson)

#include "tst_replayjson.moc"
