#include "core/exchange/sourceids.h"

#include "core/base/id.h"

#include <QCryptographicHash>
#include <QUuid>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

void add(QCryptographicHash &hash, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
}

void add(QCryptographicHash &hash, const Message &message)
{
    add(hash, roleName(message.role));
    add(hash, message.name);
    add(hash, message.content);
    for (const ToolCall &call : message.toolCalls)
        add(hash, call.name + u' ' + call.arguments);
}

QByteArray digestOf(const QList<Message> &messages)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Message &message : messages)
        add(hash, message);
    return hash.result().toHex();
}

} // namespace

QString SourceIds::conversationId(const QString &format, const QString &sourceId, int number,
                                  const QList<Message> &messages)
{
    if (m_rule == IdRule::KeepSource)
        return sourceId.isEmpty() ? QString::number(number) : sourceId;
    if (!QUuid::fromString(sourceId).isNull())
        return asUuid(format, sourceId);
    if (!sourceId.isEmpty()) {
        const QByteArray beginning = digestOf(messages.mid(0, 1));
        return derivedId(format, sourceId + u'\n' + QString::fromLatin1(beginning));
    }
    const QByteArray digest = digestOf(messages);
    const int before = m_seen[digest]++;
    return derivedId(format, QString::fromLatin1(digest) + u'\n' + QString::number(before));
}

QString SourceIds::messageId(const QString &conversationId, const QString &sourceId) const
{
    return m_rule == IdRule::KeepSource ? sourceId : derivedId(conversationId, sourceId);
}

QString SourceIds::positionalId(const QString &conversationId, const QString &position,
                                const Message &message) const
{
    if (m_rule == IdRule::KeepSource)
        return position;
    const QString digest = QString::fromLatin1(digestOf({message}));
    return derivedId(conversationId, position + u'\n' + digest);
}

} // namespace Core
