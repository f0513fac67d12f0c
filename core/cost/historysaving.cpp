#include "core/cost/historysaving.h"

#include "core/context/comparison.h"
#include "core/cost/chargecalculator.h"
#include "core/tokens/tokencounter.h"

namespace Core {

namespace {

/// Tokens of the branch up to each message, it included.
class BranchTokens
{
public:
    explicit BranchTokens(const MessageTree &tree)
        : m_tree(tree)
    {
    }

    /// Walks up to a message that is known, or to the root, and down again.
    qint64 upTo(const QString &id)
    {
        QList<const Message *> path;
        QString at = id;
        while (!m_known.contains(at)) {
            const Message *message = m_tree.find(at);
            if (!message)
                break;
            path.append(message);
            at = message->parentId;
        }
        qint64 tokens = m_known.value(at, 0);
        for (auto message = path.crbegin(); message != path.crend(); ++message) {
            tokens += isSendable(**message) ? std::max(0, (*message)->tokens) : 0;
            m_known.insert((*message)->id, tokens);
        }
        return tokens;
    }

private:
    static bool isSendable(const Message &message)
    {
        return message.status != MessageStatus::Failed
            && !(message.content.isEmpty() && message.toolCalls.isEmpty());
    }

    const MessageTree &m_tree;
    QHash<QString, qint64> m_known;
};

/// The newest answer above this message.
QString answerBefore(const MessageTree &tree, const QString &id)
{
    const Message *message = tree.find(id);
    while (message && (message = tree.find(message->parentId))) {
        if (message->role == Role::Assistant)
            return message->id;
    }
    return {};
}

/// The charge's usage with the whole history in the request.
Usage wholeHistory(const Charge &charge, const MessageTree &tree, BranchTokens &tokens)
{
    const Message &answer = *tree.find(charge.messageId);
    Usage usage = charge.usage;
    usage.prompt = tokens.upTo(answer.parentId) + TokenCounter::requestOverhead;
    const Message *before = tree.find(answerBefore(tree, answer.id));
    const qint64 known = before ? tokens.upTo(before->parentId) : 0;
    usage.cachedRead = charge.rates.cachedRead ? CacheRule().cachedOf(int(known)) : 0;
    usage.cacheWrite = 0;
    return usage;
}

} // namespace

std::optional<double> HistorySaving::share() const
{
    return full.pico > 0 ? std::optional(double(saved().pico) / double(full.pico)) : std::nullopt;
}

HistorySaving historySaving(const QList<Charge> &charges, const MessageTree &tree)
{
    HistorySaving sums;
    BranchTokens tokens(tree);
    for (const Charge &charge : charges) {
        if (charge.kind == Charge::Kind::Summary && charge.amount)
            sums.paid += *charge.amount;
        const bool isTurn = charge.kind == Charge::Kind::Turn && tree.find(charge.messageId);
        if (!isTurn || !charge.amount)
            continue;
        const bool wasWhole = charge.strategy == QLatin1String("full");
        const Usage whole = wasWhole ? charge.usage : wholeHistory(charge, tree, tokens);
        ++sums.turns;
        sums.sentTokens += charge.usage.prompt;
        sums.fullTokens += whole.prompt;
        sums.paid += *charge.amount;
        sums.full += wasWhole ? *charge.amount : costOf(whole, charge.rates);
    }
    return sums;
}

} // namespace Core
