#include "ui/mainwindow/teamtexts.h"

#include "ui/base/errortext.h"

#include <QCoreApplication>

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Team)
};

} // namespace

namespace TeamTexts {

QString offline()
{
    return Texts::tr("The team store cannot be reached just now. You see what this machine has "
                     "kept of it. What you write waits here and is delivered as soon as the store "
                     "is back.");
}

QString writesWait(const Core::Error &why)
{
    switch (why.kind) {
    case Core::Error::Kind::StoreReadOnly:
        return Texts::tr("The team store can only be read just now, for instance because its "
                         "server has changed over. What you write waits on this machine and is "
                         "delivered as soon as it can be.");
    case Core::Error::Kind::StoreFull:
        return Texts::tr("The team store has no space left; tell whoever runs its server. What you "
                         "write waits on this machine and is delivered as soon as there is "
                         "space.");
    default:
        return Texts::tr("The team store is too busy to take changes just now. What you write "
                         "waits on this machine and is delivered as soon as it can be.");
    }
}

QString back(int delivered)
{
    if (delivered == 0)
        return Texts::tr("The team store is back.");
    return Texts::tr("The team store is back, and %Ln change(s) that had waited are there now.",
                     nullptr, delivered);
}

QString ofNewerProgram()
{
    return Texts::tr("A change that waits on this machine was made by a newer version of Skein, "
                     "and this one does not know what it means. It is kept, with what came after "
                     "it in the same conversation; the newer version delivers it.");
}

QString refused(const Core::Error &error)
{
    return Texts::tr("A change that had waited was not taken by the team store; it is still kept "
                     "on this machine. %1")
        .arg(errorText(error));
}

} // namespace TeamTexts
