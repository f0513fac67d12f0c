#include "ui/thread/messagetext.h"

#include "ui/base/formats.h"
#include "ui/base/reasontext.h"

#include <QCoreApplication>

namespace MessageText {

namespace {

using namespace Qt::Literals::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MessageText)
};

} // namespace

QString speaker(const ThreadRow &row)
{
    const Core::Message &message = row.message;
    if (!message.name.isEmpty())
        return message.name;
    if (row.isOthers)
        return message.author;
    return message.role == Core::Role::User ? Words::tr("You") : roleText(message.role);
}

QString planMark(const ThreadRow &row)
{
    if (!row.plan || row.plan->verdict == Core::Verdict::Kept)
        return {};
    return verdictText(row.plan->verdict);
}

QString planReason(const ThreadRow &row)
{
    if (!row.plan || row.plan->verdict == Core::Verdict::Kept)
        return {};
    const QString reason = verdictWithReason(row.plan->verdict, row.plan->reason);
    return row.isLeftOut() ? Words::tr("Not sent with the last request. %1.").arg(reason)
                           : reason + u'.';
}

QString status(Core::MessageStatus status)
{
    switch (status) {
    case Core::MessageStatus::Complete:
        return {};
    case Core::MessageStatus::Streaming:
        return Words::tr("Answering…");
    case Core::MessageStatus::Interrupted:
        return Words::tr("Interrupted: the connection or the program ended in the middle");
    case Core::MessageStatus::Stopped:
        return Words::tr("Stopped by you");
    case Core::MessageStatus::Truncated:
        return Words::tr("Cut off: the provider ended the answer before it was complete");
    case Core::MessageStatus::Failed:
        return Words::tr("Failed: no usable answer came");
    }
    Q_UNREACHABLE();
}

QString foot(const ThreadRow &row)
{
    QStringList parts;
    const bool growing = row.message.status == Core::MessageStatus::Streaming;
    if (row.message.tokens >= 0 && !growing)
        parts += Formats::exactTokens(row.message.tokens);
    if (row.foot.charged)
        parts += Formats::moneyOrUnpriced(row.foot.cost);
    const QString model = row.foot.model.isEmpty() ? row.message.model : row.foot.model;
    if (!model.isEmpty())
        parts += model;
    if (row.foot.firstTokenMs >= 0)
        parts += Words::tr("first token after %1").arg(Formats::duration(row.foot.firstTokenMs));
    return parts.join(u" · "_s);
}

QString siblings(const SiblingPlace &place)
{
    if (place.count < 2)
        return {};
    return u"%1/%2"_s.arg(place.position).arg(place.count);
}

QString spoken(const ThreadRow &row)
{
    QStringList parts{speaker(row)};
    if (row.message.createdAt.isValid())
        parts += Formats::dateTime(row.message.createdAt);
    parts += row.message.content;
    const QStringList rest{status(row.message.status), planReason(row), foot(row)};
    for (const QString &part : rest) {
        if (!part.isEmpty())
            parts += part;
    }
    if (row.siblings.count > 1)
        parts += Words::tr("Version %1 of %2").arg(row.siblings.position).arg(row.siblings.count);
    return parts.join(u'\n');
}

} // namespace MessageText
