#pragma once

#include "core/base/money.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace Core {

/// How much may be spent in a day, a week or a month. A plain value.
struct SpendLimit
{
    enum class Scope { Whole, User, Tag, Provider, Model };
    enum class Period { Day, Week, Month };

    QString id; ///< UUID
    Scope scope = Scope::Whole;
    QString key; ///< the user, tag, provider or model; empty for the whole
    Period period = Period::Month;
    QByteArray zone; ///< whose days, such as "Asia/Ho_Chi_Minh"; empty: UTC
    Money amount;
    bool isHard = false; ///< true: calls that would pass it are not made; false: it only warns

    friend bool operator==(const SpendLimit &, const SpendLimit &) = default;
};

/// A limit and the period that it is looked at for.
struct SpendCheck
{
    SpendLimit limit;
    QDateTime from;
    QDateTime to; ///< exclusive

    friend bool operator==(const SpendCheck &, const SpendCheck &) = default;
};

/// How far a limit is used up.
struct SpendState
{
    SpendCheck check;
    Money spent; ///< charges of the period that have a price
    Money reserved; ///< set aside for calls that are still on their way

    Money total() const { return spent + reserved; }

    friend bool operator==(const SpendState &, const SpendState &) = default;
};

/// Money set aside for a call before it is made, so that calls at the same time cannot pass a
/// limit together. Settled by the charge of the attempt.
struct Reservation
{
    QString attemptId;
    QString conversationId;
    QString userId;
    QString provider;
    QString model;
    QDateTime at; ///< UTC
    Money amount; ///< the most that the call can cost

    friend bool operator==(const Reservation &, const Reservation &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::SpendLimit)
Q_DECLARE_METATYPE(Core::SpendState)
