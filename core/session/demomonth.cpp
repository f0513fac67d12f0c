#include "core/session/demomonth.h"

#include "core/base/id.h"
#include "core/context/planjson.h"
#include "core/context/sampleconversation.h"
#include "core/context/samplefacts.h"
#include "core/cost/chargecalculator.h"
#include "core/session/planning.h"
#include "core/session/requestbody.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 msPerHour = 3'600'000;
constexpr qint64 msPerDay = 24 * msPerHour;
constexpr qint64 officeOffsetMs = 7 * msPerHour; // the team works in Viet Nam, all year at +7

// How busy the hours of the office are, and the days of the week from Monday on.
constexpr std::array<int, 24> hourWeights{1,  0,  0,  0,  0,  1,  3,  9,  22, 34, 36, 24,
                                          14, 22, 33, 35, 28, 18, 12, 14, 18, 16, 9,  4};
constexpr std::array<int, 7> dayWeights{115, 105, 100, 100, 110, 60, 40};

const std::array agents{u"an"_s,  u"binh"_s, u"chi"_s, u"dung"_s, u"hoa"_s,   u"khoa"_s,
                        u"lan"_s, u"minh"_s, u"nga"_s, u"phuc"_s, u"quynh"_s, u"tuan"_s};

/// What a conversation is asked with, and how often that is chosen before and after the team
/// changes over.
struct Way
{
    QLatin1String provider;
    QLatin1String model;
    QLatin1String strategy;
    int before = 0;
    int after = 0;
};

constexpr std::array ways{
    Way{"openai"_L1, "gpt-4.1"_L1, "full"_L1, 70, 6},
    Way{"openai"_L1, "gpt-4.1"_L1, "sliding"_L1, 12, 12},
    Way{"openai"_L1, "gpt-4.1-mini"_L1, "sliding"_L1, 6, 34},
    Way{"deepseek"_L1, "deepseek-chat"_L1, "full"_L1, 8, 22},
    Way{"openai"_L1, "gpt-4o-mini"_L1, "sliding"_L1, 2, 22},
    // Runs on a machine of the team's own, so it has no price.
    Way{"local"_L1, "qwen2.5:14b"_L1, "sliding"_L1, 2, 4},
};

// Conversations with one matter, with two and so on.
constexpr std::array matterWeights{22, 26, 24, 16, 8, 4};

constexpr int leastMattersProbed = 4; // below, every strategy sends nearly all
constexpr int slidingTokens = 700; // what those who slide allow for a request
constexpr qint64 cacheLifeMs = 300'000;
constexpr qint64 cacheStep = 128; // prefixes are cached in such blocks …
constexpr qint64 leastCached = 1024; // … from this length on

/// The place of one of the weights, each as often as it weighs.
template <size_t size>
size_t drawn(SampleRandom &random, const std::array<int, size> &weights)
{
    int left = random.below(std::accumulate(weights.begin(), weights.end(), 0));
    size_t place = 0;
    while (left >= weights[place])
        left -= weights[place++];
    return place;
}

const Way &wayOf(SampleRandom &random, bool isAfter)
{
    std::array<int, ways.size()> weights;
    std::transform(ways.begin(), ways.end(), weights.begin(),
                   [&](const Way &way) { return isAfter ? way.after : way.before; });
    return ways[drawn(random, weights)];
}

Turn turnOf(const Way &way)
{
    Turn turn{.provider = {.name = way.provider, .preset = way.provider, .model = way.model},
              .model = way.model,
              .strategy = way.strategy};
    if (way.strategy == "sliding"_L1)
        turn.budgetTokens = slidingTokens;
    return turn;
}

/// Matters for which there is time. In a whole month any number of them is taken: the longest
/// conversations may have begun some days before it.
int mostMattersIn(int days)
{
    constexpr int month = 30;
    constexpr int daysBetween = 9; // nearly, at the most
    return days < month ? 1 + (days - 1) / daysBetween : int(matterWeights.size());
}

/// The answers of one conversation become attempts and charges.
class Biller
{
public:
    Biller(Bundle &bundle, const Way &way, SampleRandom &random, const PriceList &prices)
        : m_bundle(bundle)
        , m_turn(turnOf(way))
        , m_random(random)
        , m_prices(prices)
        , m_counter(modelTokens(QString(way.model)))
    {
    }

    void bill()
    {
        m_counter.count(m_bundle.messages);
        const auto newest =
            std::find_if(m_bundle.messages.crbegin(), m_bundle.messages.crend(),
                         [](const Message &each) { return each.role == Role::Assistant; });
        for (qsizetype i = 0; i < m_bundle.messages.size(); ++i) {
            const Message &message = m_bundle.messages[i];
            if (message.role == Role::Assistant)
                billAnswer(i, newest != m_bundle.messages.crend() && newest->id == message.id);
        }
    }

private:
    void billAnswer(qsizetype at, bool isNewest)
    {
        Message &answer = m_bundle.messages[at];
        answer.model = m_turn.model;
        const bool breaksOff = m_random.oneIn(150);
        if (breaksOff && answer.toolCalls.isEmpty()) {
            answer.status = MessageStatus::Interrupted;
            answer.content.truncate(answer.content.size() / 2);
            answer.tokens = -1;
            m_counter.count(answer);
        }
        Attempt attempt{.id = derivedId(u"demo attempt"_s, answer.id),
                        .conversationId = m_bundle.conversation.id,
                        .messageId = answer.id,
                        .provider = m_turn.provider.name,
                        .model = m_turn.model,
                        .strategy = m_turn.strategy,
                        .at = answer.createdAt,
                        .state =
                            breaksOff ? Attempt::State::Interrupted : Attempt::State::Complete};
        attempt.usage = usageOf(at, answer);
        if (isNewest && plan(at, attempt))
            m_bundle.attempts.append(attempt);
        charge(attempt);
    }

    /// What was sent: the whole branch, or as much of its end as fits beside the system message.
    Usage usageOf(qsizetype at, const Message &answer)
    {
        qint64 prompt = TokenCounter::requestOverhead;
        qint64 dropped = 0;
        for (qsizetype i = at - 1; i >= 0; --i) {
            const Message &sent = m_bundle.messages[i];
            const bool fits = m_turn.budgetTokens == 0 || sent.role == Role::System
                || prompt + sent.tokens <= m_turn.budgetTokens;
            if (fits && (dropped == 0 || sent.role == Role::System))
                prompt += sent.tokens;
            else
                ++dropped;
        }
        const qint64 now = answer.createdAt.toMSecsSinceEpoch();
        const bool isWarm =
            dropped == 0 && m_lastPrompt >= leastCached && now - m_lastAt < cacheLifeMs;
        const Usage usage{.prompt = prompt,
                          .cachedRead = isWarm ? m_lastPrompt / cacheStep * cacheStep : 0,
                          .completion = answer.tokens,
                          .basis = answer.status == MessageStatus::Complete
                              ? Usage::Basis::Provider
                              : Usage::Basis::Estimated};
        m_lastPrompt = prompt;
        m_lastAt = now;
        return usage;
    }

    /// Makes the request of the newest answer as it would be sent, and its usage from it.
    bool plan(qsizetype at, Attempt &attempt)
    {
        const auto plan = planTurn({.thread = m_bundle.messages.first(at),
                                    .turn = m_turn,
                                    .budget = {.window = m_turn.budgetTokens > 0
                                                   ? m_turn.budgetTokens + m_turn.replyReserve
                                                   : 128'000,
                                               .replyReserve = m_turn.replyReserve},
                                    .counter = m_counter});
        if (!plan || !plan->fits())
            return false;
        attempt.requestBody = requestBody(m_turn, *plan);
        attempt.plan = planToJson(*plan);
        attempt.status = 200;
        attempt.usage.prompt = plan->use.total();
        attempt.usage.cachedRead = std::min(attempt.usage.cachedRead, attempt.usage.prompt);
        const int first = m_random.between(350, 1400);
        attempt.timing = {.queued = m_random.between(0, 4),
                          .connected = m_random.between(80, 300),
                          .firstToken = first,
                          .total = first + 12 * attempt.usage.completion};
        if (m_random.oneIn(25))
            attempt.retries.append({u"429"_s, m_random.between(500, 4000)});
        return true;
    }

    void charge(const Attempt &attempt)
    {
        Charge charge{.id = derivedId(u"demo charge"_s, attempt.id),
                      .attemptId = attempt.id,
                      .conversationId = attempt.conversationId,
                      .messageId = attempt.messageId,
                      .userId = m_bundle.conversation.userId,
                      .at = attempt.at,
                      .provider = attempt.provider,
                      .model = attempt.model,
                      .strategy = attempt.strategy,
                      .usage = attempt.usage};
        setPrice(charge, m_turn.provider, m_prices);
        m_bundle.charges.append(charge);
    }

    Bundle &m_bundle;
    Turn m_turn;
    SampleRandom &m_random;
    const PriceList &m_prices;
    TokenCounter m_counter;
    qint64 m_lastPrompt = 0;
    qint64 m_lastAt = 0;
};

} // namespace

DemoMonth::DemoMonth(const DemoOptions &options, const PriceList &prices)
    : m_options(options)
    , m_prices(prices)
{
    Q_ASSERT(options.lastDay.isValid() && options.days > 0);
}

QDateTime DemoMonth::startOf(SampleRandom &random) const
{
    // A day that is drawn and is one of the quieter ones is mostly drawn again.
    const QDate first = firstDay();
    QDate day = first;
    for (int tries = 0; tries < 8; ++tries) {
        day = first.addDays(random.below(m_options.days));
        if (random.below(dayWeights[0]) < dayWeights[size_t(day.dayOfWeek() - 1)])
            break;
    }
    const qint64 hour = qint64(drawn(random, hourWeights));
    const qint64 inOffice = hour * msPerHour + random.below(int(msPerHour));
    const qint64 inDay = (inOffice - officeOffsetMs + msPerDay) % msPerDay;
    return day.startOfDay(Qt::UTC).addMSecs(inDay);
}

QDate DemoMonth::firstDay() const
{
    return m_options.lastDay.addDays(1 - m_options.days);
}

QDateTime DemoMonth::end() const
{
    return m_options.lastDay.addDays(1).startOfDay(Qt::UTC);
}

SampleConversation DemoMonth::sample(SampleRandom &random, quint64 seed,
                                     const QDateTime &start) const
{
    const int most = mostMattersIn(m_options.days);
    const int drawnMatters = most == 1 ? 1 : 1 + int(drawn(random, matterWeights));
    const int matters = std::min({drawnMatters, most, m_options.mostMatters});
    return sampleConversation(seed, {.matters = matters, .start = start});
}

QList<Probe> DemoMonth::probes(int index) const
{
    const quint64 seed = seedOf(index);
    SampleRandom random(seed);
    const QDateTime start = startOf(random);
    const SampleConversation made = sample(random, seed, start);
    QList<Probe> probes;
    if (made.tags.size() < leastMattersProbed)
        return probes;
    for (const SampleProbe &each : made.probes)
        probes.append({made.id, each.question, each.evidence, each.tag});
    return probes;
}

quint64 DemoMonth::seedOf(int index) const
{
    return (m_options.seed << 32) + quint64(index);
}

Bundle DemoMonth::bundle(int index) const
{
    const quint64 seed = seedOf(index);
    SampleRandom random(seed);
    const QDateTime start = startOf(random);
    SampleConversation sample = this->sample(random, seed, start);

    // What would go on beyond the month has begun some days earlier: any of those that leave it
    // in the month, so that they do not all end on the last day.
    const qint64 beyond = end().msecsTo(sample.messages.constLast().createdAt);
    const qint64 least = beyond < 0 ? 0 : beyond / msPerDay + 1;
    const qint64 spare =
        beyond < 0 ? 0 : std::max<qint64>(0, firstDay().daysTo(start.date()) - least);
    const qint64 shift = least + qint64(seed * 0x9e37'79b9'7f4a'7c15ULL >> 33) % (spare + 1);
    for (Message &message : sample.messages)
        message.createdAt = message.createdAt.addDays(-shift);

    const bool isAfter = start.addDays(-shift).addDays(m_options.days / 2) >= end();
    const Way &way = wayOf(random, isAfter);
    Bundle bundle{.conversation = {.id = sample.id,
                                   .title = sample.title,
                                   .userId = agents[size_t(random.below(int(agents.size())))],
                                   .pinned = random.oneIn(150),
                                   .tags = sample.tags,
                                   .metadata = {{u"customer"_s, sample.userName}},
                                   .provider = way.provider,
                                   .model = way.model,
                                   .strategy = way.strategy},
                  .messages = std::move(sample.messages)};
    Biller(bundle, way, random, m_prices).bill();
    return bundle;
}

} // namespace Core
