#pragma once

#include <QHash>
#include <QString>

#include <unordered_map>

namespace Core {

/// How TextTable looks for a text.
struct TextHash
{
    using is_transparent = void;
    size_t operator()(QStringView text) const { return qHash(text, 0); }
};

struct TextEqual
{
    using is_transparent = void;
    bool operator()(QStringView left, QStringView right) const { return left == right; }
};

/// A table by text that is asked without a copy of what is looked for, and whose values stay
/// where they are.
template <typename Value>
using TextTable = std::unordered_map<QString, Value, TextHash, TextEqual>;

} // namespace Core
