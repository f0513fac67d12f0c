#include "core/net/canary.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace Core {

namespace {

constexpr qsizetype mostUnits = 2'000; // enough to find out any mismatch that matters
constexpr qsizetype mostEvents = 200;

quint64 hashOf(const QString &unit)
{
    const QByteArray hash = QCryptographicHash::hash(unit.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(hash.constData());
}

} // namespace

Canary::Canary(const CanaryPlan &plan, const QDateTime &now)
    : m_plan(plan)
    , m_state(State::Running)
{
    move({now, plan.steps.value(0), CanaryEvent::Cause::Begun, {}});
}

bool Canary::add(const HealthSample &sample, const QDateTime &now)
{
    if (!isRunning() || !sample.isTurn)
        return false;
    if (!sample.passedOver.isEmpty() && sample.passedOver == m_plan.canary) {
        ++m_canary.health.requests;
        ++m_canary.health.errors[QStringLiteral("resting")];
    } else if (sample.isFallback) {
        return false;
    } else if (sample.provider == m_plan.canary) {
        m_canary.health.add(sample);
    } else if (sample.provider == m_plan.control) {
        m_control.health.add(sample);
    } else {
        return false;
    }
    update();
    // A look at every further lot of the canary's requests, not at every request.
    const qint64 due = m_plan.fewest * (m_looks + 1);
    if (m_canary.health.requests < due || m_control.health.requests < m_plan.fewest)
        return false;
    return look(now);
}

void Canary::assign(const QString &provider, const QString &unit)
{
    const bool isOurs = provider == m_plan.canary || provider == m_plan.control;
    const quint64 hash = hashOf(unit);
    if (!isRunning() || !isOurs || m_units.size() >= mostUnits || m_units.contains(hash))
        return;
    m_units.insert(hash);
    ++(provider == m_plan.canary ? m_canary : m_control).units;
    update();
}

bool Canary::sharesAreOff() const
{
    const double share = weight() / 100;
    return sharesMismatch({m_canary.units, m_control.units}, {share, 1 - share});
}

/// What can be said between two looks: the figures, and whether the assignment is broken.
void Canary::update()
{
    CanaryFinding finding = judge(m_plan, m_canary.health, m_control.health, m_looks);
    finding.verdict = CanaryVerdict::NotEnoughData;
    if (finding.why != CanaryFinding::Why::TooFew)
        finding.why = CanaryFinding::Why::Unclear;
    if (sharesAreOff())
        finding.why = CanaryFinding::Why::Shares;
    m_finding = finding;
}

bool Canary::look(const QDateTime &now)
{
    ++m_looks;
    m_finding = judge(m_plan, m_canary.health, m_control.health, m_looks);
    const CanaryFinding found = m_finding;
    if (found.verdict == CanaryVerdict::Worse) {
        m_state = State::RolledBack;
        move({now, 0, CanaryEvent::Cause::Worse, found});
        return true;
    }
    if (sharesAreOff()) { // back is always allowed, up is not
        m_finding.verdict = CanaryVerdict::NotEnoughData;
        m_finding.why = CanaryFinding::Why::Shares;
        return false;
    }
    if (found.verdict == CanaryVerdict::NotEnoughData)
        return false;
    if (++m_step >= m_plan.steps.size()) {
        m_state = State::Passed;
        move({now, weight(), CanaryEvent::Cause::NotWorse, found});
        return false;
    }
    move({now, m_plan.steps[m_step], CanaryEvent::Cause::NotWorse, found});
    return true;
}

void Canary::rollBack(const QDateTime &now)
{
    m_state = State::RolledBack;
    move({now, 0, CanaryEvent::Cause::RolledBack, {}});
}

void Canary::promote(const QDateTime &now)
{
    m_state = State::Promoted;
    move({now, 100, CanaryEvent::Cause::Promoted, {}});
}

void Canary::endFor(double weight, const QDateTime &now)
{
    m_state = State::Ended;
    move({now, weight, CanaryEvent::Cause::WeightsChanged, {}});
}

void Canary::move(const CanaryEvent &event)
{
    m_history.append(event);
    if (m_history.size() > mostEvents)
        m_history.removeFirst();
    m_canary = {.health = {.provider = m_plan.canary}};
    m_control = {.health = {.provider = m_plan.control}};
    m_units.clear();
    m_looks = 0;
    if (isRunning())
        m_finding = {};
}

} // namespace Core
