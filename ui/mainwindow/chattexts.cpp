#include "ui/mainwindow/chattexts.h"

#include "ui/base/errortext.h"
#include "ui/base/formats.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Chat)
};

QString listed(const QStringList &tags)
{
    return tags.isEmpty() ? Texts::tr("(none)", "tags") : QLocale().createSeparatedList(tags);
}

/// Of a choice; an empty one leaves it to the settings.
QString named(const QString &choice)
{
    return choice.isEmpty() ? Texts::tr("as in the settings") : choice;
}

} // namespace

namespace ChatTexts {

QString editing()
{
    return Texts::tr("You are changing an earlier message. Sending it begins a new branch; the old "
                     "one stays.");
}

QString cancelEditing()
{
    return Texts::tr("Cancel");
}

QString tryAgain()
{
    return Texts::tr("Try again");
}

QString truncated()
{
    return Texts::tr("The answer was cut because it reached the largest length that the settings "
                     "allow.");
}

QString goOn()
{
    return Texts::tr("Continue");
}

QString branchedByAnother()
{
    return Texts::tr(
        "Somebody else has written here at the same time. Both are kept, as branches.");
}

QString showBranch()
{
    return Texts::tr("Show the other branch");
}

QString erasedByAnother()
{
    return Texts::tr("Somebody else has erased this conversation. You still see what it was.");
}

QString conflict(const Core::Conversation &theirs, const Core::ConversationChange &mine)
{
    if (mine.title)
        return Texts::tr("Meanwhile somebody else has renamed this conversation to \"%1\". Your "
                         "title, \"%2\", was not saved.")
            .arg(theirs.title, *mine.title);
    if (mine.tags)
        return Texts::tr("Meanwhile somebody else has set its tags to %1. Yours, %2, were not "
                         "saved.")
            .arg(listed(theirs.tags), listed(*mine.tags));
    for (const auto &[own, other] :
         {std::pair(mine.model, theirs.model), std::pair(mine.strategy, theirs.strategy),
          std::pair(mine.provider, theirs.provider), std::pair(mine.userId, theirs.userId)}) {
        if (own)
            return Texts::tr("Meanwhile somebody else has chosen \"%1\" here. Your choice, "
                             "\"%2\", was not saved.")
                .arg(named(other), named(*own));
    }
    return Texts::tr("Meanwhile somebody else has changed the same here. Yours was not saved.");
}

QString useMine()
{
    return Texts::tr("Use mine");
}

QString keepTheirs()
{
    return Texts::tr("Keep theirs");
}

QString stop()
{
    return Texts::tr("Stop");
}

QString retrying(const Core::Retrying &next, const QDateTime &until)
{
    const QString error = errorText(next.error);
    const QString number = Formats::number(next.tries + 1);
    const QString most = Formats::number(next.mostTries);
    if (next.waitMs <= 0)
        return Texts::tr("%1 Try %2 of %3 asks %4 now.").arg(error, number, most, next.provider);
    return Texts::tr("%1 Try %2 of %3 asks %4 in %5, at %6.")
        .arg(error, number, most, next.provider, Formats::duration(next.waitMs),
             Formats::clockTime(until));
}

QString servedByAnother(const QString &assigned, const QString &provider)
{
    return Texts::tr("“%1” did not answer, so “%2” did.").arg(assigned, provider);
}

QString continueAnswer()
{
    return Texts::tr("Please continue where you stopped.", "sent to the model");
}

} // namespace ChatTexts
