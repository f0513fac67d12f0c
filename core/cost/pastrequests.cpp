#include "core/cost/pastrequests.h"

#include "core/chat/branch.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Core {

namespace {

/// Each message below the one before it: one branch, as nearly all conversations are.
bool isOneBranch(const QList<Message> &messages)
{
    const QString *before = nullptr;
    for (const Message &message : messages) {
        if (before ? message.parentId != *before : !message.parentId.isEmpty())
            return false;
        before = &message.id;
    }
    return true;
}

QList<QList<Message>> branchesOf(const QList<Message> &messages)
{
    const MessageTree tree(messages, {});
    QSet<QString> parents;
    for (const Message &message : messages)
        parents.insert(message.parentId);
    QList<QList<Message>> branches;
    for (const Message &message : messages) {
        if (!parents.contains(message.id))
            branches.append(tree.branch(message.id));
    }
    return branches;
}

bool cameToNothing(const Message &answer)
{
    return answer.status == MessageStatus::Failed || answer.status == MessageStatus::Streaming;
}

bool wasBilled(const Message &answer, const PastConversation &conversation)
{
    return std::any_of(conversation.charges.begin(), conversation.charges.end(),
                       [&](const PastCharge &charge) { return charge.messageId == answer.id; });
}

/// The answers of a branch, each with what stood before it.
std::vector<PastRequest> requestsOf(const QList<Message> &branch, int number)
{
    std::vector<PastRequest> found;
    bool isAsked = false;
    for (qsizetype i = 0; i < branch.size(); ++i) {
        if (branch[i].role == Role::User)
            isAsked = true;
        else if (branch[i].role == Role::Assistant && isAsked
                 && branch[i - 1].role != Role::Assistant)
            found.push_back({i, number, int(i)});
    }
    return found;
}

void addBranch(PastRequests &found, const QHash<QString, qsizetype> &places, QSet<QString> &seen)
{
    const int number = int(found.branches.size()) - 1;
    const QList<Message> &branch = found.branches.last();
    for (PastRequest request : requestsOf(branch, number)) {
        const QString &id = branch[request.answer].id;
        request.answer = places.value(id, -1);
        if (request.answer >= 0 && !seen.contains(id))
            found.requests.push_back(request);
        seen.insert(id);
    }
}

} // namespace

PastRequests pastRequests(const PastConversation &conversation)
{
    PastRequests found;
    if (isOneBranch(conversation.messages)) {
        found.branches = {conversation.messages};
        found.requests = requestsOf(conversation.messages, 0);
    } else {
        QHash<QString, qsizetype> places;
        for (qsizetype i = 0; i < conversation.messages.size(); ++i)
            places.insert(conversation.messages[i].id, i);
        QSet<QString> seen;
        for (const QList<Message> &branch : branchesOf(conversation.messages)) {
            found.branches.append(branch);
            addBranch(found, places, seen);
        }
        std::sort(found.requests.begin(), found.requests.end(),
                  [](const auto &a, const auto &b) { return a.answer < b.answer; });
    }
    std::erase_if(found.requests, [&](const PastRequest &request) {
        const Message &answer = conversation.messages[request.answer];
        return cameToNothing(answer) && !wasBilled(answer, conversation);
    });
    return found;
}

} // namespace Core
