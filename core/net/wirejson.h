#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QJsonValue>
#include <QList>

#include <simdjson.h>

#include <optional>
#include <variant>

namespace Core {

/// One value of a parsed document, or "not there". Asking for what is not there, or is of
/// another type, gives something empty, so that a path can be walked without checks. Valid as
/// long as its WireParser lives and parses nothing else. Private to core/net.
class WireJson
{
public:
    WireJson() = default;
    explicit WireJson(simdjson::dom::element value)
        : m_value(value)
    {
    }
    explicit WireJson(QJsonValue value)
        : m_value(std::move(value))
    {
    }

    bool isObject() const;
    bool isArray() const;
    bool isString() const;
    bool isSomething() const; ///< there, and not null

    WireJson operator[](const char *key) const;
    WireJson first() const; ///< of an array
    QList<WireJson> elements() const; ///< of an array

    QString text() const;
    QString compact() const; ///< the value itself as JSON
    std::optional<double> number() const;
    std::optional<qint64> integer() const; ///< also of 12.0, and of "12"

private:
    std::variant<std::monostate, simdjson::dom::element, QJsonValue> m_value;
};

/// Parses one document after the other, reusing its memory. What simdjson refuses though
/// others send it (half a surrogate pair in one chunk, its other half in the next; a byte that
/// is not UTF-8) is parsed again by Qt, which keeps such halves.
class WireParser
{
public:
    Result<WireJson> parse(QByteArrayView bytes);

private:
    simdjson::dom::parser m_parser;
};

} // namespace Core
