#pragma once

#include <QByteArray>
#include <QVariantList>

#include <vector>

namespace Core {

class Engine;

/// The values of a row, brought into the form that a RowWriter hands on as it is. Making it takes
/// longer than handing it on, and can be done on whatever thread.
class PackedRow
{
public:
    struct Value
    {
        enum class Kind : quint8 { Null, Number, Real, Text, Blob };

        Kind kind = Kind::Null;
        qint64 number = 0; ///< or where its bytes begin
        qint64 size = 0; ///< in bytes
        double real = 0;
    };

    PackedRow() = default;
    explicit PackedRow(const QVariantList &values);

    void add(const QVariant &value);

    const std::vector<Value> &values() const { return m_values; }
    const char *bytesOf(const Value &value) const { return m_bytes.constData() + value.number; }

private:
    void addBytes(Value::Kind kind, const QByteArray &bytes);

    std::vector<Value> m_values;
    QByteArray m_bytes;
};

/// The values of a row as its engine takes them: packed where that has a RowWriter.
class ReadyRow
{
public:
    ReadyRow() = default;
    ReadyRow(const QVariantList &values, const Engine &engine);

    void add(const QVariant &value);

    const QVariantList &values() const { return m_values; } ///< where they are not packed
    const PackedRow &packed() const { return m_packed; }

private:
    bool m_isPacked = false;
    QVariantList m_values;
    PackedRow m_packed;
};

} // namespace Core
