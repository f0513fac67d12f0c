#include "core/net/embeddingsclient.h"
#include "core/practice/practicemodels.h"
#include "core/practice/practicethread.h"
#include "tests/support/cannedserver.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestEmbeddingsClient : public QObject
{
    Q_OBJECT

private:
    Result<Embeddings> embed(const QUrl &url, const QStringList &texts)
    {
        const auto future = m_client.embed({.provider = {.baseUrl = url},
                                            .key = "sk-test-0123456789",
                                            .model = practiceEmbeddingModel(),
                                            .texts = texts});
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return future.result();
    }

    SystemClock m_clock;
    EmbeddingsClient m_client{m_clock};

private slots:
    void eachTextHasItsVector()
    {
        PracticeThread practice(m_clock, {});
        const auto started = practice.start();
        QTRY_VERIFY(started.isFinished());
        const Result<QUrl> url = started.result();
        QVERIFY(url);

        const Result<Embeddings> got = embed(*url, {u"order"_s, u"parcel"_s, u"order"_s});

        QVERIFY(got);
        QCOMPARE(got->vectors.size(), 3);
        QCOMPARE(got->vectors[0], got->vectors[2]);
        QVERIFY(got->vectors[0] != got->vectors[1]);
        QCOMPARE(got->model, practiceEmbeddingModel());
        QVERIFY(got->tokens.value_or(0) >= 3);
    }

    void vectorsComeInAnyOrder()
    {
        CannedServer server(CannedAnswer::whole(
            R"({"data":[{"index":1,"embedding":[2,0]},{"index":0,"embedding":[1,0.5]}],"usage":{"total_tokens":9}})"));

        const Result<Embeddings> got = embed(server.url(), {u"a"_s, u"b"_s});

        QVERIFY(got);
        QCOMPARE(got->vectors, (QList<QList<float>>{{1.0F, 0.5F}, {2.0F, 0.0F}}));
        QCOMPARE(got->tokens, std::optional<qint64>(9));
        QVERIFY(server.requests().first().startsWith("POST /v1/embeddings HTTP/1.1\r\n"));
        QVERIFY(server.requests().first().contains("Bearer sk-test-0123456789"));
    }

    void whatIsNotOneVectorForEachTextIsABadReply_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &body) {
            QTest::addRow("%s", name) << body;
        };
        row("one too few", R"({"data":[{"index":0,"embedding":[1]}]})");
        row("one too many", R"({"data":[{"embedding":[1]},{"embedding":[1]},{"embedding":[1]}]})");
        row("the same twice",
            R"({"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]})");
        row("different lengths", R"({"data":[{"embedding":[1]},{"embedding":[1,2]}]})");
        row("no numbers", R"({"data":[{"embedding":["x"]},{"embedding":[null]}]})");
        row("out of range",
            R"({"data":[{"index":0,"embedding":[1]},{"index":7,"embedding":[1]}]})");
        row("beyond a float", R"({"data":[{"embedding":[1e300]},{"embedding":[1]}]})");
        row("no JSON", "<html>");
        row("nothing", "{}");
    }

    void whatIsNotOneVectorForEachTextIsABadReply()
    {
        QFETCH(QByteArray, body);
        CannedServer server(CannedAnswer::whole(body));

        const Result<Embeddings> got = embed(server.url(), {u"a"_s, u"b"_s});

        QVERIFY(!got);
        QCOMPARE(got.error().kind, Error::Kind::BadReply);
    }

    void anErrorIsTyped()
    {
        CannedServer server(CannedAnswer::whole(R"({"error":{"code":"model_not_found"}})",
                                                "application/json", "404 Not Found"));

        QCOMPARE(embed(server.url(), {u"a"_s}).error().kind, Error::Kind::NotFound);
    }

    void aBadAddressIsRefused()
    {
        QCOMPARE(embed(QUrl(u"http://example.com/v1"_s), {u"a"_s}).error().kind,
                 Error::Kind::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestEmbeddingsClient)
#include "tst_embeddingsclient.moc"
