#include "ui/mainwindow/chattexts.h"

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

QString continueAnswer()
{
    return Texts::tr("Please continue where you stopped.", "sent to the model");
}

} // namespace ChatTexts
