#include "core/net/health.h"

#include "core/net/breaker.h"
#include "core/net/wilson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace Core {

qint64 ProviderHealth::errorCount() const
{
    return std::accumulate(errors.begin(), errors.end(), qint64(0));
}

double ProviderHealth::errorRate() const
{
    return requests == 0 ? 0 : double(errorCount()) / double(requests);
}

void ProviderHealth::add(const HealthSample &sample)
{
    if (sample.error && !Breaker::counts(*sample.error))
        return;
    ++requests;
    fallbacks += sample.isFallback ? 1 : 0;
    if (sample.error) {
        ++errors[errorClassName(*sample.error)];
        return;
    }
    if (sample.firstTokenMs >= 0)
        firstToken.add(sample.firstTokenMs);
    if (sample.totalMs >= 0)
        total.add(sample.totalMs);
    const qint64 spoke = sample.totalMs - std::max<qint64>(sample.firstTokenMs, 0);
    if (sample.completionTokens > 0 && spoke > 0)
        speed.add(sample.completionTokens * 10'000 / spoke);
}

void ProviderHealth::add(const ProviderHealth &other)
{
    requests += other.requests;
    fallbacks += other.fallbacks;
    for (auto each = other.errors.begin(); each != other.errors.end(); ++each)
        errors[each.key()] += each.value();
    firstToken.add(other.firstToken);
    total.add(other.total);
    speed.add(other.speed);
}

QString errorClassName(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::BadReply:
        return u"bad reply"_s;
    case Error::Kind::NetworkDown:
        return u"network"_s;
    case Error::Kind::QuotaExhausted:
        return u"quota"_s;
    case Error::Kind::RateLimited:
        return u"rate limit"_s;
    case Error::Kind::ServerFailed:
        return u"server"_s;
    case Error::Kind::TimedOut:
        return u"timeout"_s;
    case Error::Kind::TlsFailed:
        return u"tls"_s;
    case Error::Kind::Truncated:
        return u"cut off"_s;
    case Error::Kind::Unauthorized:
        return u"key refused"_s;
    default:
        return {};
    }
}

void HealthBook::add(const HealthSample &sample)
{
    ProviderHealth &health = m_entries[{sample.provider, sample.model}];
    health.provider = sample.provider;
    health.model = sample.model;
    health.add(sample);
}

void HealthBook::add(const HealthBook &other)
{
    for (const ProviderHealth &each : other.m_entries) {
        ProviderHealth &health = m_entries[{each.provider, each.model}];
        health.provider = each.provider;
        health.model = each.model;
        health.add(each);
    }
}

QList<ProviderHealth> HealthBook::report() const
{
    QList<ProviderHealth> all;
    for (const ProviderHealth &each : m_entries) {
        if (all.isEmpty() || all.last().provider != each.provider)
            all.append({.provider = each.provider});
        all.last().add(each);
    }
    return all;
}

ProviderHealth HealthBook::of(const QString &provider) const
{
    ProviderHealth sum{.provider = provider};
    for (const ProviderHealth &each : m_entries) {
        if (each.provider == provider)
            sum.add(each);
    }
    return sum;
}

QByteArray HealthBook::toJson() const
{
    QJsonArray rows;
    for (const ProviderHealth &each : m_entries) {
        QJsonObject errors;
        for (auto error = each.errors.begin(); error != each.errors.end(); ++error)
            errors[error.key()] = error.value();
        rows.append(QJsonObject{{u"provider"_s, each.provider},
                                {u"model"_s, each.model},
                                {u"requests"_s, each.requests},
                                {u"fallbacks"_s, each.fallbacks},
                                {u"errors"_s, errors},
                                {u"first_token"_s, each.firstToken.toJson()},
                                {u"total"_s, each.total.toJson()},
                                {u"speed"_s, each.speed.toJson()}});
    }
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

HealthBook HealthBook::fromJson(const QByteArray &json)
{
    HealthBook book;
    const QJsonArray rows = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &row : rows) {
        ProviderHealth health{.provider = row["provider"_L1].toString(),
                              .model = row["model"_L1].toString(),
                              .requests = std::max<qint64>(row["requests"_L1].toInteger(), 0),
                              .fallbacks = std::max<qint64>(row["fallbacks"_L1].toInteger(), 0)};
        const QJsonObject errors = row["errors"_L1].toObject();
        for (auto error = errors.begin(); error != errors.end(); ++error)
            health.errors[error.key()] = std::max<qint64>(error.value().toInteger(), 0);
        health.firstToken = LatencySketch::fromJson(row["first_token"_L1].toObject());
        health.total = LatencySketch::fromJson(row["total"_L1].toObject());
        health.speed = LatencySketch::fromJson(row["speed"_L1].toObject());
        if (!health.provider.isEmpty())
            book.m_entries.insert({health.provider, health.model}, health);
    }
    return book;
}

CanaryVerdict compareErrors(const ProviderHealth &canary, const ProviderHealth &control,
                            double margin)
{
    constexpr qint64 fewest = 100;
    constexpr double beyondChance = 3.0; // 1.96 would cry wolf once in seven with five looks
    constexpr double confidence = 1.645;
    if (canary.requests < fewest || control.requests < fewest)
        return CanaryVerdict::NotEnoughData;

    // The interval of a difference from those of its parts, by Newcombe.
    const auto difference = [&](double z) {
        const Interval left = wilson(canary.errorCount(), canary.requests, z);
        const Interval right = wilson(control.errorCount(), control.requests, z);
        const double p = canary.errorRate();
        const double q = control.errorRate();
        return Interval{p - q - std::hypot(p - left.low, right.high - q),
                        p - q + std::hypot(left.high - p, q - right.low)};
    };
    if (difference(beyondChance).low > 0)
        return CanaryVerdict::Worse;
    return difference(confidence).high < margin ? CanaryVerdict::NotWorse
                                                : CanaryVerdict::NotEnoughData;
}

} // namespace Core
