#pragma once

#include "core/net/chatclient.h"

#include <QObject>
#include <QTimer>

namespace Core {

/// A server on this machine that answers.
struct LocalServer
{
    Provider provider; ///< to begin with, under its preset's name
    QStringList models;
};

/// The presets of servers on this machine, at their usual ports.
QList<Provider> usualLocalServers();

/// Asks at some addresses for models, all at once: whoever answers is a server to add. Nothing
/// but this machine is asked, no key is sent, and whoever says nothing for two seconds is not
/// there. Ends once, in finished(), and then deletes itself.
class LocalServers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalServers)

public:
    /// `client` outlives it.
    LocalServers(ChatClient &client, QObject *owner);

    void look(const QList<Provider> &candidates);

signals:
    /// In the order of the candidates.
    void finished(const QList<Core::LocalServer> &found);

private:
    void ask(const Provider &candidate);
    void end();

    ChatClient &m_client;
    QTimer m_patience;
    QList<LocalServer> m_servers; ///< all candidates; without models: it did not answer
    int m_open = 0;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::LocalServer)
