// Measures the network room and prints a table: what a request costs before its bytes are on the
// wire, how fast answers are decoded, how late the event loop is under many streams, whether memory
// grows, and where simulated users go. tests/bench/net-run sets the decoder beside npm's openai.
//
//     bench_net [--peers FOLDER] [overhead] [decode] [streams] [memory] [shares]
//
// Without a name all are measured, in that order.

#include "tests/bench/netfigures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

Core::Settings settingsOf(const QList<double> &weights)
{
    Core::Settings settings;
    for (const double weight : weights)
        settings.providers.append({.name = QString(QChar('A' + int(settings.providers.size()))),
                                   .baseUrl = QUrl(u"https://example.com/v1"_s),
                                   .model = u"m"_s,
                                   .weight = weight});
    return settings;
}

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto rank = size_t(std::ceil(share * double(values.size())));
    return values.empty() ? 0 : values[std::max<size_t>(rank, 1) - 1];
}

namespace {

struct Measure
{
    QString name;
    std::function<NetFigures()> run;
};

QStringList cellsOf(const NetFigure &figure, const QString &command)
{
    const QString met = figure.met == NetFigure::Goal::None ? u"–"_s
        : figure.met == NetFigure::Goal::Met                ? u"yes"_s
                                                            : u"NO"_s;
    const auto orDash = [](const QString &text) { return text.isEmpty() ? u"–"_s : text; };
    return {
        figure.name, figure.value, orDash(figure.peer), orDash(figure.ratio), orDash(figure.goal),
        met,         command};
}

void print(const QList<QStringList> &rows)
{
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row[i].leftJustified(widths[i]) + u"  "_s;
        std::printf("%s\n", qPrintable(line.trimmed()));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication program(argc, argv);
    QStringList words = QCoreApplication::arguments().mid(1);
    QString peers;
    if (const qsizetype at = words.indexOf(u"--peers"_s); at >= 0 && at + 1 < words.size()) {
        peers = words.takeAt(at + 1);
        words.removeAt(at);
    }
    const QList<Measure> all{{u"overhead"_s, overheadFigures},
                             {u"decode"_s, [&peers] { return decodeFigures(peers); }},
                             {u"streams"_s, streamFigures},
                             {u"memory"_s, memoryFigures},
                             {u"shares"_s, shareFigures}};
    QList<QStringList> rows{
        {u"Figure"_s, u"Skein"_s, u"Peer"_s, u"Ratio"_s, u"Goal"_s, u"Met"_s, u"Command"_s}};
    const bool isAll = words.isEmpty();
    for (const Measure &measure : all) {
        if (words.removeAll(measure.name) == 0 && !isAll)
            continue;
        for (const NetFigure &figure : measure.run())
            rows.append(cellsOf(figure, u"bench_net "_s + measure.name));
    }
    if (!words.isEmpty()) {
        std::fprintf(stderr,
                     "bench_net: \"%s\" is nothing to measure; there are: overhead, decode, "
                     "streams, memory, shares\n",
                     qPrintable(words.first()));
        return 2;
    }
    print(rows);
    return 0;
}
