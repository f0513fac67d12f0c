#pragma once

#include "core/chat/pastconversation.h"

#include <span>
#include <vector>

namespace Core {

/// One request of the past: all that stood before an answer, in its branch.
struct PastRequest
{
    qsizetype answer = 0; ///< in PastConversation::messages
    int branch = 0; ///< in PastRequests::branches
    int length = 0; ///< messages of the branch that stood before the answer
};

/// The requests behind the answers of a conversation, in the order in which they were made. An
/// answer counts where a user asked for it or a tool had answered; a greeting that nobody asked
/// for does not, nor does one of which nothing came and for which nothing was billed.
struct PastRequests
{
    QList<QList<Message>> branches; ///< from the root to each leaf
    std::vector<PastRequest> requests;

    std::span<const Message> threadOf(const PastRequest &request) const
    {
        const QList<Message> &branch = branches[request.branch];
        return std::span(branch.constData(), size_t(branch.size())).first(size_t(request.length));
    }
};

PastRequests pastRequests(const PastConversation &conversation);

} // namespace Core
