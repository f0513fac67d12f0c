#pragma once

#include "core/base/money.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace Core {

/// Tokens of one request, and how it was served. The buckets nest: cachedRead and cacheWrite are
/// parts of prompt, reasoning is a part of completion. A plain value.
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
    QString tier; ///< of service, such as "flex", "priority", "batch"; empty: the standard one
    Basis basis = Basis::Estimated;

    friend bool operator==(const Usage &, const Usage &) = default;
};

/// More tokens than any request has. What a provider or a file says beyond it, or below zero, is
/// a mistake, which must not spoil the sums of years.
inline constexpr qint64 mostTokens = 1'000'000'000;

/// With such counts brought to the nearest that can be, and parts that exceed the whole, or each
/// other, clipped into it, so that no token counts twice (LiteLLM #6215, PR #37407).
Usage withinReason(Usage usage);

} // namespace Core

Q_DECLARE_METATYPE(Core::Usage)
