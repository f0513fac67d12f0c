#include "core/retrieval/chunker.h"

#include <QTest>

using namespace Core;

namespace {

/// Texts as the numbers of their terms, "1 2,1,3": three texts; where each begins a chunk.
QString beginsOf(const QString &texts, const Chunker::Limits &limits)
{
    Chunker chunker(limits);
    QString begins;
    for (const QString &text : texts.split(u',')) {
        std::vector<LexicalIndex::Count> terms;
        for (const QString &term : text.split(u' ', Qt::SkipEmptyParts))
            terms.push_back({term.toInt(), 1});
        begins += chunker.add(terms, 1) ? u'|' : u'.';
    }
    return begins;
}

} // namespace

class TestChunker : public QObject
{
    Q_OBJECT

private slots:
    void cuts_data()
    {
        QTest::addColumn<QString>("texts");
        QTest::addColumn<double>("similarity");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("begins");

        QTest::addRow("nothing before the first text") << "1" << 0.7 << 10 << "|";
        QTest::addRow("not between texts of the same words") << "1 2,1 2,1 2" << 0.7 << 10 << "|..";
        QTest::addRow("where other words begin") << "1 2,1 2,3 4,3 4" << 0.7 << 10 << "|.|.";
        QTest::addRow("nowhere where any likeness is enough") << "1,2,3" << 0.0 << 10 << "|..";
        QTest::addRow("everywhere where only the same is alike") << "1,1 2,3" << 1.0 << 10 << "|||";
        QTest::addRow("where a chunk is full") << "1,1,1,1,1" << 0.7 << 2 << "|.|.|";
        QTest::addRow("not before a text without words") << "1 2,,1 2" << 0.7 << 10 << "|..";
        QTest::addRow("not after texts without words") << ",,1 2" << 0.7 << 10 << "|..";
        QTest::addRow("by the average of the chunk") << "1,1,1,1 2 3 4" << 0.74 << 10 << "|..|";
    }

    void cuts()
    {
        QFETCH(QString, texts);
        QFETCH(double, similarity);
        QFETCH(int, most);
        QTEST(beginsOf(texts, {similarity, most}), "begins");
    }

    void aFurtherTextMovesNoEarlierBoundary()
    {
        const QString all = QStringLiteral("1 2,1 2,3,4 1,4,,2 3,2,5 1,5 5");
        const QString whole = beginsOf(all, {0.7, 3});
        for (qsizetype texts = 1; texts <= whole.size(); ++texts) {
            const QString beginning = all.section(u',', 0, texts - 1);
            QCOMPARE(beginsOf(beginning, {0.7, 3}), whole.first(texts));
        }
    }

    void aChunkThatWasTakenBackWasNeverThere()
    {
        const auto terms = [](int first) {
            return std::vector<LexicalIndex::Count>{{first, 1}, {first + 1, 2}};
        };
        Chunker chunker({0.7, 10});
        Chunker never({0.7, 10});
        for (Chunker *each : {&chunker, &never}) {
            QVERIFY(each->add(terms(1), 1));
            QVERIFY(!each->add(terms(1), 1));
        }
        QVERIFY(chunker.add(terms(5), 1));
        chunker.takeBack(terms(5));
        chunker.takeBack(terms(1));
        chunker.takeBack(terms(1));
        chunker.add(terms(1), 1);
        chunker.add(terms(1), 1);
        for (const int first : {1, 2, 5, 2, 1}) {
            QCOMPARE(chunker.wouldBegin(terms(first), 1), never.wouldBegin(terms(first), 1));
            QCOMPARE(chunker.add(terms(first), 1), never.add(terms(first), 1));
        }
    }

    void severalMessagesCountAsManyInAChunk()
    {
        Chunker chunker({0.7, 5});
        const std::vector<LexicalIndex::Count> terms{{1, 1}};
        QVERIFY(chunker.add(terms, 3));
        QVERIFY(!chunker.add(terms, 2));
        QVERIFY(chunker.add(terms, 1));
    }
};

QTEST_GUILESS_MAIN(TestChunker)
#include "tst_chunker.moc"
