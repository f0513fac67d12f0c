#pragma once

#include "core/base/money.h"

#include <QMetaType>
#include <QtGlobal>

#include <optional>

namespace Core {

/// Tokens of one request. The buckets nest: cachedRead and cacheWrite are parts of prompt,
/// reasoning is a part of completion. A plain value.
struct Usage
{
    enum class Basis {
        Provider, ///< the provider reported it
        Estimated, ///< counted here, because the provider did not say
    };

    qint64 prompt = 0;
    qint64 cachedRead = 0; ///< served from the provider's prefix cache
    qint64 cacheWrite = 0; ///< written to it
    qint64 completion = 0;
    qint64 reasoning = 0;
    std::optional<Money> reportedCost; ///< what the provider itself says the call cost
    Basis basis = Basis::Estimated;

    friend bool operator==(const Usage &, const Usage &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::Usage)
