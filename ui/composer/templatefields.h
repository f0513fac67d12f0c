#pragma once

#include "core/chat/conversation.h"

#include <QList>
#include <QString>

#include <optional>

/// Templates of replies: finding them, and the {{fields}} in them.
namespace Templates {

/// A {{field}} in a text, with its braces.
struct Field
{
    int start = 0;
    int length = 0;

    friend bool operator==(const Field &, const Field &) = default;
};

/// The fields of a text, in order: names of up to 60 characters on one line.
QList<Field> fieldsIn(const QString &text);

/// The next field at or behind `position`, or, with `step` -1, the one before it; from the end
/// it goes on at the beginning. Nothing where there is no field.
std::optional<Field> fieldFrom(const QString &text, int position, int step);

/// The other fields that have the name of this one, in order.
QList<Field> namesakes(const QString &text, const Field &field);

/// Those whose name or text has `query` in it, without regard to case and diacritics; those
/// whose name begins with it come first.
QList<Core::ReplyTemplate> matching(const QList<Core::ReplyTemplate> &templates,
                                    const QString &query);

} // namespace Templates
