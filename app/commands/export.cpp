#include "app/commands/exchangereport.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/exchange/exporters.h"
#include "ui/base/errortext.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Hands out conversations of a store one by one: those named, or all, newest first.
class Exporting
{
    Q_DISABLE_COPY_MOVE(Exporting)

public:
    Exporting(Core::ConversationStore &store, const QStringList &ids)
        : m_store(store)
        , m_ids(ids)
        , m_hasMore(ids.isEmpty())
    {
    }

    /// A named one that is not there is left out.
    Core::Result<std::optional<Core::Bundle>> next()
    {
        while (true) {
            if (const Core::Result<> done = turnPage(); !done)
                return done.error();
            if (m_ids.isEmpty())
                return std::optional<Core::Bundle>();
            const QString id = m_ids.takeFirst();
            const auto bundle = waitFor(m_store.bundle(id));
            if (bundle) {
                ++m_count;
                return std::optional(*bundle);
            }
            if (bundle.error().kind != Core::Error::Kind::NotFound)
                return bundle.error();
            m_leftOut.append({id, errorText(bundle.error())});
        }
    }

    qint64 count() const { return m_count; }
    const QList<Core::LeftOut> &leftOut() const { return m_leftOut; }

private:
    Core::Result<> turnPage()
    {
        if (!m_hasMore || !m_ids.isEmpty())
            return {};
        constexpr int rows = 500;
        const auto page = waitFor(m_store.conversations({.pinnedFirst = false}, m_after, rows));
        if (!page)
            return page.error();
        for (const Core::Conversation &conversation : page->rows)
            m_ids += conversation.id;
        m_after = page->next;
        m_hasMore = page->next.has_value();
        return {};
    }

    Core::ConversationStore &m_store;
    QStringList m_ids;
    bool m_hasMore;
    std::optional<Core::ConversationKey> m_after;
    QList<Core::LeftOut> m_leftOut;
    qint64 m_count = 0;
};

Core::Result<> write(const QString &path, Core::Exporter &exporter, Exporting &exporting)
{
    const Core::NextConversation next = [&] { return exporting.next(); };
    if (!path.isEmpty() && path != "-"_L1)
        return Core::exportToFile(path, exporter, next);
    OutputDevice out;
    const Core::Result<> done = Core::exportTo(out, {}, exporter, next);
    const Core::Result<> arrived = endOutput();
    return arrived ? done : arrived;
}

Exit report(const Invocation &call, const Exporting &exporting)
{
    if (call.json())
        printJson({{u"conversations"_s, exporting.count()},
                   {u"out"_s, call.value(u"out"_s)},
                   {u"left_out"_s, leftOutJson(exporting.leftOut())}});
    else if (call.isSet(u"out"_s) || !exporting.leftOut().isEmpty())
        Invocation::note(
            u"Exported %1."_s.arg(counted(exporting.count(), u"conversation"_s, u"conversations"_s))
            + leftOutWords(exporting.leftOut()));
    if (exporting.leftOut().isEmpty())
        return Exit::Done;
    return exporting.count() == 0 ? Exit::Failed : Exit::Partly;
}

Exit run(Invocation &call)
{
    const auto format = call.oneOf(u"format"_s, Core::exportFormats(), u"skein"_s);
    if (!format)
        return Exit::Usage;
    if (call.json() && !call.isSet(u"out"_s))
        return call.usageError(
            u"--json needs --out, for the export itself is on standard output"_s);

    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    const auto exporter = Core::exporterFor(*format);
    Exporting exporting(*store, call.positional());
    if (const Core::Result<> done = write(call.value(u"out"_s), *exporter, exporting); !done)
        return done.error().kind == Core::Error::Kind::Cancelled ? Exit::Failed
                                                                 : call.failed(done.error());
    return report(call, exporting);
}

} // namespace

Verb exportVerb()
{
    return {
        .name = u"export"_s,
        .arguments = u"[ID…]"_s,
        .most = anyNumber,
        .summary = u"Write conversations to a file or standard output; all of them where no ID "
                   "is given. Keys are never written."_s,
        .example = u"skein export --format markdown --out talks.md"_s,
        .options = {{u"format"_s, u"FORMAT"_s,
                     u"One of %1; skein is lossless and the default."_s.arg(
                         Core::exportFormats().join(u", "_s))},
                    {u"out"_s, u"PATH"_s, u"The file to write; it appears when it is whole."_s}},
        .run = run};
}
