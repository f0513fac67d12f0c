#include "core/store/postgresvalues.h"

#include "core/store/storedvalues.h"

#include <QStringEncoder>
#include <QUuid>
#include <QVarLengthArray>
#include <QtEndian>

#include <algorithm>
#include <limits>

namespace Core::Postgres {

namespace {

template <typename T>
void appendBigEndian(QByteArray &bytes, T number)
{
    const T swapped = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&swapped), sizeof(T));
}

template <typename T>
void appendField(QByteArray &bytes, T number)
{
    appendBigEndian(bytes, qint32(sizeof(T)));
    appendBigEndian(bytes, number);
}

void appendNothing(QByteArray &bytes)
{
    appendBigEndian(bytes, qint32(-1));
}

void appendBytes(QByteArray &bytes, QByteArrayView value)
{
    appendBigEndian(bytes, qint32(value.size()));
    bytes.append(value);
}

/// Sets the length of the field that begins `at`.
void closeField(QByteArray &bytes, qsizetype at)
{
    qToBigEndian(qint32(bytes.size() - at - qsizetype(sizeof(qint32))), bytes.data() + at);
}

void appendUtf8(QByteArray &bytes, QStringView text)
{
    QStringEncoder encoder(QStringEncoder::Utf8);
    const qsizetype at = bytes.size();
    bytes.resize(at + encoder.requiredSpace(text.size()));
    const char *end = encoder.appendToBuffer(bytes.data() + at, text);
    bytes.truncate(end - bytes.constData());
}

void appendText(QByteArray &bytes, const QVariant &value)
{
    const qsizetype at = bytes.size();
    appendBigEndian(bytes, qint32(0));
    if (value.typeId() == QMetaType::QString)
        appendUtf8(bytes, *static_cast<const QString *>(value.constData()));
    else
        appendUtf8(bytes, value.toString());
    closeField(bytes, at);
}

void appendId(QByteArray &bytes, const QVariant &value)
{
    const QUuid id = QUuid::fromString(value.value<StoredId>().text);
    if (id.isNull()) // no id, or none that there can be
        appendNothing(bytes);
    else
        appendBytes(bytes, id.toRfc4122());
}

void appendJson(QByteArray &bytes, const QVariant &value)
{
    const QString text = value.value<StoredJson>().text;
    if (text.isEmpty())
        return appendNothing(bytes);
    const qsizetype at = bytes.size();
    appendBigEndian(bytes, qint32(0));
    bytes += '\1'; // the version of the form
    appendUtf8(bytes, text);
    closeField(bytes, at);
}

/// Microseconds since 2000; no time is before all others.
void appendTime(QByteArray &bytes, const QDateTime &time)
{
    constexpr qint64 year2000Ms = 946'684'800'000;
    appendField(bytes,
                time.isValid() ? (time.toMSecsSinceEpoch() - year2000Ms) * 1000
                               : std::numeric_limits<qint64>::min());
}

/// Each word once, in the order of its bytes.
void appendWords(QByteArray &bytes, QByteArrayView text)
{
    QVarLengthArray<std::string_view, 128> words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = text.indexOf(' ', at);
        end = end < 0 ? text.size() : end;
        if (end > at)
            words.append(std::string_view(text.data() + at, size_t(end - at)));
        at = end + 1;
    }
    std::sort(words.begin(), words.end());
    words.resize(std::unique(words.begin(), words.end()) - words.begin());
    const qsizetype at = bytes.size();
    appendBigEndian(bytes, qint32(0));
    appendBigEndian(bytes, qint32(words.size()));
    for (const std::string_view &word : words) {
        bytes.append(word.data(), qsizetype(word.size()));
        bytes.append(3, '\0'); // its end, and no places
    }
    closeField(bytes, at);
}

} // namespace

bool isWritable(Type type)
{
    switch (type) {
    case Type::Bool:
    case Type::Bytes:
    case Type::Name:
    case Type::Int64:
    case Type::Int32:
    case Type::Text:
    case Type::Time:
    case Type::Id:
    case Type::Words:
    case Type::Json:
        return true;
    }
    return false;
}

void appendValue(QByteArray &bytes, const QVariant &value, Type type)
{
    const bool isTime = type == Type::Time; // one that is none has a value
    if (!value.isValid() || (value.isNull() && !isTime))
        return appendNothing(bytes);
    switch (type) {
    case Type::Bool:
        return appendField(bytes, quint8(value.toBool() ? 1 : 0));
    case Type::Bytes:
        return appendBytes(bytes, value.toByteArray());
    case Type::Int64:
        return appendField(bytes, value.toLongLong());
    case Type::Int32:
        return appendField(bytes, qint32(value.toInt()));
    case Type::Time:
        return appendTime(bytes, value.toDateTime());
    case Type::Id:
        return appendId(bytes, value);
    case Type::Words:
        return appendWords(bytes, value.toByteArray());
    case Type::Json:
        return appendJson(bytes, value);
    case Type::Name:
    case Type::Text:
        return appendText(bytes, value);
    }
}

void appendNumber(QByteArray &bytes, qint16 number)
{
    appendBigEndian(bytes, number);
}

void appendNumber(QByteArray &bytes, qint32 number)
{
    appendBigEndian(bytes, number);
}

} // namespace Core::Postgres
