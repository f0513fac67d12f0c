#pragma once

#include "core/base/error.h"
#include "core/net/latencysketch.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace Core {

/// How one request to a provider went.
struct HealthSample
{
    QString provider; ///< that was asked
    QString model;
    std::optional<Error> error;
    qint64 firstTokenMs = -1; ///< -1: unknown
    qint64 totalMs = -1;
    qint64 completionTokens = -1; ///< as the provider reported
    bool isFallback = false; ///< it was assigned to another provider, which had failed
    bool isTurn = false; ///< of a conversation, and not a trial or a test
    QString passedOver; ///< who was assigned and not even asked, because it rests
};

/// How a provider is doing. Latencies are of successes only: an error may come at once or after
/// a timeout, and neither tells how fast answers are. A plain value.
struct ProviderHealth
{
    QString provider;
    QString model; ///< empty: all of the provider's
    qint64 requests = 0;
    qint64 fallbacks = 0; ///< among the requests
    QMap<QString, qint64> errors; ///< by class
    LatencySketch firstToken;
    LatencySketch total;
    LatencySketch speed; ///< tenths of a token a second

    qint64 errorCount() const;
    double errorRate() const; ///< 0 without requests

    void add(const HealthSample &sample);
    void add(const ProviderHealth &other);

    QJsonObject toJson() const;
    static ProviderHealth fromJson(const QJsonObject &json); ///< skips what makes no sense

    friend bool operator==(const ProviderHealth &, const ProviderHealth &) = default;
};

/// The class that an error is counted in: "rate limit", "server", "timeout", …; empty for what
/// tells nothing of the provider (see Breaker::counts).
QString errorClassName(const Error &error);

/// The health of all providers since the program started. Bounded by the number of providers.
class HealthBook
{
public:
    void add(const HealthSample &sample);

    /// Adds what another book has seen.
    void add(const HealthBook &other);

    /// One a provider, by name.
    QList<ProviderHealth> report() const;

    /// One a provider and model, by name.
    QList<ProviderHealth> models() const { return m_entries.values(); }

    ProviderHealth of(const QString &provider) const;
    bool isEmpty() const { return m_entries.isEmpty(); }

    QByteArray toJson() const;
    static HealthBook fromJson(const QByteArray &json); ///< skips what makes no sense

private:
    QMap<QPair<QString, QString>, ProviderHealth> m_entries; ///< by provider and model
};

} // namespace Core
