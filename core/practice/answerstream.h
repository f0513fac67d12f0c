#pragma once

#include "core/practice/fault.h"
#include "core/practice/practicejson.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Core {

class PracticeConnection;

/// Sends one answer as an event stream at a set speed, and goes wrong half way where a fault
/// says so. Lives and dies with its connection, or deletes itself when done.
class AnswerStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswerStream)

public:
    /// `tokensPerSecond` 0: as fast as the connection takes it.
    AnswerStream(PracticeConnection &connection, PracticeAnswer answer, double tokensPerSecond,
                 std::optional<Fault> fault);

private:
    void sendDue();
    void sendEnd();
    bool breaksHere() const;
    void breakOff();

    PracticeConnection &m_connection; ///< the parent
    PracticeAnswer m_answer;
    double m_tokensPerSecond;
    std::optional<Fault> m_fault;
    QElapsedTimer m_since;
    QTimer m_tick;
    qsizetype m_sent = 0;
};

} // namespace Core
