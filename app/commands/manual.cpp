#include "app/commands/output.h"
#include "app/commands/verbs.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Plain text as troff takes it.
QString troff(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend(u"\\&"_s);
    return text;
}

void option(const OptionSpec &option)
{
    printLine(u".TP"_s);
    printLine(u"\\fB\\-\\-%1\\fR \\fI%2\\fR"_s.arg(troff(option.name), troff(option.value)));
    printLine(troff(option.text));
}

void describe(const Verb &verb)
{
    printLine(u".SS \"%1 %2\""_s.arg(troff(verb.name), troff(verb.arguments)));
    printLine(troff(verb.summary));
    for (const OptionSpec &each : verb.options)
        option(each);
    printLine(u".PP\nExample:\n.PP\n.nf"_s);
    printLine(troff(verb.example));
    printLine(u".fi"_s);
}

void section(const QString &title, const QString &text)
{
    printLine(u".SH "_s + title);
    printLine(text);
}

QJsonArray optionsJson(const QList<OptionSpec> &options)
{
    QJsonArray array;
    for (const OptionSpec &each : options)
        array.append(QJsonObject{{u"name"_s, each.name},
                                 {u"value"_s, each.value.isEmpty() ? QJsonValue() : each.value},
                                 {u"text"_s, each.text}});
    return array;
}

void printManualJson()
{
    QJsonArray all;
    for (const Verb &verb : verbs())
        all.append(QJsonObject{{u"name"_s, verb.name},
                               {u"arguments"_s, verb.arguments},
                               {u"summary"_s, verb.summary},
                               {u"options"_s, optionsJson(verb.options)},
                               {u"example"_s, verb.example}});
    printJson({{u"version"_s, QCoreApplication::applicationVersion()},
               {u"verbs"_s, all},
               {u"options"_s, optionsJson(commonOptions())}});
}

Exit run(Invocation &call)
{
    if (call.json()) {
        printManualJson();
        return Exit::Done;
    }
    printLine(u".TH SKEIN 1 \"\" \"skein %1\""_s.arg(QCoreApplication::applicationVersion()));
    section(u"NAME"_s, u"skein \\- manage and inspect conversations with language models"_s);
    section(u"SYNOPSIS"_s, u".B skein\n[\\fIVERB\\fR] [\\fIOPTIONS\\fR]"_s);
    section(u"DESCRIPTION"_s,
            u"Without a verb skein opens its window. With one it works without a display, prints "
            "its result on standard output and everything else on standard error."_s);
    section(u"VERBS"_s, {});
    for (const Verb &verb : verbs())
        describe(verb);
    section(u"OPTIONS OF ALL VERBS"_s, {});
    for (const OptionSpec &each : commonOptions())
        option(each);
    section(u"EXIT STATUS"_s,
            u"0 done; 1 the work failed; 2 the command line is wrong; 3 done in part."_s);
    section(u"ENVIRONMENT"_s,
            u".TP\n.B SKEIN_STORE\nThe store, where \\-\\-store is not given.\n"
            ".TP\n.B SKEIN_CONFIG\nThe folder of the settings, where \\-\\-config is not given.\n"
            ".TP\n.BI SKEIN_KEY_ PROVIDER\nThe key of a provider, for this run; stored nowhere."_s);
    return Exit::Done;
}

} // namespace

Verb manualVerb()
{
    return {.name = u"manual"_s,
            .arguments = {},
            .summary = u"Print the manual page, for man."_s,
            .example = u"skein manual | man -l -"_s,
            .options = {},
            .run = run};
}
