#include "core/store/postgresvalues.h"

#include "core/store/storedvalues.h"

#include <QStringEncoder>
#include <QUuid>
#include <QVarLengthArray>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <limits>

namespace Core::Postgres {

namespace {

template <typename T>
char *bigEndian(T number, char *at)
{
    qToBigEndian(number, at);
    return at + sizeof(T);
}

template <typename T>
void appendField(FieldBuffer &bytes, T number)
{
    char *at = bytes.room(sizeof(qint32) + sizeof(T));
    at = bigEndian(qint32(sizeof(T)), at);
    bytes.setEnd(bigEndian(number, at));
}

void appendNothing(FieldBuffer &bytes)
{
    appendNumber(bytes, qint32(-1));
}

void appendBytes(FieldBuffer &bytes, QByteArrayView value)
{
    char *at = bytes.room(qsizetype(sizeof(qint32)) + value.size());
    at = bigEndian(qint32(value.size()), at);
    bytes.setEnd(std::copy(value.begin(), value.end(), at));
}

/// `head` is what stands before the text.
void appendUtf8(FieldBuffer &bytes, QStringView text, QByteArrayView head = {})
{
    QStringEncoder encoder(QStringEncoder::Utf8);
    char *const length =
        bytes.room(qsizetype(sizeof(qint32)) + head.size() + encoder.requiredSpace(text.size()));
    char *const begin = length + sizeof(qint32);
    const char *end = encoder.appendToBuffer(std::copy(head.begin(), head.end(), begin), text);
    qToBigEndian(qint32(end - begin), length);
    bytes.setEnd(end);
}

void appendText(FieldBuffer &bytes, const QVariant &value)
{
    if (value.typeId() == QMetaType::QString)
        appendUtf8(bytes, *static_cast<const QString *>(value.constData()));
    else
        appendUtf8(bytes, value.toString());
}

int hexDigit(QChar c)
{
    const char16_t digit = c.unicode();
    const char16_t letter = digit | 0x20;
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/// The sixteen bytes of an id in the form that this program writes; false for every other form.
bool readId(QStringView text, std::array<char, 16> &id)
{
    constexpr qsizetype length = 36;
    if (text.size() != length)
        return false;
    int wrong = 0;
    auto *byte = id.begin();
    for (qsizetype i = 0; i < length; i += 2) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            wrong |= text[i] == u'-' ? 0 : -1;
            ++i;
        }
        const int high = hexDigit(text[i]);
        const int low = hexDigit(text[i + 1]);
        wrong |= high | low;
        *byte++ = char((high & 15) << 4 | (low & 15));
    }
    return wrong >= 0;
}

void appendId(FieldBuffer &bytes, const QVariant &value)
{
    const QString text = value.value<StoredId>().text;
    std::array<char, 16> plain;
    if (readId(text, plain) && plain != std::array<char, 16>{})
        return appendBytes(bytes, {plain.data(), qsizetype(plain.size())});
    const QUuid id = QUuid::fromString(text);
    if (id.isNull()) // no id, or none that there can be
        appendNothing(bytes);
    else
        appendBytes(bytes, id.toRfc4122());
}

void appendJson(FieldBuffer &bytes, const QVariant &value)
{
    const QString text = value.value<StoredJson>().text;
    if (text.isEmpty())
        appendNothing(bytes);
    else
        appendUtf8(bytes, text, "\1"); // the version of the form
}

/// Microseconds since 2000; no time is before all others.
void appendTime(FieldBuffer &bytes, const QDateTime &time)
{
    constexpr qint64 year2000Ms = 946'684'800'000;
    appendField(bytes,
                time.isValid() ? (time.toMSecsSinceEpoch() - year2000Ms) * 1000
                               : std::numeric_limits<qint64>::min());
}

/// Each word once, in the order of its bytes.
void appendWords(FieldBuffer &bytes, QByteArrayView text)
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
    constexpr qsizetype behindWord = 3; // its end, and no places
    char *const length =
        bytes.room(2 * qsizetype(sizeof(qint32)) + text.size() + behindWord * words.size());
    char *const begin = length + sizeof(qint32);
    char *at = bigEndian(qint32(words.size()), begin);
    for (const std::string_view &word : words) {
        at = std::copy(word.begin(), word.end(), at);
        at = std::fill_n(at, behindWord, '\0');
    }
    qToBigEndian(qint32(at - begin), length);
    bytes.setEnd(at);
}

} // namespace

char *FieldBuffer::room(qsizetype most)
{
    if (m_bytes.size() - m_size < most)
        m_bytes.resize(2 * m_bytes.size() + most);
    return m_bytes.data() + m_size;
}

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

void appendValue(FieldBuffer &bytes, const QVariant &value, Type type)
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

void appendNumber(FieldBuffer &bytes, qint16 number)
{
    bytes.setEnd(bigEndian(number, bytes.room(sizeof number)));
}

void appendNumber(FieldBuffer &bytes, qint32 number)
{
    bytes.setEnd(bigEndian(number, bytes.room(sizeof number)));
}

} // namespace Core::Postgres
