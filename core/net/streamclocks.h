#pragma once

#include "core/net/chatclient.h"

#include <optional>

namespace Core {

/// The clocks of one request. Keep-alive comments count as bytes and not as useful, so a server
/// that sends nothing else does not hold a request for ever. Pure: it is told the time.
class StreamClocks
{
public:
    enum class Phase {
        Connect,
        FirstByte,
        IdleBytes,
        IdleUseful,
        Total,
        Linger, ///< all has been said and the server does not close
    };

    StreamClocks(const NetClocks &clocks, qint64 now);

    void uploadMoved(qint64 now);
    void requestSent(qint64 now);
    void bytesCame(qint64 now);
    void usefulCame(qint64 now);

    /// The answer is whole; what is still due (usage, [DONE]) gets at most this long.
    void answerEnded(qint64 now);
    static constexpr qint64 lingerMs = 5'000;

    struct Deadline
    {
        Phase phase;
        qint64 at;
    };

    /// The nearest one; nothing where all clocks are off.
    std::optional<Deadline> next() const;

private:
    NetClocks m_clocks;
    qint64 m_started;
    qint64 m_uploadMoved;
    qint64 m_sent = -1;
    qint64 m_bytes = -1;
    qint64 m_useful = -1;
    qint64 m_ended = -1;
};

/// "connect", "first byte", …: for an error's detail.
QString phaseName(StreamClocks::Phase phase);

} // namespace Core
