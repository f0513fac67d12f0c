#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/chat/branch.h"
#include "core/exchange/sourcereader.h"
#include "ui/base/errortext.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype lot = 500; // conversations written in one transaction

struct Report
{
    qint64 conversations = 0;
    qint64 branches = 0;
    qint64 messages = 0;
    qint64 alreadyThere = 0;
    QList<QPair<QString, QString>> leftOut;
};

/// Reads one source into the store, lot by lot.
class Import
{
public:
    Import(OpenedStore &store, Report &report)
        : m_store(store)
        , m_report(report)
    {
    }

    Core::Result<void> read(const QString &path, const QString &format)
    {
        const auto leftOut =
            Core::readSource(path, {.format = format}, [this](Core::Bundle bundle, int) {
                m_waiting.append(std::move(bundle));
                return m_waiting.size() < lot || bool(m_done = write());
            });
        if (!m_done)
            return m_done;
        if (!leftOut)
            return leftOut.error();
        for (const Core::LeftOut &each : *leftOut)
            m_report.leftOut.append({each.where, each.reason});
        return write();
    }

private:
    Core::Result<void> write()
    {
        const QList<Core::Bundle> bundles = std::exchange(m_waiting, {});
        const auto counts = waitFor(m_store->importBundles(bundles));
        if (!counts)
            return counts.error();
        for (qsizetype i = 0; i < bundles.size(); ++i) {
            const Core::ImportCount &count = (*counts)[i];
            m_report.messages += count.messagesAdded;
            m_report.alreadyThere += count.added ? 0 : 1;
            m_report.conversations += count.added ? 1 : 0;
            if (count.added)
                m_report.branches += Core::MessageTree(bundles[i].messages).branchCount();
        }
        return {};
    }

    OpenedStore &m_store;
    Report &m_report;
    QList<Core::Bundle> m_waiting;
    Core::Result<void> m_done;
};

void print(const Report &report, const Invocation &call)
{
    if (!call.json()) {
        printLine(u"%1, %2, %3; %4 already there"_s.arg(
            counted(report.conversations, u"conversation"_s, u"conversations"_s),
            counted(report.branches, u"branch"_s, u"branches"_s),
            counted(report.messages, u"message"_s, u"messages"_s),
            QString::number(report.alreadyThere)));
        for (const auto &[where, reason] : report.leftOut)
            printLine(u"left out: %1: %2"_s.arg(where, reason));
        return;
    }
    QJsonArray leftOut;
    for (const auto &[where, reason] : report.leftOut)
        leftOut.append(QJsonObject{{u"where"_s, where}, {u"reason"_s, reason}});
    printJson({{u"conversations"_s, report.conversations},
               {u"branches"_s, report.branches},
               {u"messages"_s, report.messages},
               {u"already_there"_s, report.alreadyThere},
               {u"left_out"_s, leftOut}});
}

Exit run(Invocation &call)
{
    if (call.positional().isEmpty())
        return call.usageError(u"name at least one FILE"_s);
    const auto format = call.oneOf(u"format"_s, Core::importFormats(), u"auto"_s);
    if (!format)
        return Exit::Usage;
    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    Report report;
    for (const QString &path : call.positional()) {
        const auto done = Import(store, report).read(path, *format);
        if (!done)
            return call.failed(done.error());
    }
    print(report, call);
    return report.leftOut.isEmpty() ? Exit::Done : Exit::Partly;
}

} // namespace

Verb importVerb()
{
    return {.name = u"import"_s,
            .arguments = u"FILE…"_s,
            .summary = u"Read exports of other programs; reading one twice adds nothing."_s,
            .example = u"skein import chatgpt-export.zip"_s,
            .options = {{u"format"_s, u"FORMAT"_s, Core::importFormats().join(u", "_s) + u'.'}},
            .run = run};
}
