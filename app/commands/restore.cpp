#include "core/store/restore.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/store/storeprobe.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Exit run(Invocation &call)
{
    if (call.positional().size() != 1)
        return call.usageError(u"name one COPY to go back to"_s);
    const QString location = call.storeLocation();
    if (location.contains("://"_L1))
        return call.usageError(
            u"a server's store is restored by its own tools (pg_restore), not by this"_s);
    const QString copy = call.positional().first();
    const auto found = waitFor(Core::probeStore(copy));
    if (!found)
        return call.failed(found.error());
    const auto kept = Core::restoreStore(copy, location, Core::SystemClock());
    if (!kept)
        return call.failed(kept.error());
    if (call.json()) {
        printJson({{u"store"_s, location},
                   {u"conversations"_s, found->info.conversations},
                   {u"kept"_s, kept->isEmpty() ? QJsonValue() : QJsonValue(*kept)}});
        return Exit::Done;
    }
    printLine(u"%1 is the copy now, with %2."_s.arg(
        location, counted(found->info.conversations, u"conversation"_s, u"conversations"_s)));
    if (!kept->isEmpty())
        printLine(u"What was there is kept as %1."_s.arg(*kept));
    return Exit::Done;
}

} // namespace

Verb restoreVerb()
{
    return {.name = u"restore"_s,
            .arguments = u"COPY"_s,
            .most = 1,
            .summary = u"Go back to a copy of one's own store; what is there now is kept."_s,
            .example =
                u"skein restore ~/.local/share/skein/skein.db.backups/2026-11-22-101500.db"_s,
            .options = {},
            .run = run};
}
