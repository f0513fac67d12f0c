#include "core/store/storedvalues.h"

#include "core/base/redact.h"
#include "core/base/sha256.h"
#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVarLengthArray>

#include <zstd.h>

#include <array>
#include <charconv>
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

QVariant storedId(const QString &id)
{
    return QVariant::fromValue(StoredId{stored(id)});
}

QVariant storedTime(const QDateTime &time)
{
    return QVariant(time);
}

QVariant plainValue(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<StoredId>())
        return value.value<StoredId>().text;
    if (value.metaType() == QMetaType::fromType<StoredJson>())
        return value.value<StoredJson>().text;
    if (value.metaType() == QMetaType::fromType<QDateTime>()) {
        const QDateTime time = value.toDateTime();
        return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
    }
    return value;
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

namespace {

/// Where every text has passed the gate: JSON writes what is no text as an escape, which no
/// gate sees and PostgreSQL refuses.
QJsonValue cleaned(const QJsonValue &value)
{
    if (value.isString())
        return cleanText(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray given = value.toArray();
        for (const QJsonValue &each : given)
            array.append(cleaned(each));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject given = value.toObject();
    for (auto each = given.begin(); each != given.end(); ++each)
        object.insert(cleanText(each.key()), cleaned(each.value()));
    return object;
}

} // namespace

QVariant storedObject(const QJsonObject &object)
{
    if (object.isEmpty())
        return QVariant::fromValue(StoredJson{u""_s});
    QString text = jsonText(QJsonDocument(object));
    if (text.contains("\\u"_L1))
        text = jsonText(QJsonDocument(cleaned(object).toObject()));
    return QVariant::fromValue(StoredJson{text});
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

namespace {

/// With its length before it, so that no two lists look alike.
void cover(QByteArray &covered, QByteArrayView bytes)
{
    std::array<char, 24> length;
    char *end = std::to_chars(length.begin(), length.end() - 1, bytes.size()).ptr;
    *end++ = ':';
    covered.append(length.data(), end - length.data());
    covered.append(bytes);
}

void coverText(QByteArray &covered, const QString &text)
{
    QVarLengthArray<char, 512> plain(text.size());
    ushort odd = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        odd |= text[i].unicode();
        plain[i] = char(text[i].unicode());
    }
    if (odd < 0x80)
        cover(covered, {plain.data(), plain.size()});
    else
        cover(covered, text.toUtf8());
}

void coverNumber(QByteArray &covered, qint64 number)
{
    std::array<char, 24> digits;
    const char *end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    cover(covered, {digits.data(), end - digits.data()});
}

/// What most values are, without another QVariant of each.
void coverValue(QByteArray &covered, const QVariant &value)
{
    const QMetaType type = value.metaType();
    if (type == QMetaType::fromType<StoredId>())
        return coverText(covered, static_cast<const StoredId *>(value.constData())->text);
    if (type == QMetaType::fromType<QString>() && !value.isNull())
        return coverText(covered, *static_cast<const QString *>(value.constData()));
    if (type == QMetaType::fromType<qint64>() && !value.isNull())
        return coverNumber(covered, *static_cast<const qint64 *>(value.constData()));
    if (type == QMetaType::fromType<int>() && !value.isNull())
        return coverNumber(covered, *static_cast<const int *>(value.constData()));
    const QVariant plain = plainValue(value);
    if (plain.isNull())
        covered += "-:";
    else if (plain.metaType() == QMetaType::fromType<qint64>())
        coverNumber(covered, plain.toLongLong());
    else
        coverText(covered, plain.toString());
}

} // namespace

QByteArray hashOf(const QVariantList &values, const QByteArray &before)
{
    return hashOf(coveredByHash(values), before);
}

QByteArray hashOf(const QByteArray &covered, const QByteArray &before)
{
    return sha256(before, covered);
}

QByteArray coveredByHash(const QVariantList &values)
{
    QByteArray covered;
    covered.reserve(1024);
    for (const QVariant &each : values)
        coverValue(covered, each);
    return covered;
}

} // namespace Core
