// What stays of a turn: the answer, the attempts at it, and what they cost.

#include "core/session/turnrunner.h"

#include "core/base/async.h"
#include "core/base/text.h"
#include "core/session/sharedcontexts.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

void TurnRunner::end(MessageStatus status, const ReplySummary &summary,
                     const std::optional<Error> &problem)
{
    m_answer.status = status;
    m_answer.content = cleanText(summary.text);
    m_answer.reasoning = cleanText(summary.reasoning);
    m_answer.toolCalls = summary.toolCalls;
    m_counter.count(m_answer);

    using State = Attempt::State;
    const State broken = status == MessageStatus::Failed ? State::Failed : State::Interrupted;
    m_attempt.state = status == MessageStatus::Stopped ? State::Stopped
        : problem                                      ? broken
                                                       : State::Complete;
    m_attempt.error = problem ? problem->detail : QString();
    takeSummary(summary, m_attempt);
    noteWhoServed(summary);
    keepLost(summary.lost);

    std::optional<Charge> charge;
    if (mayBeBilled(summary, problem)) {
        m_attempt.usage = usageOf(summary, m_plan, m_counter);
        charge = chargeOf(m_attempt, m_candidates[summary.candidate].provider, payer());
    }
    std::optional<Error> warning = cutPrompt(summary, m_plan, m_counter.exactness());
    if (warning) {
        warning->where = m_attempt.provider;
        m_attempt.remarks.append(u"the provider read %1 of about %2 tokens"_s.arg(
            QString::number(warning->limit), QString::number(warning->asked)));
    }
    keep(charge, problem, warning);
}

void TurnRunner::keep(const std::optional<Charge> &charge, const std::optional<Error> &problem,
                      const std::optional<Error> &warning)
{
    whenDone(m_parts.store.finishAnswer(m_answer, m_attempt, charge), this,
             [this, charge, problem, warning](const Result<StoredAnswer> &stored) {
                 if (!stored)
                     return fail(stored.error());
                 if (m_parts.contexts && m_parts.contexts->isOn())
                     m_parts.contexts->keep(*m_planned, m_plan, m_answer.content,
                                            m_parts.clock.now());
                 emit finished({.conversation = stored->conversation,
                                .answer = stored->answer,
                                .attempt = m_attempt,
                                .charge = charge,
                                .plan = m_plan,
                                .exactness = m_counter.exactness(),
                                .factor = m_counter.tokens().factor,
                                .warning = warning},
                               problem);
             });
}

void TurnRunner::noteWhoServed(const ReplySummary &summary)
{
    const ChatRequest::Alternative &served = m_candidates[summary.candidate];
    m_attempt.provider = served.provider.name;
    m_attempt.model = served.model;
    m_answer.model = served.model;
    if (summary.candidate > 0)
        m_attempt.remarks.append(u"fell back from %1"_s.arg(m_attempt.assigned));
    if (summary.wasLeastBad)
        m_attempt.remarks.append(u"all providers had failed lately; the least bad was asked"_s);
}

/// Each try whose answer was lost may have been billed: it gets an attempt and a charge of its
/// own, both estimated, before anything more is sent.
void TurnRunner::keepLost(const QList<LostTry> &lost)
{
    for (; m_lostKept < lost.size(); ++m_lostKept) {
        const ChatRequest::Alternative &asked = m_candidates[lost[m_lostKept].candidate];
        const Attempt attempt = lostAttempt(lost[m_lostKept], m_attempt, asked, m_plan);
        m_parts.store.addCharge(chargeOf(attempt, asked.provider, payer()), attempt);
    }
}

} // namespace Core
