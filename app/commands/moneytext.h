#pragma once

#include "core/base/money.h"

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

/// Money as verbs say it: never cut, and "–" or null where it is not known.
namespace MoneyText {

/// How many decimals all of the amounts need to be exact, but at least six: a column with so
/// many adds up to its total by the digits that are printed.
int places(const QList<std::optional<Core::Money>> &amounts);
/// With so many decimals; rounded where the amount has more.
QString plain(const std::optional<Core::Money> &amount, int places);
/// With four significant digits, but at least two decimals: "13.02", "0.01234", "0.0009452".
QString brief(const std::optional<Core::Money> &amount);

QJsonValue json(const std::optional<Core::Money> &amount); ///< twelve decimals

} // namespace MoneyText
