#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/exchange/exporters.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

Core::Result<QStringList> allIds(OpenedStore &store)
{
    QStringList ids;
    std::optional<Core::ConversationKey> after;
    do {
        const auto page = waitFor(store->conversations({.pinnedFirst = false}, after, 1000));
        if (!page)
            return page.error();
        for (const Core::Conversation &row : page->rows)
            ids += row.id;
        after = page->next;
    } while (after);
    return ids;
}

Exit run(Invocation &call)
{
    const auto format = call.oneOf(u"format"_s, Core::exportFormats(), u"skein"_s);
    if (!format)
        return Exit::Usage;
    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    const auto ids =
        call.positional().isEmpty() ? allIds(store) : Core::Result<QStringList>(call.positional());
    if (!ids)
        return call.failed(ids.error());

    qsizetype at = 0;
    const auto next = [&]() -> Core::Result<std::optional<Core::Bundle>> {
        if (at == ids->size())
            return std::optional<Core::Bundle>();
        const auto bundle = waitFor(store->bundle((*ids)[at++]));
        if (!bundle)
            return bundle.error();
        return std::optional(*bundle);
    };
    const auto exporter = Core::exporterFor(*format);
    const QString path = call.value(u"out"_s, u"-"_s);
    if (path != "-"_L1) {
        const auto done = Core::exportToFile(path, *exporter, next);
        return done ? Exit::Done : call.failed(done.error());
    }
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return call.failed(
            {Core::Error::Kind::FileAccess, output.errorString(), u"standard output"_s});
    const auto done = Core::exportTo(output, *exporter, next);
    return done ? Exit::Done : call.failed(done.error());
}

} // namespace

Verb exportVerb()
{
    return {.name = u"export"_s,
            .arguments = u"[ID…]"_s,
            .summary = u"Write conversations, all of them where none is named; never keys."_s,
            .example = u"skein export --format markdown --out conversations.md"_s,
            .options = {{u"format"_s, u"FORMAT"_s, Core::exportFormats().join(u", "_s) + u'.'},
                        {u"out"_s, u"PATH"_s, u"Where to (standard output)."_s}},
            .run = run};
}
