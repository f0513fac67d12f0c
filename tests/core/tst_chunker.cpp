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
