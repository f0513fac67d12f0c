#include "core/retrieval/fusion.h"

#include <QTest>

#include <limits>

using namespace Core;

namespace {

using Vector = std::vector<float>;
using Scores = std::vector<double>;
using Dense = std::vector<std::optional<double>>;

} // namespace

Q_DECLARE_METATYPE(std::vector<float>)
Q_DECLARE_METATYPE(std::vector<double>)
Q_DECLARE_METATYPE(std::vector<std::optional<double>>)
Q_DECLARE_METATYPE(std::optional<double>)

class TestFusion : public QObject
{
    Q_OBJECT

private slots:
    void twoVectorsAreAlike_data()
    {
        QTest::addColumn<Vector>("left");
        QTest::addColumn<Vector>("right");
        QTest::addColumn<std::optional<double>>("cosine");

        using Value = std::optional<double>;
        QTest::addRow("wholly") << Vector{3, 4} << Vector{6, 8} << Value(1);
        QTest::addRow("not at all") << Vector{1, 0} << Vector{0, 2} << Value(0);
        QTest::addRow("the other way round") << Vector{1, 2} << Vector{-1, -2} << Value(-1);
        QTest::addRow("in part") << Vector{1, 0} << Vector{3, 4} << Value(0.6);
        QTest::addRow("unknown without one") << Vector{} << Vector{1} << Value();
        QTest::addRow("unknown with another length") << Vector{1} << Vector{1, 2} << Value();
        QTest::addRow("unknown with nothing") << Vector{0, 0} << Vector{1, 2} << Value();
        QTest::addRow("unknown with what is no number")
            << Vector{std::numeric_limits<float>::infinity(), 1} << Vector{1, 2} << Value();
    }

    void twoVectorsAreAlike()
    {
        QFETCH(Vector, left);
        QFETCH(Vector, right);
        QFETCH(std::optional<double>, cosine);
        const auto found = Core::cosine(left, right);
        QCOMPARE(found.has_value(), cosine.has_value());
        if (found)
            QCOMPARE(*found, *cosine);
    }

    void scoresAreFused_data()
    {
        QTest::addColumn<Scores>("lexical");
        QTest::addColumn<Dense>("dense");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<Scores>("fused");

        QTest::addRow("each by the best of its kind")
            << Scores{2, 4} << Dense{0.8, 0.4} << 0.5 << Scores{0.75, 0.75};
        QTest::addRow("words alone at 0")
            << Scores{2, 4} << Dense{0.8, 0.4} << 0.0 << Scores{0.5, 1};
        QTest::addRow("meaning alone at 1")
            << Scores{2, 4} << Dense{0.8, 0.4} << 1.0 << Scores{1, 0.5};
        QTest::addRow("by words where there is no meaning")
            << Scores{2, 4} << Dense{0.8, std::nullopt} << 0.5 << Scores{0.75, 1};
        QTest::addRow("by words where none has meaning")
            << Scores{2, 4} << Dense{std::nullopt, std::nullopt} << 0.5 << Scores{0.5, 1};
        QTest::addRow("by meaning where no word matches")
            << Scores{0, 0} << Dense{0.5, 0.25} << 0.5 << Scores{0.5, 0.25};
        QTest::addRow("to nothing of nothing") << Scores{} << Dense{} << 0.5 << Scores{};
    }

    void scoresAreFused()
    {
        QFETCH(Scores, lexical);
        QFETCH(Dense, dense);
        QFETCH(double, alpha);
        QTEST(fusedScores(lexical, dense, alpha), "fused");
    }
};

QTEST_GUILESS_MAIN(TestFusion)
#include "tst_fusion.moc"
