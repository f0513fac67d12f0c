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

/// Whether appendValue() can write it.
bool isWritable(Type type);

/// A value as it is bound in statements, in the server's own form with its length before it.
/// Words are bytes with blanks between them.
void appendValue(QByteArray &bytes, const QVariant &value, Type type);

void appendNumber(QByteArray &bytes, qint16 number);
void appendNumber(QByteArray &bytes, qint32 number);

} // namespace Core::Postgres
