#pragma once

#include "core/retrieval/analyser.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <random>

namespace Core {

/// The draws behind sample data: the same numbers on every machine.
class SampleRandom
{
public:
    explicit SampleRandom(quint64 seed)
        : m_numbers(seed)
    {
    }

    int below(int end) { return int(m_numbers() % quint64(end)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool oneIn(int n) { return below(n) == 0; }
    QString of(const QJsonValue &list);
    QString digits(int count);

private:
    std::mt19937_64 m_numbers;
};

/// Values for the placeholders of one matter: "order", "refund", "eta"; consistent among each
/// other, dates after `now`.
QMap<QString, QString> sampleFacts(SampleRandom &random, const QJsonObject &data,
                                   const QJsonObject &product, TextLanguage language,
                                   const QDateTime &now);

} // namespace Core
