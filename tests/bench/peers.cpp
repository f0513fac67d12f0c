#include "tests/bench/peers.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

Peers::Peers(const QString &folder, const QString &encoding, int limit)
    : m_folder(folder)
    , m_encoding(encoding)
    , m_limit(limit)
{
    if (folder.isEmpty())
        m_absence = u"none asked for"_s;
    else if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        m_absence = u"node is not installed"_s;
    else if (!QFileInfo::exists(folder + u"/node_modules"_s))
        m_absence = u"the packages of tests/bench/package.json are not installed in "_s + folder;
    else if (!start())
        m_absence = u"node does not start"_s;
}

Peers::~Peers()
{
    stop();
}

bool Peers::start()
{
    m_node.setWorkingDirectory(m_folder);
    m_node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_node.start(u"node"_s, {m_folder + u"/peers.mjs"_s, m_encoding});
    return m_node.waitForStarted();
}

void Peers::stop()
{
    if (m_node.state() == QProcess::NotRunning)
        return;
    m_node.kill();
    m_node.waitForFinished();
}

Peers::Result Peers::measure(const QString &name, const QString &path, qsizetype size)
{
    if (m_node.state() == QProcess::NotRunning && !start())
        return {.failure = u"no node"_s};
    m_node.write((name + u'\t' + path + u'\t' + QString::number(size) + u'\n').toUtf8());
    const QDeadlineTimer limit(1000 * m_limit);
    while (!m_node.canReadLine()) {
        if (m_node.waitForReadyRead(int(limit.remainingTime())))
            continue;
        const bool isBusy = m_node.state() == QProcess::Running;
        stop();
        return {.failure = isBusy ? u"over %1 s"_s.arg(m_limit) : u"crashes"_s};
    }
    const QJsonObject answer = QJsonDocument::fromJson(m_node.readLine()).object();
    if (answer.contains("failure"_L1)) {
        stop(); // what has failed once may be broken from then on
        return {.failure = answer["failure"_L1].toString()};
    }
    return {.rate = answer["rate"_L1].toDouble(), .tokens = answer["tokens"_L1].toInteger()};
}
