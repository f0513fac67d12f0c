#include "core/session/modelbook.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

double factor(const ModelBook &models, const QString &model)
{
    return models.counter(u"shop"_s, model).tokens().factor;
}

} // namespace

class TestModelBook : public QObject
{
    Q_OBJECT

private slots:
    void aFactorIsLearntForEachModel()
    {
        ModelBook models;
        QCOMPARE(models.counter(u"shop"_s, u"llama"_s).exactness(), Exactness::Estimated);
        models.learn(u"shop"_s, u"llama"_s, 1000, 1250);
        QCOMPARE(models.counter(u"shop"_s, u"llama"_s).exactness(), Exactness::Calibrated);
        QCOMPARE(factor(models, u"llama"_s), 1.25);
        QCOMPARE(factor(models, u"mistral"_s), 1.0);
        QCOMPARE(models.counter(u"elsewhere"_s, u"llama"_s).tokens().factor, 1.0);
    }

    void smallChangesDoNotMoveIt()
    {
        ModelBook models;
        models.learn(u"shop"_s, u"llama"_s, 10'000, 12'000);
        const ModelTokens before = models.counter(u"shop"_s, u"llama"_s).tokens();
        models.learn(u"shop"_s, u"llama"_s, 10'000, 12'040);
        QCOMPARE(models.counter(u"shop"_s, u"llama"_s).tokens(), before);
        models.learn(u"shop"_s, u"llama"_s, 20'000, 26'000);
        QCOMPARE(factor(models, u"llama"_s), 1.25);
    }

    void nothingIsLearntFromWhatCannotBe_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("counted");
        QTest::addColumn<int>("reported");
        QTest::addRow("a public vocabulary") << u"gpt-4o"_s << 1000 << 1500;
        QTest::addRow("too little text") << u"llama"_s << 100 << 150;
        QTest::addRow("images, probably") << u"llama"_s << 1000 << 9000;
        QTest::addRow("nothing reported") << u"llama"_s << 1000 << 0;
    }

    void nothingIsLearntFromWhatCannotBe()
    {
        QFETCH(QString, model);
        QFETCH(int, counted);
        QFETCH(int, reported);
        ModelBook models;
        models.learn(u"shop"_s, model, counted, reported);
        QCOMPARE(factor(models, model), 1.0);
    }

    void whatWasLearntIsKept()
    {
        ModelBook models;
        models.learn(u"shop"_s, u"llama"_s, 1000, 1100);
        ModelBook read;
        read.fromJson(models.toJson());
        QCOMPARE(factor(read, u"llama"_s), 1.1);
    }
};

QTEST_GUILESS_MAIN(TestModelBook)
#include "tst_modelbook.moc"
