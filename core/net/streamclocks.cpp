#include "core/net/streamclocks.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Core {

StreamClocks::StreamClocks(const NetClocks &clocks, qint64 now)
    : m_clocks(clocks)
    , m_started(now)
    , m_uploadMoved(now)
{
}

void StreamClocks::uploadMoved(qint64 now)
{
    m_uploadMoved = now;
    if (m_sent >= 0)
        m_sent = now;
}

void StreamClocks::requestSent(qint64 now)
{
    m_sent = now;
}

void StreamClocks::bytesCame(qint64 now)
{
    m_bytes = now;
    if (m_useful < 0)
        m_useful = now; // counts from the head of the answer on
}

void StreamClocks::usefulCame(qint64 now)
{
    m_useful = now;
}

void StreamClocks::answerEnded(qint64 now)
{
    if (m_ended < 0)
        m_ended = now;
}

std::optional<StreamClocks::Deadline> StreamClocks::next() const
{
    std::optional<Deadline> nearest;
    const auto consider = [&nearest](Phase phase, qint64 since, qint64 length) {
        if (length > 0 && (!nearest || since + length < nearest->at))
            nearest = Deadline{phase, since + length};
    };
    if (m_ended >= 0) {
        const qint64 idle = m_clocks.idleBytes > 0 ? m_clocks.idleBytes : lingerMs;
        consider(Phase::Linger, m_ended, std::min(idle, lingerMs));
    } else if (m_bytes >= 0) {
        consider(Phase::IdleBytes, m_bytes, m_clocks.idleBytes);
        consider(Phase::IdleUseful, m_useful, m_clocks.idleUseful);
    } else if (m_sent >= 0) {
        consider(Phase::FirstByte, m_sent, m_clocks.firstByte);
    } else {
        consider(Phase::Connect, m_uploadMoved, m_clocks.connect);
    }
    consider(Phase::Total, m_started, m_clocks.total);
    return nearest;
}

QString phaseName(StreamClocks::Phase phase)
{
    switch (phase) {
    case StreamClocks::Phase::Connect:
        return u"no connection"_s;
    case StreamClocks::Phase::FirstByte:
        return u"no answer"_s;
    case StreamClocks::Phase::IdleBytes:
        return u"the answer stopped coming"_s;
    case StreamClocks::Phase::IdleUseful:
        return u"nothing but signs of life"_s;
    case StreamClocks::Phase::Total:
        return u"the answer took too long"_s;
    case StreamClocks::Phase::Linger:
        return u"the server did not end the answer"_s;
    }
    return {};
}

} // namespace Core
