#include "core/practice/httprequest.h"

#include <QTest>

using namespace Core;
using State = HttpRequestReader::State;

namespace {

const QByteArray post =
    "POST /v1/x?y=1 HTTP/1.1\r\nHost: a\r\nContent-LENGTH: 4\r\nX:  b \r\n\r\nbody";

} // namespace

class TestHttpRequest : public QObject
{
    Q_OBJECT

private slots:
    void aRequestIsReadHoweverItIsCut()
    {
        for (qsizetype cut = 0; cut <= post.size(); ++cut) {
            HttpRequestReader reader;
            reader.feed(post.first(cut));
            QCOMPARE(reader.feed(post.sliced(cut)), State::Complete);
            const HttpRequest request = reader.take();
            QCOMPARE(request.method, "POST");
            QCOMPARE(request.path, "/v1/x");
            QCOMPARE(request.header("content-length"), "4");
            QCOMPARE(request.header("X"), "b");
            QCOMPARE(request.body, "body");
            QVERIFY(request.keepAlive);
            QCOMPARE(reader.state(), State::Head);
        }
    }

    void aLongBodyMayComeWithItsHead()
    {
        HttpRequestReader reader;
        const QByteArray body(200'000, 'x');

        QCOMPARE(reader.feed("POST / HTTP/1.1\r\nContent-Length: 200000\r\n\r\n" + body),
                 State::Complete);
        QCOMPARE(reader.take().body, body);
    }

    void theNextRequestIsKept()
    {
        HttpRequestReader reader;
        reader.feed(post + "\r\n" + post + post.first(10));
        QCOMPARE(reader.take().body, "body");
        QCOMPARE(reader.state(), State::Complete);
        QCOMPARE(reader.take().body, "body");
        QCOMPARE(reader.feed(post.sliced(10)), State::Complete);
    }

    void connectionsAreKeptAsAsked_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("keep");
        QTest::addRow("1.1") << QByteArray("GET / HTTP/1.1\r\n\r\n") << true;
        QTest::addRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
        QTest::addRow("close") << QByteArray("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n")
                               << false;
    }

    void connectionsAreKeptAsAsked()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, keep);
        HttpRequestReader reader;

        QCOMPARE(reader.feed(head), State::Complete);
        QCOMPARE(reader.take().keepAlive, keep);
    }

    void aClientMayWaitBeforeItSendsTheBody()
    {
        HttpRequestReader reader;
        reader.feed("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
        QVERIFY(reader.takeExpectation());
        QVERIFY(!reader.takeExpectation());
        QCOMPARE(reader.feed("x"), State::Complete);
    }

    void whatIsNotARequestIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::addRow("%s", name) << bytes << status;
        };
        row("garbage", QByteArray("\x16\x03\x01\0\xff\r\n\r\n", 9), 400);
        row("no path", "GET HTTP/1.1\r\n\r\n", 400);
        row("a full URL", "GET http://a/ HTTP/1.1\r\n\r\n", 400);
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\n", 400);
        row("a header without a colon", "GET / HTTP/1.1\r\nabc\r\n\r\n", 400);
        row("a header that continues", "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", 400);
        row("a length that is none", "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n", 400);
        row("a length below zero", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400);
        row("two lengths", "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            400);
        row("chunks", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411);
        row("too long a body", "POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", 413);
        row("too long a head", "GET / HTTP/1.1\r\nA: " + QByteArray(70'000, 'x') + "\r\n\r\n", 431);
        row("a head without end", QByteArray(70'000, 'x'), 431);
    }

    void whatIsNotARequestIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        HttpRequestReader reader;

        QCOMPARE(reader.feed(bytes), State::Bad);
        QCOMPARE(reader.badStatus(), status);
        QCOMPARE(reader.feed(post), State::Bad);
    }
};

QTEST_GUILESS_MAIN(TestHttpRequest)
#include "tst_httprequest.moc"
