#include "core/practice/embedding.h"

#include "core/practice/evidence.h"

#include <cmath>

namespace Core {

namespace {

/// FNV-1a; qHash is seeded differently in every run.
quint64 hashOf(QStringView text)
{
    quint64 hash = 14695981039346656037ULL;
    for (const QChar c : text) {
        hash = (hash ^ c.unicode()) * 1099511628211ULL;
    }
    return hash ^ (hash >> 29);
}

/// One bit of the hash is a sign, so that what falls on the same place cancels on average.
void add(QList<float> &vector, QStringView feature, float weight)
{
    const quint64 hash = hashOf(feature);
    const float sign = (hash >> 63) != 0 ? 1.0F : -1.0F;
    vector[qsizetype(hash % quint64(embeddingSize))] += sign * weight;
}

} // namespace

QList<float> practiceEmbedding(const QString &text)
{
    constexpr float triple = 0.3F; // of a word's weight; brings related forms of it together
    QList<float> vector(embeddingSize, 0.0F);
    for (const QString &word : contentWords(text)) {
        add(vector, word, 1.0F);
        const QString marked = u'^' + word + u'$';
        for (qsizetype i = 0; i + 3 <= marked.size(); ++i)
            add(vector, QStringView(marked).sliced(i, 3), triple);
    }
    double squares = 0;
    for (const float value : std::as_const(vector))
        squares += double(value) * double(value);
    if (squares == 0)
        return vector;
    const auto length = float(std::sqrt(squares));
    for (float &value : vector)
        value /= length;
    return vector;
}

} // namespace Core
