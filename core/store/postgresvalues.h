#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QVariant>

namespace Core::Postgres {

/// The types of the columns that a store has, by the number that every server gives them.
enum class Type : unsigned {
    Bool = 16,
    Bytes = 17,
    Name = 19,
    Int64 = 20,
    Int32 = 23,
    Text = 25,
    Time = 1184,
    Id = 2950,
    Words = 3614,
    Json = 3802,
};

/// Bytes that a great many small values are written into, one behind the other. Room is made once
/// for each, and not for each of its parts.
class FieldBuffer
{
public:
    /// Where up to `most` bytes can be written; setEnd() tells behind which of them.
    char *room(qsizetype most);
    void setEnd(const char *end) { m_size = end - m_bytes.constData(); }

    QByteArrayView bytes() const { return {m_bytes.constData(), m_size}; }
    void clear() { m_size = 0; }

private:
    QByteArray m_bytes; ///< the room
    qsizetype m_size = 0; ///< of what was written
};

/// Whether appendValue() can write it.
bool isWritable(Type type);

/// A value as it is bound in statements, in the server's own form with its length before it.
/// Words are bytes with blanks between them.
void appendValue(FieldBuffer &bytes, const QVariant &value, Type type);

void appendNumber(FieldBuffer &bytes, qint16 number);
void appendNumber(FieldBuffer &bytes, qint32 number);

} // namespace Core::Postgres
