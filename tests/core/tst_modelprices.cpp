#include "core/cost/chargecalculator.h"
#include "core/cost/modelprices.h"

#include <QTest>

#include <random>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestModelPrices : public QObject
{
    Q_OBJECT

private slots:
    void answersAsTheListDoes()
    {
        const auto prices = PriceList::fromJson(R"({"rows": [
            {"id": "a", "provider": "p", "model": "m", "to": "2026-03-01", "input": "4", "output": "1"},
            {"id": "b", "provider": "p", "model": "m", "from": "2026-03-01", "input": "2", "output": "1"},
            {"id": "c", "provider": "p", "model": "m", "from": "2026-03-01", "prompt_above": 1000, "input": "3", "output": "1"},
            {"id": "d", "provider": "preset", "model": "other*", "input": "5", "output": "1"},
            {"id": "e", "provider": "*", "model": "m*", "input": "6", "output": "1"}]})");
        QVERIFY(prices);
        std::mt19937 random(1);
        const QStringList models{u"m"_s, u"mm"_s, u"other-1"_s, u"nobody"_s};
        const QDateTime first = QDate(2026, 1, 1).startOfDay(Qt::UTC);
        for (int i = 0; i < 2000; ++i) {
            const QString model = models[int(random() % 4)];
            const Provider provider{.name = random() % 2 ? u"p"_s : u"q"_s, .preset = u"preset"_s};
            const QDateTime when = first.addSecs(qint64(random() % (120 * 86'400)));
            const qint64 prompt = qint64(random() % 2000);
            const auto expected =
                forecast(*prices, provider, model, when, {.prompt = prompt, .completion = 7});
            const ModelPrices own(*prices, provider, model);
            const Rates *rates = own.at(when.toMSecsSinceEpoch(), prompt);
            QCOMPARE(rates != nullptr, expected.has_value());
            if (rates)
                QCOMPARE(costOf({.prompt = prompt, .completion = 7}, *rates), *expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestModelPrices)

#include "tst_modelprices.moc"
