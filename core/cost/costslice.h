#pragma once

#include "core/chat/charge.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <limits>

namespace Core {

/// Requests that share a time, a user, a model and so on, summed: one charge, or one line of
/// the store's sums by the hour. Every figure of a page of costs is made of these, so that a
/// year of hours and a day of single charges take the same way. A plain value.
struct CostSlice
{
    static constexpr qint64 noTime = std::numeric_limits<qint64>::min();

    qint64 atMs = noTime; ///< since the epoch; of an hour, its beginning
    QString userId;
    QString provider;
    QString model;
    QString strategy;
    Charge::Kind kind = Charge::Kind::Turn;
    QString conversationId; ///< empty where sums do not know it
    QString tag; ///< several joined; likewise

    qint64 requests = 0;
    qint64 inputTokens = 0;
    qint64 cachedTokens = 0;
    qint64 outputTokens = 0;
    Money cost; ///< of those with a price
    qint64 unpriced = 0;
    qint64 estimated = 0; ///< priced by a count of ours

    friend bool operator==(const CostSlice &, const CostSlice &) = default;
};

/// The name that a conversation with these tags counts under in a report by tag.
QString tagKey(QStringList tags);

/// `tags` gives the tags of a conversation id.
CostSlice sliceOf(const Charge &charge, const QHash<QString, QStringList> &tags = {});
QList<CostSlice> slicesOf(const QList<Charge> &charges,
                          const QHash<QString, QStringList> &tags = {});

/// What to count. Empty fields do not filter; one that is set and empty looks for those
/// without, such as requests of nobody.
struct CostFilter
{
    std::optional<QString> userId;
    std::optional<QString> provider;
    std::optional<QString> model;
    std::optional<QString> strategy;
    std::optional<QString> tag; ///< one of the conversation's; charges do not know it

    bool isEmpty() const { return !userId && !provider && !model && !strategy && !tag; }
    /// All but the tag; of those that have it, see chargesOf().
    bool holds(const CostSlice &slice) const;

    friend bool operator==(const CostFilter &, const CostFilter &) = default;
};

/// The charges of these conversations.
QList<Charge> chargesOf(const QList<Charge> &charges, const QSet<QString> &conversations);

} // namespace Core
