#include "core/net/ssereader.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Core;

namespace {

/// An event with bytes of its own, which the reader's are not.
struct Said
{
    QByteArray type;
    QByteArray data;

    friend bool operator==(const Said &, const Said &) = default;
};

using Events = QList<Said>;

Events fed(SseReader &reader, QByteArrayView bytes)
{
    // Bytes of their own that are gone afterwards: whatever is kept of them must be a copy.
    QByteArray brief = bytes.toByteArray();
    Events events;
    reader.feed(brief);
    while (const auto event = reader.next())
        events.append({event->type.toByteArray(), event->data.toByteArray()});
    brief.fill('#');
    return events;
}

Events ended(SseReader &reader)
{
    const auto last = reader.end();
    return last ? Events{{last->type.toByteArray(), last->data.toByteArray()}} : Events();
}

/// As it is read in one piece.
Events eventsOf(const QByteArray &stream)
{
    SseReader reader;
    Events events = fed(reader, stream);
    events += ended(reader);
    return events;
}

Events eventsOfParts(const QByteArray &stream, const QList<qsizetype> &cuts)
{
    SseReader reader;
    Events events;
    qsizetype start = 0;
    for (const qsizetype cut : cuts) {
        events += fed(reader, QByteArrayView(stream).sliced(start, cut - start));
        start = cut;
    }
    events += fed(reader, QByteArrayView(stream).sliced(start));
    events += ended(reader);
    return events;
}

Said said(const QByteArray &data, const QByteArray &type = {})
{
    return {type, data};
}

} // namespace

class TestSseReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<Events>("events");
        const auto row = [](const char *name, const QByteArray &stream, const Events &events) {
            QTest::addRow("%s", name) << stream << events;
        };

        row("nothing of nothing", "", {});
        row("one event", "data: a\n\n", {said("a")});
        row("two events", "data: a\n\ndata: b\n\n", {said("a"), said("b")});
        row("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", {said("a"), said("b")});
        row("CR", "data: a\r\rdata: b\r\r", {said("a"), said("b")});
        row("LF then CR", "data: a\n\rdata: b\n\r", {said("a"), said("b")});
        row("CR then CRLF", "data: a\r\r\ndata: b\r\r\n", {said("a"), said("b")});
        row("CRLF then LF", "data: a\r\n\ndata: b\r\n\n", {said("a"), said("b")});
        row("CRLF then CR", "data: a\r\n\rdata: b\r\n\r", {said("a"), said("b")});
        row("LF then CRLF", "data: a\n\r\ndata: b\n\r\n", {said("a"), said("b")});
        row("many blank lines", "\n\n\ndata: a\n\n\n\n", {said("a")});
        row("several lines of data", "data: a\ndata: b\ndata\ndata: c\n\n", {said("a\nb\n\nc")});
        row("a byte-order mark before the first event",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            {said("a")});
        row("a second mark, which is part of a name",
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "data: a\n\n",
            {});
        row("a mark in the middle, which is part of a name",
            "data: a\n\n\xEF\xBB\xBF"
            "data: b\n\n",
            {said("a")});
        row("a type without data, which is no event", "event: ping\n\ndata: a\n\n", {said("a")});
        row("a type with data", "event: error\ndata: a\n\ndata: b\n\n",
            {said("a", "error"), said("b")});
        row("retry alone", "retry: 3000\n\ndata: a\n\n", {said("a")});
        row("an id that sticks", "id: 7\ndata: a\n\n: keep-alive\n\ndata: b\n\n",
            {said("a"), said("b")});
        row("comments", ": OPENROUTER PROCESSING\n\n:\n:x\ndata: a\n: y\n\n", {said("a")});
        row("a field without a colon", "data\n\n", {said("")});
        row("data without text", "data:\n\n", {said("")});
        row("an unknown field", "foo: bar\ndata: a\nDATA: b\n\n", {said("a")});
        row("no space, one, two", "data:a\n\ndata: b\n\ndata:  c\n\n",
            {said("a"), said("b"), said(" c")});
        row("a colon in the data", "data: {\"a\":1}\n\n", {said("{\"a\":1}")});
        row("line separators of Unicode in the data",
            "data: a\xE2\x80\xA8"
            "b\xC2\x85"
            "c\xE2\x80\xA9"
            "d\n\n",
            {said("a\xE2\x80\xA8"
                  "b\xC2\x85"
                  "c\xE2\x80\xA9"
                  "d")});
        row("an emoji", "data: \xF0\x9F\x98\x80\n\n", {said("\xF0\x9F\x98\x80")});
        row("a lone bad byte",
            "data: a\xFF"
            "b\n\n",
            {said("a\xFF"
                  "b")});
        row("escaped line ends in JSON", "data: \"a\\n\\nb\"\n\n", {said("\"a\\n\\nb\"")});
        row("a tail without its blank line, which is lost", "data: a\n\ndata: b\n", {said("a")});
        row("half a line at the end", "data: a\n\ndata: b", {said("a")});
        row("[DONE] at the end without a blank line", "data: a\n\ndata: [DONE]\n",
            {said("a"), said("[DONE]")});
        row("[DONE] at the end without a line end", "data: a\n\ndata:[DONE]",
            {said("a"), said("[DONE]")});
        row("something like [DONE] at the end", "data: a\n\ndata: [DONE]x", {said("a")});
        row("[DONE] behind other data at the end", "data: a\ndata: [DONE]", {});
        row("half of [DONE] at the end", "data: [DON", {});
        row("a zero byte", QByteArray("data: a\0b\n\n", 11), {said(QByteArray("a\0b", 3))});
    }

    void reads()
    {
        QFETCH(QByteArray, stream);
        QFETCH(Events, events);

        QCOMPARE(eventsOf(stream), events);
    }

    void theSameEventsComeHoweverTheBytesAreCut_data() { reads_data(); }

    void theSameEventsComeHoweverTheBytesAreCut()
    {
        QFETCH(QByteArray, stream);
        QFETCH(Events, events);

        QList<qsizetype> everywhere;
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            QCOMPARE(eventsOfParts(stream, {cut}), events);
            everywhere.append(cut);
        }
        QCOMPARE(eventsOfParts(stream, everywhere), events);
        for (qsizetype first = 0; first <= stream.size(); ++first) {
            for (qsizetype second = first; second <= stream.size(); ++second)
                QCOMPARE(eventsOfParts(stream, {first, second}), events);
        }
    }

    void anEventIsHandedOutAsSoonAsItsLineEndIsThere()
    {
        SseReader reader;
        QCOMPARE(fed(reader, "data: a\r\n"), Events());
        QCOMPARE(fed(reader, "\r"), Events{said("a")}); // not only with the next byte
        QCOMPARE(fed(reader, "\ndata: b\n\n"), Events{said("b")});
    }

    void anEventBeyondTheCapStopsTheReader_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addRow("one line") << QByteArray("data: " + QByteArray(200, 'x') + "\n\n");
        QTest::addRow("many lines") << QByteArray("data: 0123456789\n").repeated(20);
        QTest::addRow("a line without end") << QByteArray(200, 'x');
    }

    void anEventBeyondTheCapStopsTheReader()
    {
        QFETCH(QByteArray, stream);
        SseReader reader(100);
        Events events;
        for (const char byte : stream)
            events += fed(reader, QByteArrayView(&byte, 1));
        events += fed(reader, "data: a\n\n");
        events += ended(reader);

        QVERIFY(reader.hasOverflowed());
        QCOMPARE(events, Events());
    }

    /// Counted work, not time: 16 MiB byte by byte would take hours if a byte were looked at
    /// again for each that follows.
    void longEventsAndStormsOfCommentsAreLinear()
    {
        SseReader reader;
        Events events;
        for (int i = 0; i < 100'000; ++i)
            events += fed(reader, ": ping\n\n");
        events += fed(reader, "data: ");
        const QByteArray piece(64, 'x');
        for (int i = 0; i < 16 * 1024 * 1024 / 64; ++i)
            events += fed(reader, piece);
        QCOMPARE(events, Events());
        events += fed(reader, "\n\n");

        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().data.size(), 16 * 1024 * 1024);
    }
};

QTEST_GUILESS_MAIN(TestSseReader)
#include "tst_ssereader.moc"
