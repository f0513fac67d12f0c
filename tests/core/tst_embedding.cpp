#include "core/practice/embedding.h"

#include <QTest>

#include <cmath>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

double likeness(const QString &a, const QString &b)
{
    const QList<float> left = practiceEmbedding(a);
    const QList<float> right = practiceEmbedding(b);
    double sum = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        sum += double(left[i]) * double(right[i]);
    return sum;
}

} // namespace

class TestEmbedding : public QObject
{
    Q_OBJECT

private slots:
    void vectorsHaveLengthOne()
    {
        for (const QString &text : {u"order"_s, u"My order number is 4471."_s, u"Đơn hàng"_s}) {
            QCOMPARE(practiceEmbedding(text).size(), embeddingSize);
            QVERIFY(std::abs(likeness(text, text) - 1) < 1e-5);
        }
    }

    void aTextWithoutWordsIsAllZero()
    {
        QCOMPARE(practiceEmbedding(u" ?! "_s), QList<float>(embeddingSize, 0.0F));
    }

    void relatedTextsAreCloser()
    {
        const QString question = u"When will my parcel be delivered?"_s;
        const double related = likeness(question, u"Your parcel is delivered on Monday."_s);
        const double other = likeness(question, u"We also sell red shirts."_s);
        QVERIFY(related > 0.5);
        QVERIFY(std::abs(other) < 0.25);
        QVERIFY(likeness(u"delivered"_s, u"delivery"_s) > 0.15); // other forms of a word
        QVERIFY(likeness(u"Đơn hàng"_s, u"don hang"_s) > 0.99);
    }

    /// Vectors are kept in caches: another run, another machine must give the same.
    void theSameTextAlwaysHasTheSameVector()
    {
        const QList<float> vector = practiceEmbedding(u"order"_s);
        quint64 sum = 0;
        for (const float value : vector)
            sum = sum * 31 + quint64(qint64(std::lround(double(value) * 1000)));
        QCOMPARE(sum, quint64(8449904464752256475));
    }
};

QTEST_GUILESS_MAIN(TestEmbedding)
#include "tst_embedding.moc"
