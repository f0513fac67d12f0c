#include "core/exchange/json.h"

#include "core/base/text.h"
#include "core/exchange/jsonmending.h"

#include <QJsonArray>

#include <simdjson.h>

#include <bit>
#include <cmath>
#include <type_traits>

namespace Core {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

// A message tree that nests its answers is two levels deeper with every message.
constexpr size_t deepestJson = 20'000;
constexpr int deepestCopy = 100;

std::string_view viewed(const element &value)
{
    std::string_view text;
    return value.get_string().get(text) == simdjson::SUCCESS ? text : std::string_view();
}

QString cleaned(std::string_view text)
{
    return cleanText(QString::fromUtf8(text.data(), qsizetype(text.size())));
}

QJsonValue copied(const element &value, int depth)
{
    if (depth > deepestCopy)
        return QJsonValue::Null;
    switch (value.type()) {
    case element_type::OBJECT: {
        QJsonObject object;
        for (const auto field : simdjson::dom::object(value))
            object.insert(cleaned(field.key), copied(field.value, depth + 1));
        return object;
    }
    case element_type::ARRAY: {
        QJsonArray list;
        for (const element item : simdjson::dom::array(value))
            list.append(copied(item, depth + 1));
        return list;
    }
    case element_type::STRING:
        return cleaned(viewed(value));
    case element_type::INT64:
        return qint64(int64_t(value));
    case element_type::UINT64:
    case element_type::DOUBLE:
        return double(value);
    case element_type::BOOL:
        return bool(value);
    case element_type::NULL_VALUE:
        break;
    }
    return QJsonValue::Null;
}

} // namespace

class JsonParser::Private
{
public:
    static_assert(sizeof(element) == sizeof(JsonValue::Handle));
    static_assert(std::is_trivially_copyable_v<element>);

    simdjson::dom::parser parser;

    simdjson::error_code parse(QByteArrayView text, element *root)
    {
        const size_t size = size_t(text.size());
        if (size == 0)
            return simdjson::EMPTY;
        if (size > parser.capacity() || parser.max_depth() != deepestJson) {
            if (const auto error = parser.allocate(std::max(size, parser.capacity()), deepestJson))
                return error;
        }
        return parser.parse(text.data(), size).get(*root);
    }
};

JsonParser::JsonParser()
    : d(std::make_unique<Private>())
{
}

JsonParser::~JsonParser() = default;

Result<JsonValue> JsonParser::parse(QByteArrayView text)
{
    element root;
    simdjson::error_code error = d->parse(text, &root);
    if (error)
        error = d->parse(mendedJson(text), &root);
    if (error)
        return Error{Error::Kind::BadInput, QString::fromUtf8(simdjson::error_message(error))};
    return JsonValue(std::bit_cast<JsonValue::Handle>(root));
}

JsonValue::Type JsonValue::type() const
{
    if (m_handle == Handle{})
        return Type::Absent;
    switch (std::bit_cast<element>(m_handle).type()) {
    case element_type::ARRAY:
        return Type::List;
    case element_type::OBJECT:
        return Type::Object;
    case element_type::STRING:
        return Type::Text;
    case element_type::BOOL:
        return Type::Boolean;
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
        return Type::Number;
    case element_type::NULL_VALUE:
        break;
    }
    return Type::Null;
}

bool JsonValue::isTrue() const
{
    return type() == Type::Boolean && bool(std::bit_cast<element>(m_handle));
}

bool JsonValue::isFalse() const
{
    return type() == Type::Boolean && !bool(std::bit_cast<element>(m_handle));
}

JsonValue JsonValue::operator[](std::string_view name) const
{
    if (!isObject())
        return {};
    element found;
    if (simdjson::dom::object(std::bit_cast<element>(m_handle)).at_key(name).get(found))
        return {};
    return JsonValue(std::bit_cast<Handle>(found));
}

QList<JsonValue> JsonValue::items() const
{
    QList<JsonValue> values;
    if (isList()) {
        for (const element item : simdjson::dom::array(std::bit_cast<element>(m_handle)))
            values.append(JsonValue(std::bit_cast<Handle>(item)));
    }
    return values;
}

QList<JsonValue::Field> JsonValue::fields() const
{
    QList<Field> all;
    if (isObject()) {
        for (const auto field : simdjson::dom::object(std::bit_cast<element>(m_handle)))
            all.append({cleaned(field.key), JsonValue(std::bit_cast<Handle>(field.value))});
    }
    return all;
}

QString JsonValue::text() const
{
    return isText() ? cleaned(viewed(std::bit_cast<element>(m_handle))) : QString();
}

QByteArray JsonValue::bytes() const
{
    if (!isText())
        return {};
    const std::string_view text = viewed(std::bit_cast<element>(m_handle));
    return {text.data(), qsizetype(text.size())};
}

std::optional<double> JsonValue::number() const
{
    if (!isNumber())
        return std::nullopt;
    return double(std::bit_cast<element>(m_handle));
}

std::optional<qint64> JsonValue::integer() const
{
    int64_t whole = 0;
    if (isNumber() && !std::bit_cast<element>(m_handle).get_int64().get(whole))
        return whole;
    const std::optional<double> value = number(); // 3.0 is one too
    if (value && std::abs(*value) < 0x1p53 && *value == std::trunc(*value))
        return qint64(*value);
    return std::nullopt;
}

QJsonValue JsonValue::toQt() const
{
    return isAbsent() ? QJsonValue(QJsonValue::Undefined)
                      : copied(std::bit_cast<element>(m_handle), 0);
}

namespace {

QDateTime timeSince1970(double value)
{
    if (!(value > 0)) // 0 is how some write that they do not know
        return {};
    // Seconds reach 1e11 in the year 5138, so larger figures are in a finer unit.
    for (const double unit : {1e3, 1.0, 1e-3, 1e-6}) {
        const double ms = value * unit;
        if (ms < 1e14)
            return QDateTime::fromMSecsSinceEpoch(std::llround(ms), Qt::UTC);
    }
    return {};
}

} // namespace

QDateTime timeOf(const JsonValue &value)
{
    if (const std::optional<double> number = value.number())
        return timeSince1970(*number);
    const QString text = value.text();
    bool isNumber = false;
    if (const double number = text.toDouble(&isNumber); isNumber && std::isfinite(number))
        return timeSince1970(number);
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

QString textOrNumber(const JsonValue &value)
{
    const std::optional<qint64> number = value.integer();
    return number ? QString::number(*number) : value.text();
}

QJsonObject keptFields(const JsonValue &object, std::initializer_list<const char *> names)
{
    QJsonObject kept;
    for (const char *name : names) {
        const JsonValue value = object[name];
        if (!value.isAbsent() && value.type() != JsonValue::Type::Null)
            kept.insert(QLatin1StringView(name), value.toQt());
    }
    return kept;
}

} // namespace Core
