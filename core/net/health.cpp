#include "core/net/health.h"

#include "core/net/breaker.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
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

QJsonObject ProviderHealth::toJson() const
{
    QJsonObject classes;
    for (auto error = errors.begin(); error != errors.end(); ++error)
        classes[error.key()] = error.value();
    return {{u"provider"_s, provider},    {u"model"_s, model},
            {u"requests"_s, requests},    {u"fallbacks"_s, fallbacks},
            {u"errors"_s, classes},       {u"first_token"_s, firstToken.toJson()},
            {u"total"_s, total.toJson()}, {u"speed"_s, speed.toJson()}};
}

ProviderHealth ProviderHealth::fromJson(const QJsonObject &json)
{
    ProviderHealth health{.provider = json["provider"_L1].toString(),
                          .model = json["model"_L1].toString(),
                          .requests = std::max<qint64>(json["requests"_L1].toInteger(), 0),
                          .fallbacks = std::max<qint64>(json["fallbacks"_L1].toInteger(), 0)};
    const QJsonObject classes = json["errors"_L1].toObject();
    for (auto error = classes.begin(); error != classes.end(); ++error)
        health.errors[error.key()] = std::max<qint64>(error.value().toInteger(), 0);
    health.firstToken = LatencySketch::fromJson(json["first_token"_L1].toObject());
    health.total = LatencySketch::fromJson(json["total"_L1].toObject());
    health.speed = LatencySketch::fromJson(json["speed"_L1].toObject());
    return health;
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
    for (const ProviderHealth &each : m_entries)
        rows.append(each.toJson());
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

HealthBook HealthBook::fromJson(const QByteArray &json)
{
    HealthBook book;
    const QJsonArray rows = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &row : rows) {
        const ProviderHealth health = ProviderHealth::fromJson(row.toObject());
        if (!health.provider.isEmpty())
            book.m_entries.insert({health.provider, health.model}, health);
    }
    return book;
}

} // namespace Core
