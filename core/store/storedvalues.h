#pragma once

#include "core/chat/attempt.h"
#include "core/chat/message.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace Core {

/// There is one workspace in an embedded store. A team's server has many.
inline constexpr qint64 workspaceId = 1;

/// The gate that every text passes on its way into the store: clean, without secrets, and
/// never null, because a null QString would be bound as NULL.
QString stored(const QString &text);
QByteArray stored(const QByteArray &text);

/// Values that every database keeps as it does best: an id may be none, a time may be invalid.
struct StoredId
{
    QString text;
};
struct StoredJson
{
    QString text; ///< empty: nothing
};
QVariant storedId(const QString &id);
QVariant storedTime(const QDateTime &time);
/// A value for the database as text, number or NULL: what hashes cover and what SQLite keeps.
QVariant plainValue(const QVariant &value);

QVariant storedNumber(const std::optional<qint64> &number); ///< or NULL

QString storedList(const QStringList &texts); ///< JSON, empty for none
QStringList listFrom(const QString &json);
QVariant storedObject(const QJsonObject &object); ///< JSON, nothing for {}
QJsonObject objectFrom(const QString &json);
QString storedToolCalls(const QList<ToolCall> &calls);
QList<ToolCall> toolCallsFrom(const QString &json);
QString storedHeaders(const Headers &headers);
Headers headersFrom(const QString &json);
QString storedRetries(const QList<Retry> &retries);
QList<Retry> retriesFrom(const QString &json);

QString storedEncoding(Encoding encoding);
Encoding encodingFrom(QStringView name);
QString storedUsageBasis(Usage::Basis basis);
Usage::Basis usageBasisFrom(QStringView name);

/// zstd; empty stays empty.
QByteArray compressed(const QByteArray &bytes);
/// What was compressed, or nothing for bytes that are none of ours.
std::optional<QByteArray> uncompressed(const QByteArray &bytes);

/// SHA-256 over `before` and the values, each with its length, so that no two lists of values
/// have the same one.
QByteArray hashOf(const QVariantList &values, const QByteArray &before = {});
/// The same in two steps: what is covered of the values, and the hash over it.
QByteArray coveredByHash(const QVariantList &values);
QByteArray hashOf(const QByteArray &covered, const QByteArray &before);

} // namespace Core

// A QVariant of one needs no memory of its own.
Q_DECLARE_TYPEINFO(Core::StoredId, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Core::StoredJson, Q_RELOCATABLE_TYPE);
