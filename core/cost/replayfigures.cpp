#include "core/cost/replayfigures.h"

namespace Core {

namespace {

void addEach(std::vector<ReplayTotals> &sums, const std::vector<ReplayTotals> &others)
{
    if (sums.size() < others.size())
        sums.resize(others.size());
    for (size_t i = 0; i < others.size(); ++i)
        sums[i] += others[i];
}

template <typename Key>
void addEach(QMap<Key, ReplayPart> &parts, const QMap<Key, ReplayPart> &others)
{
    for (auto other = others.cbegin(); other != others.cend(); ++other)
        parts[other.key()] += other.value();
}

} // namespace

ReplayTotals &ReplayTotals::operator+=(const ReplayTotals &other)
{
    requests += other.requests;
    refused += other.refused;
    prompt += other.prompt;
    cachedRead += other.cachedRead;
    completion += other.completion;
    cost += other.cost;
    unpriced += other.unpriced;
    compared += other.compared;
    incomparable += other.incomparable;
    return *this;
}

BilledTotals &BilledTotals::operator+=(const BilledTotals &other)
{
    requests += other.requests;
    unbilled += other.unbilled;
    prompt += other.prompt;
    cachedRead += other.cachedRead;
    completion += other.completion;
    cost += other.cost;
    unpriced += other.unpriced;
    aside += other.aside;
    compared += other.compared;
    comparedCost += other.comparedCost;
    return *this;
}

ReplayPart &ReplayPart::operator+=(const ReplayPart &other)
{
    billed += other.billed;
    addEach(totals, other.totals);
    addEach(full, other.full);
    return *this;
}

std::optional<Money> ReplayPart::costOf(const ReplayTotals &row) const
{
    if (billed.compared == 0)
        return row.pricedCost();
    return row.incomparable < billed.compared ? std::optional(row.compared) : std::nullopt;
}

bool ReplayPart::lacksSome(const ReplayTotals &row) const
{
    return billed.compared > 0 ? row.incomparable > 0 : row.unpriced > 0 || row.refused > 0;
}

std::optional<Money> ReplayPart::savingOnFull(size_t row, Of of) const
{
    if (full.empty() || row >= totals.size())
        return std::nullopt;
    const ReplayTotals &way = totals[row];
    const ReplayTotals &everything = full[row % full.size()];
    if (way.refused > 0 || everything.refused > 0)
        return std::nullopt;
    const std::optional<Money> whole = savingOf(everything.wholeCost(), way.wholeCost());
    if (billed.compared == 0 || (of == Of::All && whole))
        return whole;
    return savingOf(everything.comparedCost(), way.comparedCost());
}

ReplayFigures &ReplayFigures::operator+=(const ReplayFigures &other)
{
    all += other.all;
    addEach(days, other.days);
    addEach(users, other.users);
    addEach(models, other.models);
    conversations += other.conversations;
    return *this;
}

std::optional<Money> savingOf(const std::optional<Money> &before, const std::optional<Money> &cost)
{
    if (!before || !cost)
        return std::nullopt;
    return *before - *cost;
}

} // namespace Core
