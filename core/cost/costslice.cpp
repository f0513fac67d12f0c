#include "core/cost/costslice.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

QString tagKey(QStringList tags)
{
    tags.sort();
    return tags.join(u", "_s);
}

CostSlice sliceOf(const Charge &charge, const QHash<QString, QStringList> &tags)
{
    return {.atMs = charge.at.isValid() ? charge.at.toMSecsSinceEpoch() : CostSlice::noTime,
            .userId = charge.userId,
            .provider = charge.provider,
            .model = charge.model,
            .strategy = charge.strategy,
            .kind = charge.kind,
            .conversationId = charge.conversationId,
            .tag = tags.isEmpty() ? QString() : tagKey(tags.value(charge.conversationId)),
            .requests = 1,
            .inputTokens = charge.usage.prompt,
            .cachedTokens = charge.usage.cachedRead,
            .outputTokens = charge.usage.completion,
            .cost = charge.amount.value_or(Money{}),
            .unpriced = charge.amount ? 0 : 1,
            .estimated = charge.basis == Charge::Basis::Estimated ? 1 : 0};
}

QList<CostSlice> slicesOf(const QList<Charge> &charges, const QHash<QString, QStringList> &tags)
{
    QList<CostSlice> slices;
    slices.reserve(charges.size());
    for (const Charge &charge : charges)
        slices.append(sliceOf(charge, tags));
    return slices;
}

QList<Charge> chargesOf(const QList<Charge> &charges, const QSet<QString> &conversations)
{
    QList<Charge> found;
    for (const Charge &charge : charges) {
        if (conversations.contains(charge.conversationId))
            found.append(charge);
    }
    return found;
}

bool CostFilter::holds(const CostSlice &slice) const
{
    return slice.userId == userId.value_or(slice.userId)
        && slice.provider == provider.value_or(slice.provider)
        && slice.model == model.value_or(slice.model)
        && slice.strategy == strategy.value_or(slice.strategy);
}

} // namespace Core
