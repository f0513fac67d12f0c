#include "ui/settings/storetexts.h"

#include "core/session/backupkeeper.h"
#include "ui/base/errortext.h"
#include "ui/base/formats.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

bool isOnServer(const QString &location)
{
    return location.contains("://"_L1);
}

} // namespace

namespace StoreTexts {

QString who(const QString &user, const QString &role)
{
    if (role == "owner"_L1)
        return Texts::tr("This login owns the store: it sees everything, and no rule binds it.");
    if (role == "agent"_L1)
        return Texts::tr("You are %1 there, an agent: you see your own conversations.").arg(user);
    if (role == "lead"_L1)
        return Texts::tr("You are %1 there, a lead: you see the conversations of your team.")
            .arg(user);
    if (role == "manager"_L1)
        return Texts::tr("You are %1 there, a manager: you see the costs of all, and "
                         "conversations where that was granted.")
            .arg(user);
    if (role == "admin"_L1)
        return Texts::tr("You are %1 there, an admin: you see and change everything.").arg(user);
    return Texts::tr("This login is no member there and sees nothing. Whoever runs the server can "
                     "add it.");
}

QString found(const Core::StoreProbe &probe)
{
    const QString version = QString::number(probe.info.version);
    const QString newest = QString::number(probe.newest);
    const bool onServer = isOnServer(probe.info.location);
    if (!probe.isThere)
        return onServer
            ? Texts::tr("The database answers. There is no store in it yet; moving makes one.")
            : Texts::tr("There is no such file yet; moving makes it.");
    if (probe.isNewer())
        return Texts::tr("There is a store of a newer version of Skein (%1, this one knows %2). "
                         "It can only be read.")
            .arg(version, newest);
    if (probe.isOlder())
        return Texts::tr("There is a store of an older version (%1 of %2). It is brought up when "
                         "its owner opens it.")
            .arg(version, newest);
    const QString count = Texts::tr("There is a store with %Ln conversation(s).", nullptr,
                                    int(probe.info.conversations));
    return onServer ? count + u' ' + who(probe.info.user, probe.info.role) : count;
}

QString moving(const Core::MoveCount &count)
{
    return Texts::tr("%1 of about %2 conversations are there and compared.")
        .arg(Formats::number(count.conversations),
             Formats::number(std::max(count.total, count.conversations)));
}

QString moved(const Core::MoveCount &count)
{
    const QString same =
        Texts::tr("%Ln conversation(s) are the same in both stores, with their messages, charges "
                  "and summaries.",
                  nullptr, int(count.conversations));
    const qsizetype others = count.different.size() + count.leftOut.size();
    if (others == 0)
        return same;
    const QString first = count.leftOut.isEmpty() ? count.different.first() : count.leftOut.first();
    return same + u' '
        + Texts::tr("%Ln thing(s) are different there or were left out, the first being: %1",
                    nullptr, int(others))
              .arg(first);
}

QString stopped()
{
    return Texts::tr("Stopped. What is there already stays there; begun again, it goes on from "
                     "here.");
}

QString sameStore()
{
    return Texts::tr("That is where your conversations are already.");
}

QString namedByHand()
{
    return Texts::tr("It is kept in the settings, but this run was started with --store or "
                     "SKEIN_STORE, which come first.");
}

QString asking()
{
    return Texts::tr("Asking…");
}

QString cacheAnswers(qint64 ms)
{
    return Texts::tr("It answers, in %1.").arg(Formats::duration(std::max<qint64>(ms, 1)));
}

QString cacheProblem(const Core::Error &error)
{
    return errorText(error) + u' '
        + Texts::tr("It is left alone for half a minute; until then every plan is made here.");
}

QString copyName(const QString &path)
{
    const qint64 bytes = QFileInfo(path).size();
    constexpr qint64 million = 1'000'000;
    return Formats::dateTime(Core::BackupKeeper::timeOf(path)) + u" · "_s
        + QLocale().formattedDataSize(bytes, bytes < million ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString beforeRestoring(const QString &copy, const Core::StoreProbe &found, qint64 conversations)
{
    const QString time = Formats::dateTime(Core::BackupKeeper::timeOf(copy));
    if (found.isOlder())
        return Texts::tr("The copy of %1 is of an older version of Skein and is brought up. What "
                         "is open now, with %Ln conversation(s), is kept beside it under another "
                         "name. The window closes and opens anew.",
                         nullptr, int(conversations))
            .arg(time);
    return Texts::tr("The copy of %1 holds %2. What is open now, with %Ln conversation(s), is kept "
                     "beside it under another name. The window closes and opens anew.",
                     nullptr, int(conversations))
        .arg(time,
             Texts::tr("%Ln conversation(s)", "held by a copy", int(found.info.conversations)));
}

QString restored(const QString &kept)
{
    if (kept.isEmpty())
        return Texts::tr("The copy is in its place.");
    return Texts::tr("The copy is in its place. What was there before is kept as %1.")
        .arg(QDir::toNativeSeparators(kept));
}

} // namespace StoreTexts
