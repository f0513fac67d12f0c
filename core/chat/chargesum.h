#pragma once

#include "core/chat/charge.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Core {

/// What to tell charges apart by when they are summed.
enum class SumBy { Nothing, User, Provider, Model, Strategy, Kind, Conversation };

/// What some charges come to. A plain value.
struct ChargeTotals
{
    qint64 requests = 0;
    qint64 prompt = 0;
    qint64 cachedRead = 0;
    qint64 cacheWrite = 0;
    qint64 completion = 0;
    qint64 reasoning = 0;
    Money cost; ///< of those with a price
    qint64 unpriced = 0; ///< requests without one
    qint64 estimated = 0; ///< requests whose price rests on our own count

    ChargeTotals &operator+=(const ChargeTotals &other);

    friend bool operator==(const ChargeTotals &, const ChargeTotals &) = default;
};

ChargeTotals totalsOf(const Charge &charge);

/// The charges of one stretch of time that share a key.
struct ChargeSum
{
    qsizetype span = 0; ///< index of the stretch of time that was asked for
    QString key; ///< a user, a model and so on; empty for SumBy::Nothing
    ChargeTotals totals;

    friend bool operator==(const ChargeSum &, const ChargeSum &) = default;
};

/// The charges of one hour that share user, provider, model, strategy and kind. Hours are UTC:
/// the days of any zone that is whole hours off can be made of them.
struct HourSum
{
    QDateTime hour; ///< UTC; its beginning
    QString userId;
    QString provider;
    QString model;
    QString strategy;
    Charge::Kind kind = Charge::Kind::Turn;
    ChargeTotals totals;

    friend bool operator==(const HourSum &, const HourSum &) = default;
};

/// What some charges tell beyond their sums. A plain value.
struct ChargeDetails
{
    Money savedByCache; ///< see savedByCache() in core/cost, over all of them
    qint64 conversations = 0; ///< with at least one priced request
    Money conversationSpend; ///< of the requests that belong to a conversation
    QList<ChargeSum> dearest; ///< conversations, dearest first; an empty key: of none
    ChargeTotals others; ///< of the conversations that are not among these
    qint64 otherConversations = 0; ///< how many those are

    friend bool operator==(const ChargeDetails &, const ChargeDetails &) = default;
};

/// Times of the first and the last charge, in UTC.
struct ChargeSpan
{
    QDateTime first;
    QDateTime last;

    friend bool operator==(const ChargeSpan &, const ChargeSpan &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::ChargeSum)
