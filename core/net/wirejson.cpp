#include "core/net/wirejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

using Element = simdjson::dom::element;
using Handle = std::array<std::uintptr_t, 2>;

/// The element behind a value that simdjson parsed; nothing for others.
template <typename Value>
std::optional<Element> elementIn(const Value &value)
{
    const auto *handle = std::get_if<Handle>(&value);
    return handle ? std::optional(std::bit_cast<Element>(*handle)) : std::nullopt;
}

bool isType(const std::optional<Element> &element, simdjson::dom::element_type type)
{
    return element && element->type() == type;
}

} // namespace

bool WireJson::isObject() const
{
    if (const auto *value = std::get_if<QJsonValue>(&m_value))
        return value->isObject();
    return isType(elementIn(m_value), simdjson::dom::element_type::OBJECT);
}

bool WireJson::isArray() const
{
    if (const auto *value = std::get_if<QJsonValue>(&m_value))
        return value->isArray();
    return isType(elementIn(m_value), simdjson::dom::element_type::ARRAY);
}

bool WireJson::isString() const
{
    if (const auto *value = std::get_if<QJsonValue>(&m_value))
        return value->isString();
    return isType(elementIn(m_value), simdjson::dom::element_type::STRING);
}

bool WireJson::isSomething() const
{
    if (const auto *value = std::get_if<QJsonValue>(&m_value))
        return !value->isUndefined() && !value->isNull();
    const std::optional<Element> value = elementIn(m_value);
    return value && !value->is_null();
}

WireJson WireJson::operator[](const char *key) const
{
    if (const auto *value = std::get_if<QJsonValue>(&m_value)) {
        const QJsonValue found = value->toObject().value(QLatin1String(key));
        return found.isUndefined() ? WireJson() : WireJson(found);
    }
    const std::optional<Element> value = elementIn(m_value);
    Element found;
    if (!value || value->at_key(key).get(found) != simdjson::SUCCESS)
        return {};
    return WireJson(std::bit_cast<Handle>(found));
}

WireJson WireJson::first() const
{
    if (const auto *value = std::get_if<QJsonValue>(&m_value))
        return value->toArray().isEmpty() ? WireJson() : WireJson(value->toArray().first());
    const std::optional<Element> value = elementIn(m_value);
    Element found;
    if (!value || value->at(0).get(found) != simdjson::SUCCESS)
        return {};
    return WireJson(std::bit_cast<Handle>(found));
}

void WireJson::pick(const std::string_view *keys, WireJson *values, size_t count) const
{
    simdjson::dom::object object;
    const std::optional<Element> fast = elementIn(m_value);
    if (!fast) {
        for (size_t i = 0; i < count; ++i)
            values[i] = (*this)[std::string(keys[i]).c_str()];
    } else if (fast->get_object().get(object) == simdjson::SUCCESS) {
        for (const auto [name, value] : object) {
            const std::string_view *key = std::find(keys, keys + count, name);
            if (key != keys + count && !values[key - keys].isThere())
                values[key - keys].m_value = std::bit_cast<Handle>(value);
        }
    }
}

WireJson::Elements WireJson::elements() const
{
    Elements all;
    if (const auto *value = std::get_if<QJsonValue>(&m_value)) {
        for (const QJsonValue element : value->toArray())
            all.append(WireJson(element));
    } else if (const std::optional<Element> fast = elementIn(m_value)) {
        simdjson::dom::array array;
        if (fast->get_array().get(array) == simdjson::SUCCESS) {
            for (const Element element : array)
                all.append(WireJson(std::bit_cast<Handle>(element)));
        }
    }
    return all;
}

QString WireJson::text() const
{
    if (const auto *value = std::get_if<QJsonValue>(&m_value))
        return value->toString();
    const std::optional<Element> value = elementIn(m_value);
    std::string_view found;
    if (!value || value->get_string().get(found) != simdjson::SUCCESS)
        return {};
    return QString::fromUtf8(found.data(), qsizetype(found.size()));
}

bool WireJson::isText(std::string_view wanted) const
{
    if (const auto *value = std::get_if<QJsonValue>(&m_value))
        return value->toString() == QString::fromUtf8(wanted.data(), qsizetype(wanted.size()));
    const std::optional<Element> value = elementIn(m_value);
    std::string_view found;
    return value && value->get_string().get(found) == simdjson::SUCCESS && found == wanted;
}

QString WireJson::compact() const
{
    if (const std::optional<Element> value = elementIn(m_value))
        return QString::fromStdString(simdjson::minify(*value));
    const auto *value = std::get_if<QJsonValue>(&m_value);
    if (!value)
        return {};
    const QJsonDocument document =
        value->isArray() ? QJsonDocument(value->toArray()) : QJsonDocument(value->toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

std::optional<double> WireJson::number() const
{
    if (const auto *value = std::get_if<QJsonValue>(&m_value))
        return value->isDouble() ? std::optional(value->toDouble()) : std::nullopt;
    const std::optional<Element> value = elementIn(m_value);
    double found = 0;
    if (!value || value->get_double().get(found) != simdjson::SUCCESS)
        return std::nullopt;
    return found;
}

std::optional<qint64> WireJson::integer() const
{
    const std::optional<Element> fast = elementIn(m_value);
    int64_t whole = 0;
    if (fast && fast->get_int64().get(whole) == simdjson::SUCCESS)
        return whole;
    if (isString()) {
        bool ok = false;
        const qint64 read = text().toLongLong(&ok);
        return ok ? std::optional(read) : std::nullopt;
    }
    constexpr double exact = 9007199254740992.0; // beyond it a double is no exact integer
    const std::optional<double> real = number();
    if (!real || std::abs(*real) > exact || *real != std::trunc(*real))
        return std::nullopt;
    return qint64(*real);
}

struct WireParser::Memory
{
    simdjson::dom::parser parser;
};

WireParser::WireParser()
    : m_memory(std::make_unique<Memory>())
{
}

WireParser::~WireParser() = default;

Result<WireJson> WireParser::parse(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return Error{Error::Kind::BadReply, u"not JSON: nothing at all"_s};
    Element root;
    const auto failed = m_memory->parser.parse(bytes.data(), size_t(bytes.size())).get(root);
    if (failed == simdjson::SUCCESS)
        return WireJson(std::bit_cast<Handle>(root));

    // QJsonDocument takes what is not UTF-8 as an error, so it is mended first.
    QByteArray text = bytes.toByteArray();
    if (failed == simdjson::UTF8_ERROR)
        text = QString::fromUtf8(text).toUtf8();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (document.isNull())
        return Error{Error::Kind::BadReply,
                     u"not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset)};
    return document.isObject() ? WireJson(QJsonValue(document.object()))
                               : WireJson(QJsonValue(document.array()));
}

} // namespace Core
