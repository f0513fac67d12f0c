#include "app/commands/exchangereport.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "app/importjob.h"
#include "ui/base/errortext.h"

#include <QJsonObject>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

QString words(const ImportReport &report)
{
    const QString text = u"Imported: %1, %2, %3. Already there: %4."_s.arg(
        counted(report.conversations, u"conversation"_s, u"conversations"_s),
        counted(report.branches, u"branch"_s, u"branches"_s),
        counted(report.messages, u"message"_s, u"messages"_s),
        counted(report.alreadyThere, u"conversation"_s, u"conversations"_s));
    return text + leftOutWords(report.leftOut);
}

void tell(const ImportReport &report, bool asJson)
{
    if (progressWanted())
        std::fputc('\n', stderr);
    if (asJson)
        printJson({{u"conversations"_s, report.conversations},
                   {u"messages"_s, report.messages},
                   {u"branches"_s, report.branches},
                   {u"already_there"_s, report.alreadyThere},
                   {u"left_out"_s, leftOutJson(report.leftOut)}});
    else
        printLine(words(report));
}

Exit run(Invocation &call)
{
    const auto format = call.oneOf(u"format"_s, Core::importFormats(), u"auto"_s);
    if (!format)
        return Exit::Usage;
    QStringList paths = call.positional();
    if (paths.isEmpty())
        paths += u"-"_s;

    OpenedStore store;
    if (const auto ended = store.open(call, OpenedStore::Missing::Make))
        return *ended;
    if (store.info().whyReadOnly)
        return call.failed(*store.info().whyReadOnly);

    ImportJob job(*store);
    QObject::connect(&job, &ImportJob::progressed, [](qint64 conversations) {
        if (progressWanted())
            std::fprintf(stderr, "\r%lld conversations", static_cast<long long>(conversations));
    });
    const auto report = waitFor(job.start(paths, *format, errorText));
    if (!report)
        return call.failed(report.error());
    tell(*report, call.json());
    if (report->unreadable == paths.size())
        return Exit::Failed;
    return report->leftOut.isEmpty() ? Exit::Done : Exit::Partly;
}

} // namespace

Verb importVerb()
{
    return {.name = u"import"_s,
            .arguments = u"[FILE…]"_s,
            .most = anyNumber,
            .summary = u"Read exports of other programs into the store. A file, a folder or a zip "
                       "archive; importing twice adds nothing."_s,
            .example = u"skein import chatgpt-export.zip"_s,
            .options = {{u"format"_s, u"FORMAT"_s,
                         u"One of %1; auto looks at the content."_s.arg(
                             Core::importFormats().join(u", "_s))}},
            .run = run};
}
