#pragma once

#include "core/chat/charge.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace Core {

/// The charges of one hour that share user, provider, model, strategy and kind, summed. Hours
/// are UTC, so days of any zone that is a whole number of hours off can be made of them. A
/// plain value.
struct HourSum
{
    QDateTime hour; ///< UTC; its beginning
    QString userId;
    QString provider;
    QString model;
    QString strategy;
    Charge::Kind kind = Charge::Kind::Turn;

    qint64 requests = 0;
    qint64 prompt = 0;
    qint64 cachedRead = 0;
    qint64 cacheWrite = 0;
    qint64 completion = 0;
    qint64 reasoning = 0;
    Money cost; ///< of those with a price
    qint64 unpriced = 0; ///< requests without one
    qint64 estimated = 0; ///< requests whose price rests on our own count

    friend bool operator==(const HourSum &, const HourSum &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::HourSum)
