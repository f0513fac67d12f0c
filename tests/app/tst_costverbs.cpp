#include "core/base/clock.h"
#include "core/cost/pricejson.h"
#include "core/cost/replayjson.h"
#include "core/store/conversationstore.h"
#include "tests/support/program.h"

using namespace Qt::Literals::StringLiterals;

// What the verbs say of money when prices change, and what is left when they are killed.
class TestCostVerbs : public ProgramTest
{
    Q_OBJECT

private slots:
    void init()
    {
        startAfresh();
        QCOMPARE(
            run({u"demo"_s, u"--conversations"_s, u"60"_s, u"--until"_s, u"2026-11-22"_s}).status,
            0);
    }

    void thePastIsPricedAnewOnlyWhereItIsAskedFor()
    {
        const QString before = total();
        setPrice(u"openai"_s, u"gpt-4.1"_s, 9'000'000);
        QCOMPARE(total(), before);

        const QStringList words{u"reprice"_s, u"--model"_s, u"gpt-4.1"_s, u"--json"_s};
        const QJsonObject preview = run(words).json();
        QVERIFY(preview["charges"_L1].toInt() > 0);
        QCOMPARE(preview["applied"_L1].toBool(), false);
        QCOMPARE(preview["rows"_L1].toArray().size(), 1);
        QCOMPARE(total(), before);
        QCOMPARE(run(words + QStringList{u"--apply"_s}).status, 2); // without a reason

        const QStringList reason{u"--apply"_s, u"--reason"_s, u"a wrong price"_s};
        QCOMPARE(run(words + reason).json()["applied"_L1].toBool(), true);
        const auto pico = [](const QString &usd) { return Core::moneyFromDecimal(usd)->pico; };
        QCOMPARE(pico(total()) - pico(before), pico(preview["difference_usd"_L1].toString()));
        QCOMPARE(run(words).json()["charges"_L1].toInt(), 0); // they are worth that now
        const QJsonArray log = run({u"reprice"_s, u"--log"_s, u"--json"_s}).rows();
        QCOMPARE(log.size(), 1);
        QCOMPARE(log[0]["reason"_L1].toString(), u"a wrong price"_s);
        QCOMPARE(log[0]["charges"_L1], preview["charges"_L1]);
        const Ended doctor = run({u"doctor"_s});
        QVERIFY2(doctor.status == 0, doctor.output.constData());
    }

    void whatHasNoPriceIsNotZero()
    {
        const QJsonArray models = run({u"cost"_s, u"--by"_s, u"model"_s, u"--json"_s}).rows();
        int unpriced = 0;
        for (const QJsonValue &row : models) {
            const bool isUnknown = row["unpriced_requests"_L1] == row["requests"_L1];
            unpriced += isUnknown ? 1 : 0;
            QCOMPARE(row["cost_usd"_L1].isNull(), isUnknown);
        }
        QCOMPARE(unpriced, 1);
        const QByteArrayList csv =
            run({u"cost"_s, u"--by"_s, u"model"_s, u"--format"_s, u"csv"_s}).output.split('\n');
        for (const QByteArray &line : csv)
            QVERIFY(!line.contains("qwen") || line.split(',')[9].isEmpty());

        const QJsonObject all = run({u"cost"_s, u"--json"_s}).json();
        QVERIFY(all["unpriced_requests"_L1].toInt() > 0);
        QVERIFY(!all["total_usd"_L1].isNull()); // a sum that says how many are not in it
        const QJsonArray conversations = run({u"list"_s, u"--json"_s}).rows();
        for (const QJsonValue &row : conversations)
            QVERIFY(row["cost_usd"_L1].isString()
                        ? Core::moneyFromDecimal(row["cost_usd"_L1].toString())->pico > 0
                            || row["unpriced_requests"_L1].toInt() == 0
                        : row["unpriced_requests"_L1].toInt() > 0);
    }

    void whatIsPrintedAddsUp_data()
    {
        QTest::addColumn<QString>("by");
        for (const char *by : {"model", "day", "user", "conversation", "tag"})
            QTest::addRow("by %s", by) << QString::fromLatin1(by);
    }

    void whatIsPrintedAddsUp()
    {
        QFETCH(QString, by);
        // The last but one of each line, without the head and the total.
        const QStringList lines =
            QString::fromUtf8(run({u"cost"_s, u"--by"_s, by}).output).trimmed().split(u'\n');
        const auto usd = [](const QString &line) {
            const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
            const QString word = words[words.size() - 2];
            return word == u"–"_s ? 0 : Core::moneyFromDecimal(word)->pico;
        };
        qint64 sum = 0;
        for (const QString &line : lines.mid(1, lines.size() - 2))
            sum += usd(line);
        QCOMPARE(sum, usd(lines.last()));
        QCOMPARE(sum, Core::moneyFromDecimal(total())->pico);
    }

    void oneTagsCostIsTold()
    {
        const QStringList words{u"cost"_s, u"--by"_s, u"tag"_s, u"--json"_s};
        const Ended whole = run(words);
        QVERIFY(whole.errors.contains("--tag"));
        qint64 refunds = 0;
        for (const QJsonValue &row : whole.rows()) {
            if (row["key"_L1].toString().split(u", "_s).contains(u"refund"_s))
                refunds += Core::moneyFromDecimal(row["cost_usd"_L1].toString(u"0"_s))->pico;
        }
        QVERIFY(refunds > 0);
        for (const QString &by : {u"tag"_s, u"model"_s, u"day"_s}) {
            const QJsonObject tagged =
                run({u"cost"_s, u"--json"_s, u"--by"_s, by, u"--tag"_s, u"refund"_s}).json();
            QCOMPARE(Core::moneyFromDecimal(tagged["total_usd"_L1].toString())->pico, refunds);
        }
    }

    void aRequestThatIsRefusedIsNotSaved()
    {
        const QJsonArray rows = run({u"replay"_s, u"--json"_s, u"--budget"_s, u"5"_s,
                                     u"--strategies"_s, u"sliding"_s, u"--models"_s, u"gpt-4.1"_s})
                                    .rows();
        QVERIFY(rows[0]["refused_requests"_L1].toInt() > 0);
        QCOMPARE(rows[0]["requests"_L1].toInt(), 0);
        for (const QString &name : {u"cost_usd"_s, u"saving_usd"_s, u"saving_full_usd"_s})
            QVERIFY2(rows[0][name].isNull(), qPrintable(name));
    }

    void aReplayTellsTheSumOfWhatHasAPrice()
    {
        const QJsonObject report =
            run({u"replay"_s, u"--json"_s, u"--strategies"_s, u"full"_s}).json();
        const QJsonValue row = report["rows"_L1][0];
        QVERIFY(row["unpriced_requests"_L1].toInt() > 0);
        QVERIFY(row["cost_usd"_L1].isString());
        const auto pico = [](const QJsonValue &usd) {
            return Core::moneyFromDecimal(usd.toString())->pico;
        };
        QCOMPARE(pico(report["billed_usd"_L1]) - pico(row["compared_usd"_L1]),
                 pico(row["saving_usd"_L1]));
        QCOMPARE(row["saving_full_usd"_L1].toString(), u"0.000000000000"_s);
    }

    void strategiesAreComparedAtOnesOwnPrices()
    {
        const QString id =
            run({u"list"_s, u"--json"_s, u"--limit"_s, u"1"_s}).rows()[0]["id"_L1].toString();
        const QStringList words{u"compare"_s, id,       u"--budget"_s,     u"4000"_s,   u"--json"_s,
                                u"--model"_s, u"own"_s, u"--strategies"_s, u"sliding"_s};
        QVERIFY(run(words).rows()[0]["cost_usd"_L1].isNull());
        setPrice(u"practice"_s, u"own"_s, 3'000'000);
        const QJsonValue row = run(words).rows()[0];
        const qint64 tokens = row["tokens"_L1]["total"_L1].toInteger();
        QCOMPARE(row["cost_usd"_L1].toString(), Core::toDecimalString({3'000'000 * tokens}));
    }

    void aReplayThatIsKilledLeavesNothingHalf()
    {
        const QString before = total();
        const QStringList words{u"replay"_s, u"--strategies"_s, u"full,sliding,summary"_s};
        bool wasKilled = false;
        for (const int ms : {30, 60, 90, 120, 150}) {
            QProcess process;
            begin(process, words);
            QVERIFY(process.waitForStarted());
            wasKilled = !process.waitForFinished(ms) || wasKilled;
            process.kill(); // SIGKILL: it cannot tidy up
            process.waitForFinished();
            const auto reports = Core::replayReportsFromJson(value(Core::replayReportsName()));
            QVERIFY(reports); // whole ones, or none
            for (const Core::ReplayReport &report : *reports)
                QCOMPARE(report.figures.conversations, 60);
            QCOMPARE(total(), before);
        }
        QVERIFY(wasKilled);
        QCOMPARE(run({u"doctor"_s}).status, 0);
        QCOMPARE(run(words + QStringList{u"--json"_s}).json()["conversations"_L1].toInt(), 60);
    }

    void aReportOfNothingIsOfNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addRow("a time before all charges")
            << QStringList{u"--from"_s, u"2001-01-01"_s, u"--to"_s, u"2001-01-31"_s};
        QTest::addRow("in a zone half an hour off")
            << QStringList{u"--from"_s,     u"2001-01-01"_s, u"--to"_s,
                           u"2001-01-31"_s, u"--zone"_s,     u"Australia/Adelaide"_s};
    }

    void aReportOfNothingIsOfNothing()
    {
        QFETCH(QStringList, words);
        for (const QString &by : {u"day"_s, u"conversation"_s, u"tag"_s}) {
            const Ended ended = run(QStringList{u"cost"_s, u"--json"_s, u"--by"_s, by} + words);
            QCOMPARE(ended.status, 0);
            QVERIFY(ended.rows().isEmpty());
            QCOMPARE(ended.json()["total_usd"_L1].toString(), u"0.000000000000"_s);
        }
    }

    void conversationsWithoutAChargeCostNothing()
    {
        startAfresh();
        QList<Core::Bundle> bundles;
        for (int i = 0; i < 3000; ++i)
            bundles.append(
                {.conversation = {.title = u"Order %1"_s.arg(i), .tags = {u"refund"_s}},
                 .messages = {{.role = Core::Role::User, .content = u"Where is it?"_s}}});
        {
            Core::SystemClock clock;
            Core::ConversationStore store(clock);
            QVERIFY(store.open(path(u"store.db"_s)).takeResult());
            QVERIFY(store.importBundles(bundles).takeResult());
        }
        for (const QString &by : {u"day"_s, u"user"_s, u"conversation"_s, u"tag"_s}) {
            const Ended ended = run({u"cost"_s, u"--json"_s, u"--by"_s, by});
            QCOMPARE(ended.status, 0);
            QVERIFY(ended.rows().isEmpty());
        }
        const Ended replay = run({u"replay"_s, u"--strategies"_s, u"full"_s});
        QCOMPARE(replay.status, 0);
        QVERIFY(replay.output.startsWith("There is nothing to ask again"));
        const Ended doctor = run({u"doctor"_s});
        QVERIFY2(doctor.status == 0, doctor.output.constData());
    }

private:
    QString total() const
    {
        return run({u"cost"_s, u"--json"_s}).json()["total_usd"_L1].toString();
    }

    template <typename Ask>
    auto inStore(Ask ask) const
    {
        Core::SystemClock clock;
        Core::ConversationStore store(clock);
        const auto opened = store.open(path(u"store.db"_s)).takeResult();
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return *ask(store).takeResult();
    }

    QString value(const QString &name) const
    {
        return inStore([&](Core::ConversationStore &store) { return store.value(name); });
    }

    /// As the window keeps it: a row that takes the place of the program's own.
    void setPrice(const QString &provider, const QString &model, qint64 rate) const
    {
        const Core::PriceRow row{.id = provider + u'/' + model,
                                 .provider = provider,
                                 .model = model,
                                 .rates = {.input = rate, .output = rate},
                                 .source = u"a test"_s};
        Core::SystemClock clock;
        Core::ConversationStore store(clock);
        QVERIFY(store.open(path(u"store.db"_s)).takeResult());
        QVERIFY(
            store.setValue(Core::ownPricesName(), QString::fromUtf8(Core::ownPricesToJson({row})))
                .takeResult());
    }
};

QTEST_GUILESS_MAIN(TestCostVerbs)
#include "tst_costverbs.moc"
