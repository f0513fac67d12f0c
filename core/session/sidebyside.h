#pragma once

#include "core/session/trialrunner.h"

namespace Core {

/// The same question to several providers at once, as before one moves from one to another.
/// Each answer is looked at, charged and not kept. Emits ended() once for each side, then
/// finished(), and then deletes itself; deleting it earlier stops the transfers.
class SideBySide final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideBySide)

public:
    struct Side
    {
        Provider provider;
        QString model;
    };

    SideBySide(const SessionParts &parts, const ModelBook &models, QObject *owner);

    void start(const QString &question, const QList<Side> &sides);
    void stop();

signals:
    void grew(int side, const QString &text);
    void ended(int side, const Core::TrialReply &reply);
    void finished();

private:
    void ask(int number, const QString &question, const Side &side);
    void end(int number, const TrialReply &reply);

    SessionParts m_parts;
    const ModelBook &m_models;
    QList<QPointer<TrialRunner>> m_runners; ///< children
    int m_open = 0;
};

} // namespace Core
