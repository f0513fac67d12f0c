#include "ui/conversations/rowwords.h"

#include "ui/base/formats.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RowWords)
};

} // namespace

namespace RowWords {

QString title(const Core::Conversation &conversation)
{
    return conversation.title.isEmpty() ? Texts::tr("Untitled conversation") : conversation.title;
}

QString cost(const Core::Conversation &conversation)
{
    const QString amount = Formats::moneyOrUnpriced(conversation.knownCost());
    return conversation.unpricedRequests > 0 && conversation.knownCost()
        ? Texts::tr("≥ %1", "at least that much").arg(amount)
        : amount;
}

QString spoken(const Core::Conversation &conversation, bool streaming, bool unread)
{
    QStringList parts{title(conversation)};
    if (unread)
        parts += Texts::tr("unread answer");
    if (streaming)
        parts += Texts::tr("an answer is arriving");
    if (conversation.pinned)
        parts += Texts::tr("pinned");
    if (conversation.hasError)
        parts += Texts::tr("the last answer is incomplete");
    if (!conversation.draft.isEmpty())
        parts += Texts::tr("draft: %1").arg(conversation.draft.simplified().left(80));
    else if (!conversation.lastLine.isEmpty())
        parts += conversation.lastLine;
    if (!conversation.tags.isEmpty())
        parts += Texts::tr("tags: %1").arg(conversation.tags.join(u", "_s));
    parts += Formats::dateTime(conversation.updatedAt);
    return parts.join(u"; "_s);
}

QString details(const Core::Conversation &conversation)
{
    QStringList lines{title(conversation), Formats::dateTime(conversation.updatedAt)};
    lines += Texts::tr("%n message(s)", nullptr, conversation.messageCount);
    if (conversation.knownCost())
        lines += Texts::tr("Cost: %1").arg(Formats::exactMoney(conversation.cost));
    if (conversation.unpricedRequests > 0)
        lines += Texts::tr("%n request(s) without a known price are not in it", nullptr,
                           conversation.unpricedRequests);
    if (conversation.hasError)
        lines += Texts::tr("The last answer is incomplete.");
    if (!conversation.userId.isEmpty())
        lines += Texts::tr("User: %1").arg(conversation.userId);
    if (!conversation.tags.isEmpty())
        lines += Texts::tr("Tags: %1").arg(conversation.tags.join(u", "_s));
    return lines.join(u'\n');
}

} // namespace RowWords
