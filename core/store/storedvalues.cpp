#include "core/store/storedvalues.h"

#include "core/base/redact.h"
#include "core/base/text.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <zstd.h>

#include <array>
#include <memory>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

QString jsonText(const QJsonDocument &document)
{
    return stored(QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

/// `convert` makes a value of each element.
template <typename List, typename Convert>
QString storedArray(const List &list, Convert convert)
{
    if (list.isEmpty())
        return u""_s;
    QJsonArray array;
    for (const auto &each : list)
        array.append(convert(each));
    return jsonText(QJsonDocument(array));
}

template <typename List, typename Convert>
List listOf(const QString &json, Convert convert)
{
    List list;
    if (json.isEmpty())
        return list;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    list.reserve(array.size());
    for (const QJsonValue &each : array)
        list.append(convert(each));
    return list;
}

} // namespace

QString stored(const QString &text)
{
    if (text.isEmpty())
        return u""_s;
    return redacted(cleanText(text));
}

QByteArray stored(const QByteArray &text)
{
    return text.isEmpty() ? QByteArray("") : redacted(text);
}

QVariant storedTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QVariant storedNumber(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant();
}

QString storedList(const QStringList &texts)
{
    return storedArray(texts, [](const QString &text) { return QJsonValue(text); });
}

QStringList listFrom(const QString &json)
{
    return listOf<QStringList>(json, [](const QJsonValue &value) { return value.toString(); });
}

QString storedObject(const QJsonObject &object)
{
    return object.isEmpty() ? u""_s : jsonText(QJsonDocument(object));
}

QJsonObject objectFrom(const QString &json)
{
    return json.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(json.toUtf8()).object();
}

QString storedToolCalls(const QList<ToolCall> &calls)
{
    return storedArray(calls, [](const ToolCall &call) {
        return QJsonArray{call.id, call.name, call.arguments};
    });
}

QList<ToolCall> toolCallsFrom(const QString &json)
{
    return listOf<QList<ToolCall>>(json, [](const QJsonValue &value) {
        return ToolCall{.id = value[0].toString(),
                        .name = value[1].toString(),
                        .arguments = value[2].toString()};
    });
}

QString storedHeaders(const Headers &headers)
{
    return storedArray(headers, [](const auto &header) {
        return QJsonArray{QString::fromLatin1(header.first), QString::fromLatin1(header.second)};
    });
}

Headers headersFrom(const QString &json)
{
    return listOf<Headers>(json, [](const QJsonValue &value) {
        return qMakePair(value[0].toString().toLatin1(), value[1].toString().toLatin1());
    });
}

QString storedRetries(const QList<Retry> &retries)
{
    return storedArray(retries, [](const Retry &retry) {
        return QJsonArray{retry.reason, retry.waitedMs, retry.provider, retry.wasSent};
    });
}

QList<Retry> retriesFrom(const QString &json)
{
    return listOf<QList<Retry>>(json, [](const QJsonValue &value) {
        return Retry{.reason = value[0].toString(),
                     .waitedMs = value[1].toInteger(),
                     .provider = value[2].toString(),
                     .wasSent = value[3].toBool(true)};
    });
}

namespace {

constexpr std::array encodings{std::pair{Encoding::Unknown, ""_L1},
                               std::pair{Encoding::Cl100k, "cl100k"_L1},
                               std::pair{Encoding::O200k, "o200k"_L1}};

} // namespace

QString storedEncoding(Encoding encoding)
{
    for (const auto &[each, name] : encodings) {
        if (each == encoding)
            return name;
    }
    Q_UNREACHABLE();
}

Encoding encodingFrom(QStringView name)
{
    for (const auto &[encoding, known] : encodings) {
        if (name == known)
            return encoding;
    }
    return Encoding::Unknown;
}

QString storedUsageBasis(Usage::Basis basis)
{
    return basis == Usage::Basis::Provider ? u"provider"_s : u"estimated"_s;
}

Usage::Basis usageBasisFrom(QStringView name)
{
    return name == "provider"_L1 ? Usage::Basis::Provider : Usage::Basis::Estimated;
}

QByteArray compressed(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return QByteArray("");
    thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(
        ZSTD_createCCtx(), &ZSTD_freeCCtx);
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compressCCtx(context.get(), packed.data(), size_t(packed.size()), bytes.constData(),
                          size_t(bytes.size()), ZSTD_CLEVEL_DEFAULT);
    Q_ASSERT(!ZSTD_isError(size)); // the room is enough for any input
    packed.truncate(qsizetype(size));
    packed.squeeze();
    return packed;
}

std::optional<QByteArray> uncompressed(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return QByteArray();
    constexpr unsigned long long mostBytes = 1ULL << 30; // a damaged size must not be believed
    const unsigned long long size =
        ZSTD_getFrameContentSize(bytes.constData(), size_t(bytes.size()));
    if (size > mostBytes) // the codes for "unknown" and "error" are the largest numbers
        return std::nullopt;
    QByteArray plain(qsizetype(size), Qt::Uninitialized);
    const size_t written = ZSTD_decompress(plain.data(), size_t(plain.size()), bytes.constData(),
                                           size_t(bytes.size()));
    if (ZSTD_isError(written) || written != size)
        return std::nullopt;
    return plain;
}

QByteArray hashOf(const QVariantList &values, const QByteArray &before)
{
    QByteArray covered = before;
    for (const QVariant &value : values) {
        const QByteArray bytes = value.toString().toUtf8();
        covered += value.isNull() ? QByteArray("-") : QByteArray::number(bytes.size());
        covered += ':';
        covered += bytes;
    }
    return QCryptographicHash::hash(covered, QCryptographicHash::Sha256);
}

} // namespace Core
