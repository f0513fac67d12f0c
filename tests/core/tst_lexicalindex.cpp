#include "core/retrieval/lexicalindex.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Core;

namespace {

using Terms = std::vector<std::string>;

/// All that can be asked of it.
std::vector<double> told(const LexicalIndex &index)
{
    std::vector<double> all;
    for (int i = 0; i < index.size(); ++i) {
        for (const LexicalIndex::Count &count : index.terms(i))
            all.insert(all.end(),
                       {double(count.term), double(count.count), index.weight(count.term)});
    }
    for (int term = 0; term < 70; ++term) {
        const std::vector<float> scores = index.scores(Terms{"t" + std::to_string(term), "t1"});
        all.insert(all.end(), scores.begin(), scores.end());
    }
    return all;
}

LexicalIndex indexOf(const std::vector<Terms> &documents)
{
    LexicalIndex index;
    for (const Terms &terms : documents)
        index.append(terms);
    return index;
}

} // namespace

class TestLexicalIndex : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentWithTheWordIsFirst()
    {
        const LexicalIndex index = indexOf({{"a"}, {"b"}, {"c"}, {"b", "d"}, {"e"}, {"f"}});
        const std::vector<float> scores = index.scores(Terms{"d"});
        for (size_t i = 0; i < scores.size(); ++i)
            QVERIFY(i == 3 || scores[i] < scores[3]);
    }

    void neighboursShareUpToFourPlacesAway()
    {
        std::vector<Terms> documents(12, Terms{"filler"});
        documents[6] = {"key"};
        const std::vector<float> scores = indexOf(documents).scores(Terms{"key"});
        QVERIFY(scores[1] == 0.F && scores[11] == 0.F);
        QVERIFY(scores[2] > 0.F && scores[10] > 0.F);
        QVERIFY(scores[5] > scores[3] && scores[7] > scores[9]);
        QVERIFY(scores[6] > scores[5]);
    }

    void whatStandsApartSharesNothing()
    {
        LexicalIndex index;
        index.append(Terms{"key"});
        index.append(Terms{"other"}, true);
        QCOMPARE(index.scores(Terms{"key"})[1], 0.F);
    }

    void aRareWordWeighsMore()
    {
        const LexicalIndex index = indexOf({{"x", "rare"}, {"x"}, {"x"}, {"x"}});
        QVERIFY(index.weight(1) > index.weight(0));
    }

    void scoresAreThoseOfTheFormula()
    {
        LexicalIndex index;
        index.append(Terms{"a", "b"});
        index.append(Terms{"b", "b", "c"}, true);
        // k1 = 2, b = 0.9; lengths 2 and 3, 2.5 on average; "c" in one of two.
        const double idf = std::log1p(1.5 / 1.5);
        const double expected = idf * 3 / (1 + 2 * (0.1 + 0.9 * 3 / 2.5));
        QVERIFY(std::abs(double(index.scores(Terms{"c", "c"})[1]) - expected) < 1e-6);
    }

    void whatWasTakenBackWasNeverThere()
    {
        std::mt19937 random(7);
        const auto below = [&](unsigned end) { return int(random() % end); };
        std::vector<std::pair<Terms, bool>> documents;
        for (int i = 0; i < 60; ++i) {
            Terms terms;
            for (int term = below(9); term > 0; --term)
                terms.push_back("t" + std::to_string(below(4 + unsigned(i))));
            documents.emplace_back(terms, below(8) == 0);
        }
        const auto append = [&](LexicalIndex &index, int end) {
            for (int i = index.size(); i < end; ++i)
                index.append(documents[size_t(i)].first, documents[size_t(i)].second);
        };
        LexicalIndex index;
        for (int step = 0; step < 300; ++step) {
            index.truncate(below(61));
            append(index, std::min(60, index.size() + below(30)));
            LexicalIndex fresh;
            append(fresh, index.size());
            QCOMPARE(told(index), told(fresh));
        }
    }

    void noWordsNoScores()
    {
        QVERIFY(LexicalIndex().scores(Terms{"a"}).empty());
        QCOMPARE(indexOf({{}, {}}).scores(Terms{"a"}), (std::vector<float>{0, 0}));
        QCOMPARE(indexOf({{"a"}}).scores({}), (std::vector<float>{0}));
    }
};

QTEST_GUILESS_MAIN(TestLexicalIndex)
#include "tst_lexicalindex.moc"
