#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string_view>

namespace Core {

/// A value inside a parsed JSON text. What is not there, or is of another type, reads as
/// nothing, so that a file can be walked without a check at every step. Small and copied
/// freely; valid until its parser parses again.
class JsonValue
{
public:
    enum class Type { Absent, Null, Boolean, Number, Text, List, Object };
    struct Field;

    JsonValue() = default; ///< absent

    Type type() const;
    bool isAbsent() const { return type() == Type::Absent; }
    bool isText() const { return type() == Type::Text; }
    bool isNumber() const { return type() == Type::Number; }
    bool isList() const { return type() == Type::List; }
    bool isObject() const { return type() == Type::Object; }
    bool isTrue() const; ///< the boolean true, and nothing else
    bool isFalse() const; ///< the boolean false, and nothing else

    /// The first field of that name.
    JsonValue operator[](std::string_view name) const;
    QList<JsonValue> items() const; ///< of a list
    QList<Field> fields() const; ///< of an object, in the file's order

    QString text() const; ///< through cleanText; empty for all other types
    QByteArray bytes() const; ///< a text exactly as it is
    std::optional<double> number() const;
    std::optional<qint64> integer() const; ///< of a number without fraction
    QJsonValue toQt() const; ///< deeper than 100 levels: null

private:
    friend class JsonParser;
    // The parser's own handle, by value. Its type stays in json.cpp: the library's header
    // takes longer to compile than all of this room.
    using Handle = std::array<std::uintptr_t, 2>;
    explicit JsonValue(Handle handle)
        : m_handle(handle)
    {
    }

    Handle m_handle{};
};

struct JsonValue::Field
{
    QString name;
    JsonValue value;
};

/// Parses one JSON text at a time and keeps it for the values that point into it. Forgives
/// what exports really contain: numbers that fit nowhere, NaN, lone surrogates, unknown
/// escapes, raw line breaks in texts, and bytes that are not UTF-8 (which become U+FFFD).
class JsonParser
{
public:
    JsonParser();
    ~JsonParser();
    Q_DISABLE_COPY_MOVE(JsonParser)

    Result<JsonValue> parse(QByteArrayView text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// A moment as exports write it: seconds, milliseconds, microseconds or nanoseconds since
/// 1970, as a number or a text, or ISO 8601 (without a zone: UTC). Invalid when it is none.
QDateTime timeOf(const JsonValue &value);

/// A text, or a whole number as text: ids are written as both.
QString textOrNumber(const JsonValue &value);

/// The fields of `object` with these names, as far as they are there and not null.
QJsonObject keptFields(const JsonValue &object, std::initializer_list<const char *> names);

} // namespace Core
