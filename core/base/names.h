#pragma once

#include <QString>

#include <optional>

namespace Core {

/// Values and what they are called in files and on the command line: an array of pairs of a value
/// and a QLatin1StringView or QStringView, which serves both ways. Every value must be in it.
template <typename Table>
QString nameIn(const Table &table, const typename Table::value_type::first_type &value)
{
    for (const auto &[each, name] : table) {
        if (each == value)
            return name.toString();
    }
    Q_UNREACHABLE();
}

/// Nothing where no value has this name.
template <typename Table>
std::optional<typename Table::value_type::first_type> valueIn(const Table &table, QStringView name)
{
    for (const auto &[value, known] : table) {
        if (name == known)
            return value;
    }
    return std::nullopt;
}

} // namespace Core
