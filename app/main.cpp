#include "app/commands/output.h"
#include "app/commands/verb.h"

#include <QCoreApplication>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace {

QString verbHelp()
{
    QList<QStringList> rows;
    for (const Verb &verb : verbs())
        rows.append({u"  "_s + verb.name, verb.summary});
    return u"Usage: skein [VERB] [OPTIONS]\n\nWithout a verb it opens the window.\n\n"_s
        + table({u"  Verb"_s, u"What it does"_s}, rows)
        + u"\nskein VERB --help tells more about one.\n"_s;
}

int runVerb(const QStringList &words)
{
    const Verb *verb = findVerb(words.first());
    if (!verb) {
        QStringList names;
        for (const Verb &each : verbs())
            names += each.name;
        const QString near = closest(words.first(), names);
        Invocation::note(u"skein: there is no verb \"%1\"; %2"_s.arg(
            words.first(),
            near.isEmpty() ? u"see skein --help"_s : u"did you mean \"%1\"?"_s.arg(near)));
        return int(Exit::Usage);
    }
    Invocation call(*verb);
    const std::optional<Exit> ended = call.parse(words.mid(1));
    const int status = int(ended ? *ended : verb->run(call));
    flushOutput();
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    // A reader that goes away, or a full disk, is an error to report and not a reason to die.
    std::signal(SIGPIPE, SIG_IGN);
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif

    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"skein"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SKEIN_VERSION));

    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.isEmpty() || words.first() == "--help"_L1) {
        print(verbHelp().toUtf8());
        return 0;
    }
    return runVerb(words);
}
