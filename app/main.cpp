#include "app/commands/output.h"
#include "app/commands/verb.h"
#include "app/composition.h"
#include "core/store/restore.h"
#include "core/tokens/vocabularydata.h"
#include "ui/base/errortext.h"
#include "ui/settings/storetexts.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTranslator>

#include <csignal>
#include <memory>
#include <optional>

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

/// Work whose result did not arrive has failed.
Exit printed(const Invocation &call, Exit status)
{
    const Core::Result<> whole = endOutput();
    if (whole || (status != Exit::Done && status != Exit::Partly))
        return status;
    if (whole.error().kind != Core::Error::Kind::Cancelled)
        call.failed(whole.error());
    return Exit::Failed;
}

int runVerb(const QStringList &words)
{
    const Verb *verb = findVerb(words.first());
    if (!verb) {
        const bool isOption = words.first().startsWith(u'-');
        QStringList names;
        for (const Verb &each : verbs())
            names += each.name;
        Invocation::note(u"skein: "_s
                         + (isOption ? u"\"%1\" needs a verb; see skein --help"_s.arg(words.first())
                                     : noSuch(u"verb"_s, words.first(), names)));
        return int(Exit::Usage);
    }
    Invocation call(*verb);
    const std::optional<Exit> ended = call.parse(words.mid(1));
    return int(printed(call, ended ? *ended : verb->run(call)));
}

int printHelp()
{
    print(verbHelp().toUtf8());
    return int(endOutput() ? Exit::Done : Exit::Failed);
}

/// Whether the word is that option, written with one dash or two.
bool isOption(const QString &word, QLatin1StringView name)
{
    return word == u'-' + name || word == "--"_L1 + name;
}

/// The verb first: what every verb takes may also stand before it.
QStringList verbFirst(const QStringList &words)
{
    qsizetype verb = 0;
    while (verb < words.size() && words[verb].startsWith(u'-'))
        verb += isOption(words[verb], "store"_L1) || isOption(words[verb], "config"_L1) ? 2 : 1;
    if (verb < words.size())
        return words.mid(verb, 1) + words.first(verb) + words.mid(verb + 1);
    const bool asksVersion = words.size() == 1 && isOption(words.first(), "version"_L1);
    return asksVersion ? QStringList{u"version"_s} : words;
}

QStringList wordsOf(int argc, char *argv[])
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QString::fromLocal8Bit(argv[i]);
    return verbFirst(words);
}

void name()
{
    QCoreApplication::setApplicationName(u"skein"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SKEIN_VERSION));
}

/// Of the copies of teams' stores.
QString teamFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(u"skein/team"_s);
}

/// Once, and anew for as long as another place or a copy is asked for.
int runWindow(const Invocation &call)
{
    const bool isNamed = call.isSet(u"store"_s) || !qEnvironmentVariableIsEmpty("SKEIN_STORE");
    std::optional<Core::Result<QString>> restored;
    while (true) {
        const Options options{call.storeLocation(), call.configFolder(), teamFolder(), isNamed,
                              call.ownStore()};
        QString copy;
        {
            Composition composition(options);
            if (restored)
                composition.sayAtStart(*restored ? NoticeBar::Tone::Good : NoticeBar::Tone::Bad,
                                       *restored ? StoreTexts::restored(**restored)
                                                 : errorText(restored->error()));
            composition.start();
            if (const int status = QApplication::exec(); status != Composition::startAnew)
                return status;
            copy = composition.copyToRestore();
        } // the store is closed
        restored = copy.isEmpty()
            ? std::nullopt
            : std::optional(Core::restoreStore(copy, options.storeLocation, Core::SystemClock()));
    }
}

int openWindow(int argc, char *argv[], const QStringList &words)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        Invocation::note(
            u"skein: there is no display to open a window on; skein --help lists what works "
            "without one"_s);
        return int(Exit::Failed);
    }
    const QApplication app(argc, argv);
    name();
    // The window takes the options of place that every verb takes.
    const Verb window{.name = u"window"_s, .summary = u"Open the window."_s};
    Invocation call(window);
    if (const auto ended = call.parse(words))
        return int(printed(call, *ended));
    return runWindow(call);
}

} // namespace

int main(int argc, char *argv[])
{
    // A reader that goes away, or a full disk, is an error to report and not a reason to die.
    std::signal(SIGPIPE, SIG_IGN);
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
    holdClosedStreams();

    // Wrong counts of tokens would be worse than none.
    if (const auto sound = Core::checkVocabularies(Core::Thoroughness::Quick); !sound) {
        Invocation::note(u"skein: "_s + sound.error().detail);
        return int(Exit::Failed);
    }
    const QStringList words = wordsOf(argc, argv);
    if (!words.isEmpty() && !words.first().startsWith("--store"_L1)
        && !words.first().startsWith("--config"_L1)) {
        // Pictures are painted off screen; everything else needs no painting at all.
        const bool paints = words.first() == "screenshot"_L1;
        std::optional<QTemporaryDir> runtime;
        if (paints) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            // Qt looks there for a Wayland socket and warns where there is no such folder, as in
            // scripts and containers; nothing is ever put into it.
            if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
                qputenv("XDG_RUNTIME_DIR", runtime.emplace().path().toLocal8Bit());
        }
        const std::unique_ptr<QCoreApplication> app(paints ? new QApplication(argc, argv)
                                                           : new QCoreApplication(argc, argv));
        name();
        QTranslator english; // its plurals
        if (english.load(u":/i18n/skein_en"_s))
            QCoreApplication::installTranslator(&english);
        return isOption(words.first(), "help"_L1) ? printHelp() : runVerb(words);
    }
    return openWindow(argc, argv, words);
}
