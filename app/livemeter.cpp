#include "app/livemeter.h"

#include <QElapsedTimer>

#include <algorithm>

namespace {

constexpr int showMs = 50;

} // namespace

LiveMeter::LiveMeter(BudgetMeter &meter, const Composer &composer, QObject *parent)
    : QObject(parent)
    , m_meter(meter)
    , m_composer(composer)
    , m_draft(m_counter.encoding())
    , m_answer(m_counter.encoding())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(showMs);
    connect(&m_timer, &QTimer::timeout, this, &LiveMeter::show);
    connect(&composer, &Composer::textEdited, this, [this] {
        m_isTyped = true;
        showSoon();
    });
}

void LiveMeter::setCounter(const Core::TokenCounter &counter)
{
    if (counter.encoding() != m_counter.encoding()) {
        const QString draft = m_draft.text();
        m_draft = Core::RunningCount(counter.encoding());
        m_draft.setText(draft);
        m_answer = Core::RunningCount(counter.encoding());
    }
    m_counter = counter;
}

Core::Message LiveMeter::messageOf(const QString &draft)
{
    m_draft.setText(draft);
    m_isTyped = false;
    m_asked = m_draft.count();
    Core::Message message{.role = Core::Role::User, .content = draft};
    m_counter.count(message, m_asked);
    return message;
}

void LiveMeter::planShown()
{
    m_planned = m_asked;
    show();
}

void LiveMeter::answerBegan()
{
    m_answer.setText({});
    show();
}

void LiveMeter::answerGrew(const QString &text)
{
    m_answer.append(text);
    showSoon();
}

void LiveMeter::answerEnded()
{
    m_answer.setText({});
    show();
}

void LiveMeter::showSoon()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void LiveMeter::show()
{
    QElapsedTimer taken;
    taken.start();
    m_timer.stop();
    if (m_isTyped)
        m_draft.setText(m_composer.draft());
    m_isTyped = false;
    MeterState state = m_meter.state();
    state.draft = m_counter.scaled(m_draft.count()) - m_counter.scaled(m_planned);
    state.reply = m_counter.scaled(m_answer.count());
    if (state != m_meter.state())
        m_meter.setState(state);
    // A draft of megabytes takes a while to read, and typing comes first.
    m_timer.setInterval(std::max(showMs, int(taken.elapsed()) * 20));
}
