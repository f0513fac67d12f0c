#pragma once

#include "core/base/result.h"

#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

/// How a verb ended: the program's exit status.
enum class Exit {
    Done = 0,
    Failed = 1, ///< the work failed
    Usage = 2, ///< the command line is wrong
    Partly = 3, ///< done in part; the report says what was left out and why
};

/// An option of a verb. `value` names what it takes; empty for a switch.
struct OptionSpec
{
    QString name;
    QString value;
    QString text;
};

/// What every verb takes.
QList<OptionSpec> commonOptions();

class Invocation;

constexpr int anyNumber = -1; ///< of arguments

/// One verb of the headless face: thin, it parses, calls core and prints.
struct Verb
{
    QString name;
    QString arguments; ///< as in the usage line, such as "[FILE…]"
    int most = 0; ///< arguments that it takes
    QString summary; ///< one line
    QString example; ///< a command that works
    QList<OptionSpec> options; ///< besides --json, --store, --config and --help, which all have
    std::function<Exit(Invocation &)> run;
};

/// What a verb was called with. Getters that can fail print their one line on standard error
/// themselves; the verb then returns Exit::Usage.
class Invocation
{
    Q_DISABLE_COPY_MOVE(Invocation)

public:
    /// `verb` must outlive the invocation.
    explicit Invocation(const Verb &verb);

    /// Reads the words behind the verb. Nothing: go on and run it; else end with that status
    /// (wrong words, or --help was printed).
    std::optional<Exit> parse(const QStringList &words);

    QStringList positional() const { return m_parser.positionalArguments(); }
    bool isSet(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option, const QString &standard = {}) const;
    QStringList values(const QString &option) const; ///< repeated, or separated by commas
    std::optional<qint64> number(const QString &option, qint64 standard, qint64 least,
                                 qint64 most) const;
    /// One of `words`, or `standard` where the option is not given.
    std::optional<QString> oneOf(const QString &option, const QStringList &words,
                                 const QString &standard) const;

    bool json() const { return m_parser.isSet(QStringLiteral("json")); }

    /// The store: --store, else SKEIN_STORE, else what the settings say, else the user's own file.
    QString storeLocation() const;
    QString ownStore() const; ///< the user's own file
    /// Folder of the settings: --config, else SKEIN_CONFIG, else the user's own.
    QString configFolder() const;

    /// Prints "skein VERB: WHAT" on standard error.
    Exit usageError(const QString &what) const;
    Exit failed(const Core::Error &error) const;
    Exit refused(const QString &what) const; ///< the same, in words of the verb's own
    void remark(const QString &what) const; ///< the same, and the verb goes on
    static void note(const QString &what);

private:
    void printHelp() const;
    Exit wrongOption() const;
    std::optional<QString> wrongWords() const;

    const Verb &m_verb;
    QCommandLineParser m_parser;
};

/// All verbs, in the order of the manual.
const QList<Verb> &verbs();

/// The verb of that name, or nullptr.
const Verb *findVerb(const QString &name);

/// The word of `known` that begins with `word` or is closest to it, or an empty one where none is
/// near.
QString closest(const QString &word, const QStringList &known);

/// "there is no provider "opnai"; did you mean "openai"?", or which there are where none is near.
QString noSuch(const QString &kind, const QString &word, const QStringList &known);
