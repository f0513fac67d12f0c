#include "core/exchange/markdownexporter.h"

#include "core/base/redact.h"
#include "core/chat/branch.h"
#include "core/exchange/codefences.h"
#include "core/exchange/contentparts.h"
#include "core/exchange/exportwords.h"

#include <utility>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QString closed(const QString &text)
{
    const QString fence = missingFence(text);
    if (fence.isEmpty())
        return text;
    return text + (text.endsWith(u'\n') ? QString() : u"\n"_s) + fence;
}

QString quoted(const QString &text)
{
    QString lines = text;
    return u"> "_s + lines.replace(u'\n', u"\n> "_s);
}

QString heading(const Message &message)
{
    const QStringList words{speakerOf(message), message.model, timeWords(message.createdAt),
                            statusWords(message)};
    return u"## "_s + joined(words, u" · "_s);
}

QString written(const Message &message)
{
    QStringList blocks{heading(message)};
    if (!message.reasoning.isEmpty())
        blocks += quoted(closed(message.reasoning));
    blocks += closed(message.content);
    for (const ToolCall &call : message.toolCalls)
        blocks +=
            u"Calls %1:\n\n%2"_s.arg(call.name.simplified(), fenced(call.arguments, u"json"_s));
    return joined(blocks);
}

} // namespace

QByteArray MarkdownExporter::conversation(const Bundle &bundle)
{
    const Conversation &conversation = bundle.conversation;
    QStringList blocks{u"# "_s + conversation.title.simplified()};
    const QStringList facts{timeWords(conversation.createdAt), conversation.model,
                            conversation.tags.join(u", "_s)};
    blocks += joined(facts, u" · "_s);
    const MessageTree tree(bundle.messages, conversation.activeLeaf);
    const QList<Message> branch = tree.branch();
    for (const Message &message : branch)
        blocks += written(message);
    const QString before = std::exchange(m_isFirst, false) ? QString() : u"\n---\n\n"_s;
    return redacted((before + joined(blocks) + u'\n').toUtf8());
}

} // namespace Core
