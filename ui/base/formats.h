#pragma once

#include "core/base/money.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <optional>

/// Numbers, money and times for people, in the language of the window.
namespace Formats {

QString tokens(qint64 count); ///< "842", "9.7k", "1.2M"
QString exactTokens(qint64 count); ///< "9,712 tokens"
QString number(qint64 count); ///< "12,408"

/// Four significant digits below a cent, two decimals above: "$0.001234", "$12.30"; "$0.00"
/// only for exactly nothing.
QString money(Core::Money amount);
QString moneyOrUnpriced(const std::optional<Core::Money> &amount);
/// With so many decimals, whatever the amount: for columns whose amounts are alike.
QString moneyTo(Core::Money amount, int places);
/// A value of an axis with just the decimals that its steps need: "$0.015" where they are 0.005.
QString axisMoney(double value, double step);
QString exactMoney(Core::Money amount); ///< "0.016000000000 USD", for tool tips

QString percent(double share); ///< 0.853 is "85%"
QString duration(qint64 milliseconds); ///< "180 ms", "1.4 s", "2 min 5 s"
QString clockTime(const QDateTime &when); ///< "09:41", in the user's zone
QString dateTime(const QDateTime &when); ///< "23 Nov 2026 09:41"
/// "Today", "Yesterday", "Friday, November 20, 2026"
QString day(const QDateTime &when, const QDateTime &now);
/// As short as a list allows: "09:41", "Mon", "23 Nov", "23 Nov 2025".
QString shortTime(const QDateTime &when, const QDateTime &now);
QString dateGroup(const QDateTime &when, const QDateTime &now); ///< "Today", "Yesterday", …

} // namespace Formats
