#include "app/commands/output.h"
#include "app/commands/verbs.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList verbNames()
{
    QStringList names;
    for (const Verb &verb : verbs())
        names += verb.name;
    return names;
}

QStringList optionsOf(const Verb &verb)
{
    QStringList options;
    for (const OptionSpec &option : verb.options + commonOptions())
        options += u"--"_s + option.name;
    return options;
}

QString bash()
{
    QString cases;
    for (const Verb &verb : verbs())
        cases += u"        %1) words=\"%2\" ;;\n"_s.arg(verb.name, optionsOf(verb).join(u' '));
    return u"_skein() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} words=\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        COMPREPLY=($(compgen -W \"%1\" -- \"$current\"))\n"
           "        return\n"
           "    fi\n"
           "    case ${COMP_WORDS[1]} in\n"
           "%2"
           "    esac\n"
           "    if [[ $current == -* ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
           "    else\n"
           "        COMPREPLY=($(compgen -f -- \"$current\"))\n"
           "    fi\n"
           "}\n"
           "complete -o filenames -F _skein skein"_s.arg(verbNames().join(u' '), cases);
}

/// For use between single quotes in zsh and fish.
QString quoted(QString text)
{
    return text.replace(u'\'', u"’"_s);
}

QString zsh()
{
    QString described;
    QString cases;
    for (const Verb &verb : verbs()) {
        described += u"        '%1:%2'\n"_s.arg(verb.name, quoted(verb.summary));
        QString options;
        for (const OptionSpec &option : verb.options + commonOptions()) {
            // Brackets and colons end a description.
            QString text = quoted(option.text);
            text.replace(u'[', u'(').replace(u']', u')').replace(u':', u';');
            options += u" '--%1[%2]%3'"_s.arg(
                option.name, text,
                option.value.isEmpty() ? QString() : u':' + option.value + u":_files"_s);
        }
        cases += u"        %1) _arguments%2 '*:file:_files' ;;\n"_s.arg(verb.name, options);
    }
    return u"#compdef skein\n"
           "_skein() {\n"
           "    local -a names=(\n%1    )\n"
           "    if (( CURRENT == 2 )); then\n"
           "        _describe verb names\n"
           "        return\n"
           "    fi\n"
           "    local verb=$words[2]\n"
           "    shift words\n"
           "    (( CURRENT-- ))\n"
           "    case $verb in\n%2    esac\n"
           "}\n"
           "compdef _skein skein"_s.arg(described, cases);
}

QString fish()
{
    QStringList lines;
    for (const Verb &verb : verbs()) {
        lines += u"complete -c skein -n __fish_use_subcommand -f -a %1 -d '%2'"_s.arg(
            verb.name, quoted(verb.summary));
        for (const OptionSpec &option : verb.options + commonOptions())
            lines += u"complete -c skein -n '__fish_seen_subcommand_from %1' -l %2%3 -d '%4'"_s.arg(
                verb.name, option.name, option.value.isEmpty() ? QString() : u" -r"_s,
                quoted(option.text));
    }
    return lines.join(u'\n');
}

Exit run(Invocation &call)
{
    if (call.positional().size() != 1)
        return call.usageError(u"name one shell: bash, zsh or fish"_s);
    const QString shell = call.positional().first();
    QString script;
    if (shell == "bash"_L1)
        script = bash();
    else if (shell == "zsh"_L1)
        script = zsh();
    else if (shell == "fish"_L1)
        script = fish();
    else
        return call.usageError(
            u"there is no completion for \"%1\", only for bash, zsh and fish"_s.arg(shell));
    if (call.json())
        printJson({{u"shell"_s, shell}, {u"script"_s, script}});
    else
        printLine(script);
    return Exit::Done;
}

} // namespace

Verb completionVerb()
{
    return {.name = u"completion"_s,
            .arguments = u"bash|zsh|fish"_s,
            .most = 1,
            .summary = u"Print what makes a shell complete the words of skein."_s,
            .example =
                u"skein completion bash > ~/.local/share/bash-completion/completions/skein"_s,
            .options = {},
            .run = run};
}
