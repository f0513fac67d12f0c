#include "core/tokens/runningcount.h"
#include "core/tokens/tokencounter.h"
#include "tests/bench/measure.h"
#include "tests/bench/peers.h"
#include "tests/bench/texts.h"
#include "tests/support/tokensbydefinition.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <limits>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// How fast texts are tokenized, in millions of bytes a second, side by side with other
// tokenizers; see tests/bench/run. --quick takes the beginnings of the texts. With --short it
// looks whether everything runs and is exact, and no figure matters.

namespace {

constexpr qsizetype quickSize = 200'000; // bytes

void printLine(const QString &line)
{
    std::puts(line.toUtf8().constData());
    std::fflush(stdout);
}

QString cell(const QString &text, int width = 14)
{
    return text.rightJustified(width);
}

QString rateText(double rate)
{
    return QString::number(rate, 'f', rate < 10 ? 2 : 1);
}

/// Whether ids, counts and running counts of a text agree with the definition.
bool isExact(Encoding encoding, const NamedText &text)
{
    const Tokenizer tokenizer(encoding);
    const std::vector<TokenId> ids = tokenizer.encode(text.utf8);
    RunningCount running(encoding);
    const QString characters = QString::fromUtf8(text.utf8);
    for (qsizetype at = 0; at < characters.size(); at += 20)
        running.append(
            QStringView(characters).sliced(at, std::min<qsizetype>(20, characters.size() - at)));
    const bool exact = ids == tokensByDefinition(encoding, text.utf8)
        && tokenizer.count(text.utf8) == qsizetype(ids.size()) && tokenizer.decode(ids) == text.utf8
        && running.count() == tokenizer.count(characters);
    printLine(encodingName(encoding) + u' ' + text.name + (exact ? u": exact"_s : u": WRONG"_s));
    return exact;
}

struct Rates
{
    double cold = 0;
    double encode = 0;
    double count = 0;
};

Rates ratesOf(const Tokenizer &tokenizer, QByteArrayView text)
{
    const auto encode = [&] {
        [[maybe_unused]] volatile auto size = tokenizer.encode(text).size();
    };
    const auto count = [&] { [[maybe_unused]] volatile auto tokens = tokenizer.count(text); };
    return {rateOf(text, coldSecondsOf(encode)), rateOf(text, secondsOf(encode)),
            rateOf(text, secondsOf(count))};
}

/// A peer's rate and by how much Skein is faster.
QString comparison(const Peers::Result &peer, const Rates &ours, qsizetype tokens)
{
    if (!peer.failure.isEmpty())
        return cell(peer.failure) + cell({}, 8);
    const QString mark = peer.tokens == tokens ? QString() : u"!"_s;
    return cell(rateText(peer.rate) + mark)
        + cell(QString::number(ours.encode / peer.rate, 'f', 1) + u"×"_s, 8);
}

void printHead()
{
    QString head =
        u"MB/s"_s.leftJustified(16) + cell(u"encode cold"_s) + cell(u"encode"_s) + cell(u"count"_s);
    for (const QString &name : Peers::names())
        head += cell(name) + cell(u"ratio"_s, 8);
    printLine(head);
}

void printRow(Peers &peers, const QString &folder, const Tokenizer &tokenizer,
              const NamedText &text)
{
    const Rates rates = ratesOf(tokenizer, text.utf8);
    QString row = text.name.leftJustified(16) + cell(rateText(rates.cold))
        + cell(rateText(rates.encode)) + cell(rateText(rates.count));
    const qsizetype tokens = tokenizer.count(text.utf8);
    for (const QString &name : Peers::names()) {
        if (peers.absence().isEmpty())
            row += comparison(
                peers.measure(name, folder + u'/' + text.name + u".txt"_s, text.utf8.size()), rates,
                tokens);
    }
    printLine(row);
}

/// How long the first count of a process takes: nothing is loaded before.
void printFirst(Encoding encoding)
{
    QElapsedTimer timer;
    timer.start();
    Tokenizer(encoding).count(QByteArrayView("The first text of all."));
    printLine(u"The first count of the process took %1 ms."_s.arg(
        QString::number(double(timer.nsecsElapsed()) / 1e6, 'f', 2)));
}

/// A draft of 100,000 characters that 20 more are typed into, at its end and in its middle.
void printRunning(Encoding encoding)
{
    const QString draft =
        u"It was a long day, and it's not over: 12 more to go.\n"_s.repeated(1887);
    RunningCount running(encoding);
    running.setText(draft);
    const QString typed = u"twenty characters, so"_s;
    const double append = secondsOf([&] { running.append(typed); });
    running.setText(draft);
    const double edit = secondsOf([&] { running.replace(50'000, 20, typed); });
    printLine(
        u"20 characters appended to a draft of 100,000: %1 µs; put into its middle: %2 µs"_s.arg(
            QString::number(append * 1e6, 'f', 1), QString::number(edit * 1e6, 'f', 1)));
}

/// Prints what does not agree; 0 if all does.
int checkAll()
{
    bool exact = true;
    for (const NamedText &text : shortTexts()) {
        for (const Encoding encoding : {Encoding::Cl100k, Encoding::O200k})
            exact = isExact(encoding, text) && exact;
    }
    return exact ? 0 : 1;
}

/// What is measured, and how thoroughly.
struct Request
{
    Encoding encoding = Encoding::O200k;
    QString folder;
    QString peersFolder;
    qsizetype longest = std::numeric_limits<qsizetype>::max(); ///< bytes of a text
    int limit = 0; ///< seconds for a text of a peer
};

void measureAll(const Request &request)
{
    const Encoding encoding = request.encoding;
    printFirst(encoding);
    Peers peers(request.peersFolder, encodingName(encoding), request.limit);
    if (!peers.absence().isEmpty())
        printLine(u"Skein alone: %1."_s.arg(peers.absence()));
    printHead();
    for (const NamedText &text : textsIn(request.folder, request.longest))
        printRow(peers, request.folder, Tokenizer(encoding), text);
    printRunning(encoding);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption isShort(u"short"_s, u"Look whether all runs and is exact."_s);
    const QCommandLineOption encodingOption(u"encoding"_s, u"The vocabulary."_s, u"name"_s,
                                            u"o200k_base"_s);
    const QCommandLineOption peersOption(u"peers"_s, u"Where npm's packages are."_s, u"folder"_s);
    const QCommandLineOption limit(u"limit"_s, u"Stop a peer that takes longer for a text."_s,
                                   u"seconds"_s, u"10"_s);
    const QCommandLineOption quick(u"quick"_s, u"Only the first 200,000 bytes of each text."_s);
    parser.addOptions({isShort, encodingOption, peersOption, limit, quick});
    parser.addPositionalArgument(u"folder"_s, u"A folder of texts, see make-corpora."_s);
    parser.addHelpOption();
    parser.process(application);
    const auto encoding = encodingFromName(parser.value(encodingOption));
    Request request{.folder = parser.positionalArguments().value(0),
                    .peersFolder = parser.value(peersOption),
                    .limit = parser.value(limit).toInt()};
    if (!encoding || request.limit < 1 || (request.folder.isEmpty() && !parser.isSet(isShort)))
        parser.showHelp(2);

    if (parser.isSet(isShort))
        return checkAll();
    request.encoding = *encoding;
    if (parser.isSet(quick))
        request.longest = quickSize;
    measureAll(request);
}
