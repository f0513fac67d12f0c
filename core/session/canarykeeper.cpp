#include "core/session/canarykeeper.h"

#include "core/base/async.h"
#include "core/net/resilientclient.h"

#include <algorithm>
#include <cmath>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

const QString valueName = u"canary"_s;
constexpr int writeMs = 1'000;
constexpr double weightStep = 0.01; // as finely as weights are shown

std::optional<double> weightOf(const Settings &settings, const QString &name)
{
    for (const Provider &provider : settings.providers) {
        if (provider.name == name)
            return provider.weight;
    }
    return std::nullopt;
}

Provider *providerNamed(Settings &settings, const QString &name)
{
    const auto found =
        std::find_if(settings.providers.begin(), settings.providers.end(),
                     [&name](const Provider &provider) { return provider.name == name; });
    return found == settings.providers.end() ? nullptr : &*found;
}

QString seatOf(const Provider &provider)
{
    return provider.seat.isEmpty() ? provider.name : provider.seat;
}

/// One of two names that is nobody's seat.
QString freeSeat(const Settings &settings, const QString &one, const QString &other)
{
    const bool isTaken =
        std::any_of(settings.providers.cbegin(), settings.providers.cend(),
                    [&one](const Provider &provider) { return seatOf(provider) == one; });
    return isTaken ? other : one;
}

/// While both have weight they share the control's seat; whoever has none gives it up. The
/// other one keeps it, and with it all users of both.
void seat(Settings &settings, Provider &canary, Provider &control)
{
    if (canary.weight > 0 && control.weight > 0)
        canary.seat = seatOf(control);
    else if (seatOf(canary) == seatOf(control))
        (canary.weight > 0 ? control : canary).seat = freeSeat(settings, canary.name, control.name);
}

} // namespace

Settings withWeights(Settings settings, const Canary &canary)
{
    const CanaryPlan &plan = canary.plan();
    std::stable_partition(settings.providers.begin(), settings.providers.end(),
                          [&plan](const Provider &provider) {
                              return provider.name != plan.canary || provider.weight > 0;
                          });
    Provider *tried = providerNamed(settings, plan.canary);
    Provider *control = providerNamed(settings, plan.control);
    if (tried)
        tried->weight = canary.canaryWeight();
    if (control)
        control->weight = canary.controlWeight();
    if (tried && control)
        seat(settings, *tried, *control);
    settings.control = plan.control;
    return settings;
}

CanaryPlan canaryPlan(const Settings &settings, const QString &canary, const QString &control)
{
    CanaryPlan plan{.canary = canary, .control = control};
    const double whole =
        weightOf(settings, canary).value_or(0) + weightOf(settings, control).value_or(0);
    if (whole > 0)
        plan.whole = whole;
    return plan;
}

CanaryKeeper::CanaryKeeper(const SessionParts &parts, ResilientClient &client, ChatSession &session)
    : m_parts(parts)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(writeMs);
    connect(&m_timer, &QTimer::timeout, this, &CanaryKeeper::save);
    connect(&client, &ResilientClient::tried, this, &CanaryKeeper::take);
    connect(&session, &ChatSession::assigned, this,
            [this](const QString &provider, const QString &unit) {
                m_canary.assign(provider, unit);
                note();
            });
}

CanaryKeeper::~CanaryKeeper()
{
    if (m_timer.isActive())
        save();
}

QFuture<Result<QString>> CanaryKeeper::stored(ConversationStore &store)
{
    return store.value(valueName);
}

void CanaryKeeper::load()
{
    whenDone(stored(m_parts.store), this, [this](const Result<QString> &json) {
        if (!json)
            return;
        if (m_canary.state() == Canary::State::Idle) // else one was begun meanwhile
            m_canary = Canary::fromJson(json->toUtf8());
        m_isLoaded = true;
        emit changed();
    });
}

void CanaryKeeper::begin(const CanaryPlan &plan)
{
    m_canary = Canary(plan, m_parts.clock.now());
    emit weightsWanted(); // first, for who hears of the change compares it with the weights
    note();
}

void CanaryKeeper::rollBack()
{
    m_canary.rollBack(m_parts.clock.now());
    emit weightsWanted();
    note();
}

void CanaryKeeper::promote()
{
    m_canary.promote(m_parts.clock.now());
    emit weightsWanted();
    note();
}

void CanaryKeeper::settingsChanged(const Settings &settings)
{
    if (!m_isLoaded || !m_canary.isRunning())
        return;
    const CanaryPlan &plan = m_canary.plan();
    const double canary = weightOf(settings, plan.canary).value_or(0);
    const double control = weightOf(settings, plan.control).value_or(0);
    const bool areOurs = std::abs(canary - m_canary.canaryWeight()) < weightStep
        && std::abs(control - m_canary.controlWeight()) < weightStep;
    if (areOurs)
        return;
    const double both = canary + control;
    m_canary.endFor(both > 0 ? 100 * canary / both : 0, m_parts.clock.now());
    note();
}

QFuture<Result<void>> CanaryKeeper::save()
{
    m_timer.stop();
    if (!m_isLoaded || m_canary.state() == Canary::State::Idle)
        return readyFuture(Result<void>());
    return m_parts.store.setValue(valueName, QString::fromUtf8(m_canary.toJson()));
}

void CanaryKeeper::take(const HealthSample &sample)
{
    if (!m_canary.isRunning())
        return;
    if (m_canary.add(sample, m_parts.clock.now()))
        emit weightsWanted();
    note();
}

void CanaryKeeper::note()
{
    if (!m_timer.isActive())
        m_timer.start();
    emit changed();
}

} // namespace Core
