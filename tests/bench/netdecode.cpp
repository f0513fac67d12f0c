// Decodes one long answer, as Skein does it and as npm's openai client does.

#include "core/net/answerbuilder.h"
#include "core/net/chatchunk.h"
#include "core/net/ssereader.h"
#include "core/net/wirejson.h"
#include "tests/bench/measure.h"
#include "tests/bench/netfigures.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryFile>

#include <random>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int chunks = 80'000;
constexpr qsizetype piece = 65'536; // as a socket gives them

/// The chunks of an answer, word by word, with all that OpenAI sends around a word.
QByteArray streamOf(int count)
{
    const QList<QByteArray> words =
        QByteArray("the order is on its way , đơn hàng của bạn đang được giao and it will arrive "
                   "\\n on Friday 😀")
            .split(' ');
    std::mt19937 random(1);
    QByteArray stream;
    for (int i = 0; i < count; ++i)
        stream += "data: {\"id\":\"chatcmpl-9f2d7c1b\",\"object\":\"chat.completion.chunk\","
                  "\"created\":1763900000,\"model\":\"gpt-4.1-2025-04-14\","
                  "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_a1b2c3\","
                  "\"choices\":[{\"index\":0,\"delta\":{\"content\":\" "
            + words[qsizetype(random() % size_t(words.size()))]
            + "\"},\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}\n\n";
    return stream
        + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
          "data: [DONE]\n\n";
}

template <typename Take>
void readEvents(const QByteArray &bytes, Take take)
{
    SseReader reader;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        while (const auto event = reader.next())
            take(*event);
    }
}

qsizetype decodedLength(const QByteArray &bytes)
{
    WireParser parser;
    AnswerBuilder answer;
    readEvents(bytes, [&](const SseEvent &event) {
        if (event.data == "[DONE]")
            return;
        if (const auto chunk = parseChunk(parser, event.data))
            answer.add(*chunk);
    });
    return answer.text().size();
}

/// Megabytes a second, or 0 with a line that says why not.
double peerRate(const QString &peers, const QByteArray &bytes)
{
    QTemporaryFile file;
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return 0;
    QProcess node;
    node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    node.start(u"node"_s, {QDir(peers).filePath(u"net-peers.mjs"_s), file.fileName()});
    node.waitForFinished(120'000);
    const double rate = node.readAllStandardOutput().trimmed().toDouble();
    if (!(rate > 0))
        std::fputs("npm's openai client was not measured\n", stderr);
    return rate;
}

QString rateText(double rate)
{
    return u"%1 MB/s"_s.arg(rate, 0, 'f', 0);
}

} // namespace

NetFigures decodeFigures(const QString &peers)
{
    const QByteArray bytes = streamOf(chunks);
    qsizetype length = 0;
    qsizetype events = 0;
    const double whole = secondsOf([&] { length = decodedLength(bytes); });
    const double framing = secondsOf([&] {
        events = 0;
        readEvents(bytes, [&events](const SseEvent &) { ++events; });
    });
    const double rate = rateOf(bytes, whole);
    NetFigure decoding{.name = u"decode: SSE and JSON, %1 chunks of %2 bytes"_s.arg(events - 1)
                                   .arg(bytes.size() / chunks),
                       .value = rateText(rate),
                       .goal = u"over 200 MB/s"_s,
                       .met = metWhere(rate > 200)};
    const NetFigure chunk{.name = u"decode: one chunk, JSON included"_s,
                          .value = u"%1 µs"_s.arg(1e6 * whole / double(events), 0, 'f', 2),
                          .goal = u"under 20 µs"_s,
                          .met = metWhere(1e6 * whole / double(events) < 20)};
    const NetFigure reading{.name = u"decode: SSE alone"_s,
                            .value = rateText(rateOf(bytes, framing))};
    if (const double peer = peers.isEmpty() ? 0 : peerRate(peers, bytes); peer > 0) {
        decoding.peer = u"npm openai %1"_s.arg(rateText(peer));
        decoding.ratio = u"%1×"_s.arg(rate / peer, 0, 'f', 1);
        decoding.goal += u", 10× npm"_s;
        decoding.met = metWhere(rate > 200 && rate >= 10 * peer);
    }
    return {decoding, chunk, reading};
}
