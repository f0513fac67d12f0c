#include "core/chat/usage.h"

#include <algorithm>

namespace Core {

Usage withinReason(Usage usage)
{
    for (qint64 *count :
         {&usage.prompt, &usage.cachedRead, &usage.cacheWrite, &usage.completion, &usage.reasoning})
        *count = std::clamp<qint64>(*count, 0, mostTokens);
    usage.cachedRead = std::min(usage.cachedRead, usage.prompt);
    usage.cacheWrite = std::min(usage.cacheWrite, usage.prompt - usage.cachedRead);
    usage.reasoning = std::min(usage.reasoning, usage.completion);
    return usage;
}

} // namespace Core
