#include "ui/mainwindow/chattexts.h"

#include "ui/base/errortext.h"
#include "ui/base/formats.h"

#include <QCoreApplication>

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Chat)
};

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
