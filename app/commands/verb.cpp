#include "app/commands/verb.h"

#include "app/commands/output.h"
#include "core/settings/settings.h"
#include "ui/base/errortext.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Edits (insert, delete, replace, swap of neighbours) from one word to the other: optimal
/// string alignment.
int distance(const QString &a, const QString &b)
{
    QList<QList<int>> cost(a.size() + 1, QList<int>(b.size() + 1));
    for (int i = 0; i <= a.size(); ++i)
        cost[i][0] = i;
    for (int j = 0; j <= b.size(); ++j)
        cost[0][j] = j;
    for (int i = 1; i <= a.size(); ++i) {
        for (int j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            cost[i][j] =
                std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

QString userFolder(QStandardPaths::StandardLocation location)
{
    return QDir(QStandardPaths::writableLocation(location)).filePath(u"skein"_s);
}

} // namespace

QList<OptionSpec> commonOptions()
{
    return {{u"json"_s, {}, u"Print one JSON document."_s},
            {u"store"_s, u"PATH"_s, u"The store: a file, or postgresql://user@host/db."_s},
            {u"config"_s, u"DIR"_s, u"The folder of the settings."_s},
            {u"help"_s, {}, u"Print this help."_s}};
}

QString closest(const QString &word, const QStringList &known)
{
    const auto begun = std::find_if(known.begin(), known.end(), [&word](const QString &each) {
        return word.size() > 2 && each.startsWith(word);
    });
    if (begun != known.end())
        return *begun;
    QString best;
    int least = std::max(2, int(word.size()) / 3) + 1;
    for (const QString &each : known) {
        const int edits = distance(word, each);
        if (edits < least) {
            least = edits;
            best = each;
        }
    }
    return best;
}

QString noSuch(const QString &kind, const QString &word, const QStringList &known)
{
    const QString near = closest(word, known);
    return u"there is no %1 \"%2\"; %3"_s.arg(kind, word.left(200),
                                              near.isEmpty() ? u"there are "_s + known.join(u", "_s)
                                                             : u"did you mean \"%1\"?"_s.arg(near));
}

Invocation::Invocation(const Verb &verb)
    : m_verb(verb)
{
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    for (const OptionSpec &option : verb.options + commonOptions())
        m_parser.addOption(QCommandLineOption(option.name, option.text, option.value));
}

std::optional<Exit> Invocation::parse(const QStringList &words)
{
    const bool understood = m_parser.parse(QStringList{u"skein"_s} + words);
    if (m_parser.isSet(u"help"_s)) {
        printHelp();
        return Exit::Done;
    }
    if (!understood)
        return wrongOption();
    if (const auto wrong = wrongWords())
        return usageError(*wrong);
    return std::nullopt;
}

/// What is wrong for every verb alike: too many arguments, a list without anything in it, a store
/// of a kind that is none.
std::optional<QString> Invocation::wrongWords() const
{
    const QStringList words = positional();
    if (m_verb.most == 0 && !words.isEmpty())
        return u"it takes no arguments, and \"%1\" is one"_s.arg(words.first().left(200));
    if (m_verb.most != anyNumber && words.size() > m_verb.most)
        return u"\"%1\" is more than it takes; it is written: %2"_s.arg(
            words[m_verb.most].left(200),
            u"skein %1 %2"_s.arg(m_verb.name, m_verb.arguments).trimmed());
    for (const OptionSpec &option : m_verb.options) {
        const bool isList = option.value.contains(u',');
        if (isList && isSet(option.name) && values(option.name).isEmpty())
            return u"--%1 takes %2, and nothing is given"_s.arg(option.name, option.value);
    }
    const QString store = value(u"store"_s, qEnvironmentVariable("SKEIN_STORE"));
    const QString scheme = store.section(u"://"_s, 0, 0);
    if (store.contains("://"_L1) && scheme != "postgresql"_L1 && scheme != "postgres"_L1)
        return u"a store is a file or postgresql://user@host/db, not \"%1\""_s.arg(
            scheme + u"://…"_s); // there may be a password behind it
    return std::nullopt;
}

Exit Invocation::wrongOption() const
{
    const QStringList unknown = m_parser.unknownOptionNames();
    if (unknown.isEmpty())
        return usageError(m_parser.errorText());

    QStringList known;
    for (const OptionSpec &option : m_verb.options + commonOptions())
        known += option.name;
    const QString near = closest(unknown.first(), known);
    const QString hint = near.isEmpty() ? u"see skein %1 --help"_s.arg(m_verb.name)
                                        : u"did you mean --%1?"_s.arg(near);
    return usageError(u"there is no option --%1; %2"_s.arg(unknown.first(), hint));
}

QString Invocation::value(const QString &option, const QString &standard) const
{
    return m_parser.isSet(option) ? m_parser.value(option) : standard;
}

QStringList Invocation::values(const QString &option) const
{
    QStringList all;
    for (const QString &value : m_parser.values(option)) {
        for (const QString &part : value.split(u',')) {
            if (!part.trimmed().isEmpty())
                all += part.trimmed();
        }
    }
    return all;
}

std::optional<qint64> Invocation::number(const QString &option, qint64 standard, qint64 least,
                                         qint64 most) const
{
    if (!m_parser.isSet(option))
        return standard;
    bool isNumber = false;
    const qint64 value = m_parser.value(option).toLongLong(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    usageError(u"--%1 takes a whole number from %2 to %3, not \"%4\""_s.arg(
        option, QString::number(least), QString::number(most), m_parser.value(option)));
    return std::nullopt;
}

std::optional<QString> Invocation::oneOf(const QString &option, const QStringList &words,
                                         const QString &standard) const
{
    const QString word = value(option, standard);
    if (words.contains(word))
        return word;
    const QString near = closest(word, words);
    const QString hint = near.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(near);
    usageError(
        u"--%1 takes one of %2, not \"%3\"%4"_s.arg(option, words.join(u", "_s), word, hint));
    return std::nullopt;
}

QString Invocation::storeLocation() const
{
    const QString asked = value(u"store"_s, qEnvironmentVariable("SKEIN_STORE"));
    if (!asked.isEmpty())
        return asked;
    const auto settings = Core::loadSettings(configFolder());
    if (settings && !settings->storeLocation.isEmpty())
        return settings->storeLocation;
    return ownStore();
}

QString Invocation::ownStore() const
{
    return QDir(userFolder(QStandardPaths::GenericDataLocation)).filePath(u"skein.db"_s);
}

QString Invocation::configFolder() const
{
    const QString own = userFolder(QStandardPaths::GenericConfigLocation);
    return value(u"config"_s, qEnvironmentVariable("SKEIN_CONFIG", own));
}

Exit Invocation::usageError(const QString &what) const
{
    note(u"skein %1: %2"_s.arg(m_verb.name, what));
    return Exit::Usage;
}

Exit Invocation::failed(const Core::Error &error) const
{
    note(u"skein %1: %2"_s.arg(m_verb.name, errorText(error)));
    return Exit::Failed;
}

Exit Invocation::refused(const QString &what) const
{
    remark(what);
    return Exit::Failed;
}

void Invocation::remark(const QString &what) const
{
    note(u"skein %1: %2"_s.arg(m_verb.name, what));
}

void Invocation::note(const QString &what)
{
    flushOutput(); // where both go to one file, what was printed before stands before
    std::fputs((what + u'\n').toUtf8().constData(), stderr);
}

void Invocation::printHelp() const
{
    const QList<OptionSpec> options = m_verb.options + commonOptions();
    QStringList heads;
    for (const OptionSpec &option : options)
        heads += u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
    qsizetype widest = 0;
    for (const QString &head : std::as_const(heads))
        widest = std::max(widest, head.size());

    printLine(u"Usage: skein %1 %2"_s.arg(m_verb.name, m_verb.arguments).trimmed());
    printLine(m_verb.summary);
    printLine();
    for (qsizetype i = 0; i < options.size(); ++i)
        printLine(u"  %1  %2"_s.arg(heads[i].leftJustified(widest), options[i].text));
    printLine();
    printLine(u"Example: %1"_s.arg(m_verb.example));
}
