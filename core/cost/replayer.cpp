#include "core/cost/replayer.h"

#include "core/cost/chargecalculator.h"

#include <algorithm>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int everything = 100'000'000; // tokens: more than any request has

bool countsAlike(const ModelTokens &a, const ModelTokens &b)
{
    return a.encoding == b.encoding && a.factor == b.factor;
}

/// All attempts at one answer.
BilledTotals billedFor(const std::vector<const PastCharge *> &charges)
{
    BilledTotals billed{.requests = charges.empty() ? 0 : 1, .unbilled = charges.empty() ? 1 : 0};
    for (const PastCharge *charge : charges) {
        billed.prompt += charge->prompt;
        billed.cachedRead += charge->cachedRead;
        billed.completion += charge->completion;
        billed.cost += charge->amount.value_or(Money{});
        billed.unpriced += charge->amount ? 0 : 1;
    }
    if (!charges.empty() && billed.unpriced == 0) {
        billed.compared = 1;
        billed.comparedCost = billed.cost;
    }
    return billed;
}

} // namespace

Replayer::Replayer(const ReplayQuery &query, const PriceList &prices)
    : m_query(query)
    , m_prices(prices)
    , m_zone(query.zone.isEmpty() ? QTimeZone::utc() : QTimeZone(query.zone))
    , m_full{.strategy = u"full"_s, .budget = everything}
{
}

Provider Replayer::providerOf(const QString &name) const
{
    for (const Provider &provider : m_query.providers) {
        if (provider.name == name)
            return provider;
    }
    return {.name = name};
}

const Replayer::Known &Replayer::known(const QString &provider, const QString &model)
{
    const auto [place, isNew] = m_known.try_emplace({provider, model});
    if (isNew)
        place->second = {modelTokens(model), m_prices.info(model).window,
                         ModelPrices(m_prices, providerOf(provider), model)};
    return place->second;
}

bool Replayer::isInTime(qint64 ms) const
{
    const HistoryFilter &filter = m_query.filter;
    if (ms < 0)
        return !filter.from.isValid() && !filter.to.isValid();
    return (!filter.from.isValid() || ms >= filter.from.toMSecsSinceEpoch())
        && (!filter.to.isValid() || ms < filter.to.toMSecsSinceEpoch());
}

QDate Replayer::dayOf(qint64 ms)
{
    if (ms < 0)
        return {};
    if (ms < m_dayMs.first || ms >= m_dayMs.second) {
        m_day = QDateTime::fromMSecsSinceEpoch(ms, m_zone).date();
        m_dayMs = {m_day.startOfDay(m_zone).toMSecsSinceEpoch(),
                   m_day.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch()};
    }
    return m_day;
}

void Replayer::add(const PastConversation &conversation)
{
    m_conversation = &conversation;
    m_past = pastRequests(conversation);
    m_lanes.clear();
    m_counted.clear();
    m_memory.summaries.clear();
    Charges charges;
    charges.reserve(conversation.charges.size());
    for (const PastCharge &charge : conversation.charges)
        charges[charge.kind == Charge::Kind::Turn ? charge.messageId : QString()].push_back(
            &charge);

    const std::vector<Asked> all = asked(std::move(charges));
    if (std::none_of(all.begin(), all.end(), [](const Asked &each) { return each.isCounted; }))
        return;
    ++m_figures.conversations;
    m_cells.clear();
    for (int way = 0; way < int(m_query.ways.size()); ++way) {
        const std::vector<Cell> more = cells(way);
        m_cells.insert(m_cells.end(), more.begin(), more.end());
    }
    m_fullCells = cells(-1);
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].isCounted)
            addRequest(i, all[i]);
    }
    addUp();
}

std::vector<Replayer::Asked> Replayer::asked(Charges charges)
{
    std::vector<Asked> all;
    all.reserve(m_past.requests.size());
    for (const PastRequest &request : m_past.requests) {
        const Message &answer = m_conversation->messages[request.answer];
        all.push_back(askedFor(answer, charges.take(answer.id)));
    }
    addAside(charges);
    return all;
}

Replayer::Asked Replayer::askedFor(const Message &answer,
                                   const std::vector<const PastCharge *> &charges)
{
    Asked asked{.billed = billedFor(charges)};
    QString provider = m_conversation->provider;
    if (!charges.empty()) {
        asked.completion = std::max<qint64>(0, charges.back()->completion);
        asked.model = charges.back()->model;
        provider = charges.back()->provider;
    } else {
        asked.model = answer.model.isEmpty() ? m_conversation->model : answer.model;
    }
    asked.known = &known(provider, asked.model);
    if (answer.createdAt.isValid())
        asked.ms = answer.createdAt.toMSecsSinceEpoch();
    else if (!charges.empty())
        asked.ms = charges.back()->atMs;
    asked.isCounted = isInTime(asked.ms);
    return asked;
}

/// What is not for an answer that is asked once more.
void Replayer::addAside(const Charges &charges)
{
    for (const auto &own : charges) {
        for (const PastCharge *charge : own) {
            if (isInTime(charge->atMs))
                m_figures.all.billed.aside += charge->amount.value_or(Money{});
        }
    }
}

const CountedRequests &Replayer::counted(const ModelTokens &tokens)
{
    for (const auto &[own, requests] : m_counted) {
        if (countsAlike(own, tokens))
            return *requests;
    }
    m_counted.emplace_back(
        tokens, std::make_unique<CountedRequests>(*m_conversation, m_past, tokens, m_memory));
    return *m_counted.back().second;
}

const std::vector<PlannedRequest> &Replayer::planned(int way, const Known &known)
{
    const int window = way < 0 ? everything : known.window;
    for (const Lane &lane : m_lanes) {
        if (lane.way == way && lane.window == window && countsAlike(lane.tokens, known.tokens))
            return lane.planned;
    }
    const ReplayWay &asked = way < 0 ? m_full : m_query.ways[way];
    Budget budget{.window = window > 0 ? window : Budget::defaultWindow};
    if (asked.budget > 0)
        budget.window = std::min(budget.window, asked.budget + budget.replyReserve);
    m_lanes.push_back(
        {way, known.tokens, window, counted(known.tokens).plans(asked, budget, m_query)});
    return m_lanes.back().planned;
}

/// One for each model. A conversation is planned for one model, the one that it was asked with
/// last where none is given.
std::vector<Replayer::Cell> Replayer::cells(int way)
{
    std::vector<Cell> row;
    for (const ReplayModel &model : m_query.models) {
        const QList<PastCharge> &charges = m_conversation->charges;
        const bool hasCharge = model.isAsAsked() && !charges.isEmpty();
        const Known &one = hasCharge ? known(charges.last().provider, charges.last().model)
            : model.isAsAsked()      ? known(m_conversation->provider, m_conversation->model)
                                     : known(model.provider, model.model);
        row.push_back({&one, model.isAsAsked(), &planned(way, one)});
    }
    return row;
}

void Replayer::addRequest(size_t index, const Asked &asked)
{
    if (const QDate day = dayOf(asked.ms); day != m_partDay || asked.model != m_partModel) {
        addUp();
        m_partDay = day;
        m_partModel = asked.model;
    }
    m_part.billed += asked.billed;
    const qsizetype answer = m_past.requests[index].answer;
    const auto add = [&](const std::vector<Cell> &cells, std::vector<ReplayTotals> &to) {
        to.resize(cells.size());
        for (size_t i = 0; i < cells.size(); ++i) {
            const Cell &cell = cells[i];
            to[i] += totals((*cell.planned)[index], asked, *cell.known,
                            cell.isAsAsked ? *asked.known : *cell.known, answer);
        }
    };
    add(m_cells, m_part.totals);
    add(m_fullCells, m_part.full);
}

void Replayer::addUp()
{
    if (m_part.billed == BilledTotals{})
        return;
    m_figures.all += m_part;
    m_figures.days[m_partDay] += m_part;
    m_figures.users[m_conversation->userId] += m_part;
    m_figures.models[m_partModel] += m_part;
    m_part = {};
}

ReplayTotals Replayer::totals(const PlannedRequest &planned, const Asked &asked,
                              const Known &counting, const Known &priced, qsizetype answer)
{
    const qint64 known = asked.billed.compared;
    if (!planned.fits)
        return {.refused = 1, .incomparable = known};
    ReplayTotals totals{.requests = 1, .prompt = planned.tokens, .cachedRead = planned.cached};
    // The answer is taken to be the same one: as billed where both count alike.
    if (asked.completion && countsAlike(asked.known->tokens, counting.tokens))
        totals.completion = *asked.completion;
    else
        totals.completion = counted(counting.tokens).answerTokens(answer);

    const bool isNow = m_query.prices == ReplayQuery::Prices::OfNow || asked.ms < 0;
    const Rates *rates =
        priced.prices.at(isNow ? m_query.now.toMSecsSinceEpoch() : asked.ms, totals.prompt);
    if (rates)
        totals.cost = costOf({.prompt = totals.prompt,
                              .cachedRead = totals.cachedRead,
                              .completion = totals.completion},
                             *rates);
    totals.unpriced = rates ? 0 : 1;
    totals.compared = known > 0 ? totals.cost : Money{};
    totals.incomparable = rates ? 0 : known;
    return totals;
}

} // namespace Core
