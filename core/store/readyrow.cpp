#include "core/store/readyrow.h"

#include "core/store/engine.h"
#include "core/store/storedvalues.h"

namespace Core {

PackedRow::PackedRow(const QVariantList &values)
{
    m_values.reserve(size_t(values.size()) + 2); // a hash may follow
    m_bytes.reserve(512);
    for (const QVariant &value : values)
        add(value);
}

void PackedRow::add(const QVariant &value)
{
    using Kind = Value::Kind;
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        m_values.push_back({.kind = Kind::Number, .number = value.toLongLong()});
        return;
    case QMetaType::Double:
        m_values.push_back({.kind = Kind::Real, .real = value.toDouble()});
        return;
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        addBytes(bytes.isNull() ? Kind::Null : Kind::Blob, bytes);
        return;
    }
    case QMetaType::QString: {
        const QString text = value.toString();
        addBytes(text.isNull() ? Kind::Null : Kind::Text, text.toUtf8());
        return;
    }
    default:
        break;
    }
    if (!value.isValid()) {
        m_values.push_back({});
        return;
    }
    const QVariant plain = plainValue(value);
    add(plain.typeId() == value.typeId() ? QVariant(plain.toString()) : plain);
}

void PackedRow::addBytes(Value::Kind kind, const QByteArray &bytes)
{
    m_values.push_back({.kind = kind, .number = m_bytes.size(), .size = bytes.size()});
    m_bytes += bytes;
}

ReadyRow::ReadyRow(const QVariantList &values, const Engine &engine)
    : m_isPacked(engine.writesRows())
{
    if (m_isPacked)
        m_packed = PackedRow(values);
    else
        m_values = values;
}

void ReadyRow::add(const QVariant &value)
{
    if (m_isPacked)
        m_packed.add(value);
    else
        m_values.append(value);
}

} // namespace Core
