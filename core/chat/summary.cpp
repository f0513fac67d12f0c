#include "core/chat/summary.h"

namespace Core {

Summary editedSummary(const Summary &summary, const QString &text)
{
    Summary edited = revertedSummary(summary);
    edited.text = text;
    edited.madeBy = QStringLiteral("hand");
    return edited;
}

Summary revertedSummary(const Summary &earlier)
{
    return {.text = earlier.text,
            .lastCovered = earlier.lastCovered,
            .madeBy = earlier.madeBy,
            .conversationId = earlier.conversationId};
}

} // namespace Core
