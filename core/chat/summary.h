#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QSet>
#include <QString>

namespace Core {

/// What the user decided about messages by hand, by their ids. It overrules every strategy.
struct HandMarks
{
    QSet<QString> pinned;
    QSet<QString> excluded;

    bool isEmpty() const { return pinned.isEmpty() && excluded.isEmpty(); }

    friend bool operator==(const HandMarks &, const HandMarks &) = default;
};

/// What a user can decide about one message by hand.
enum class HandMark : quint8 { None, Pinned, Excluded };

/// A stored summary of the beginning of a branch. It is never changed: an edited or extended
/// one is stored as a further version. A plain value.
struct Summary
{
    QString id;
    QString text;
    QString lastCovered; ///< id of the last message it covers
    QString madeBy; ///< model, "extractive" or "hand"
    QString conversationId;
    QDateTime createdAt; ///< UTC
    int version = 0; ///< counted from 1 within a conversation; the newest holds

    friend bool operator==(const Summary &, const Summary &) = default;
};

/// The further version of a summary that a person makes of it; to be stored.
Summary editedSummary(const Summary &summary, const QString &text);

/// The further version that goes back to `earlier`; to be stored.
Summary revertedSummary(const Summary &earlier);

} // namespace Core

Q_DECLARE_METATYPE(Core::HandMarks)
Q_DECLARE_METATYPE(Core::Summary)
