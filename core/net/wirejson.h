#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QJsonValue>
#include <QVarLengthArray>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>

namespace Core {

/// One value of a parsed document, or "not there". Asking for what is not there, or is of
/// another type, gives something empty, so that a path can be walked without checks. Valid as
/// long as its WireParser lives and parses nothing else. Private to core/net.
class WireJson
{
public:
    WireJson() = default;

    bool isThere() const { return m_value.index() != 0; }
    bool isSomething() const; ///< there, and not null
    bool isObject() const;
    bool isArray() const;
    bool isString() const;

    WireJson operator[](const char *key) const;

    /// The values of several keys in one pass over the object.
    template <size_t count>
    std::array<WireJson, count> pick(const std::array<std::string_view, count> &keys) const
    {
        std::array<WireJson, count> values;
        pick(keys.data(), values.data(), count);
        return values;
    }

    using Elements = QVarLengthArray<WireJson, 4>;
    WireJson first() const; ///< of an array
    Elements elements() const; ///< of an array

    QString text() const;
    bool isText(std::string_view text) const; ///< without making a QString of it
    QString compact() const; ///< the value itself as JSON
    std::optional<double> number() const;
    std::optional<qint64> integer() const; ///< also of 12.0, and of "12"

private:
    friend class WireParser;
    // An element of simdjson by value. Its type stays in the .cpp: its layout hangs on flags
    // that only core is compiled with.
    using Handle = std::array<std::uintptr_t, 2>;

    explicit WireJson(Handle value)
        : m_value(value)
    {
    }
    explicit WireJson(QJsonValue value)
        : m_value(std::move(value))
    {
    }

    void pick(const std::string_view *keys, WireJson *values, size_t count) const;

    std::variant<std::monostate, Handle, QJsonValue> m_value;
};

/// Parses one document after the other, reusing its memory. What simdjson refuses though
/// others send it (half a surrogate pair in one chunk, its other half in the next; a byte that
/// is not UTF-8) is parsed again by Qt, which keeps such halves.
class WireParser
{
    Q_DISABLE_COPY_MOVE(WireParser)

public:
    WireParser();
    ~WireParser();

    Result<WireJson> parse(QByteArrayView bytes);

private:
    struct Memory;

    std::unique_ptr<Memory> m_memory;
};

} // namespace Core
