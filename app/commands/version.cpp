#include "app/commands/output.h"
#include "app/commands/verbs.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

Exit run(Invocation &call)
{
    if (call.json())
        printJson({{u"skein"_s, QCoreApplication::applicationVersion()},
                   {u"qt"_s, QString::fromLatin1(qVersion())}});
    else
        printLine(u"skein %1 (Qt %2)"_s.arg(QCoreApplication::applicationVersion(),
                                            QString::fromLatin1(qVersion())));
    return Exit::Done;
}

} // namespace

Verb versionVerb()
{
    return {.name = u"version"_s,
            .arguments = {},
            .summary = u"Print the version."_s,
            .example = u"skein version"_s,
            .options = {},
            .run = run};
}
