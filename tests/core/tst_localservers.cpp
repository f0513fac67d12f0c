#include "core/net/openaiclient.h"
#include "core/practice/practiceprovider.h"
#include "core/session/localservers.h"
#include "tests/support/cannedserver.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestLocalServers : public QObject
{
    Q_OBJECT

private slots:
    void theUsualPortsAreKnown()
    {
        QStringList places;
        for (const Provider &server : usualLocalServers()) {
            QVERIFY(!server.needsKey);
            places += u"%1 %2"_s.arg(server.name).arg(server.baseUrl.port());
        }
        QCOMPARE(places,
                 (QStringList{u"Ollama 11434"_s, u"llama.cpp 8080"_s, u"LM Studio 1234"_s,
                              u"vLLM 8000"_s}));
    }

    void whoAnswersIsFound()
    {
        PracticeProvider practice(m_clock, {});
        const auto url = practice.start();
        QVERIFY(url);
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl nobody(u"http://127.0.0.1:%1/v1"_s.arg(closed.serverPort()));
        closed.close();

        const QList<LocalServer> found =
            look({{.name = u"nobody"_s, .baseUrl = nobody}, {.name = u"mine"_s, .baseUrl = *url}});

        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].provider.name, u"mine"_s);
        QVERIFY(found[0].models.contains(u"practice"_s));
        QCOMPARE(found[0].provider.model, found[0].models.first());
    }

    void whoIsSomethingElseIsNot()
    {
        CannedServer page(CannedAnswer::whole("<html>Hello</html>", "text/html"));
        CannedServer empty(CannedAnswer::whole(R"({"data":[]})"));
        QVERIFY(look({{.name = u"page"_s, .baseUrl = page.url()},
                      {.name = u"empty"_s, .baseUrl = empty.url()}})
                    .isEmpty());
        QVERIFY(!page.requests().first().contains("Authorization"));
    }

    void whoSaysNothingIsNotWaitedForLong()
    {
        CannedServer silent;
        QVERIFY(look({{.name = u"silent"_s, .baseUrl = silent.url()}}).isEmpty());
    }

    void nobodyBeyondThisMachineIsAsked()
    {
        QVERIFY(look({{.name = u"far"_s, .baseUrl = QUrl(u"https://192.0.2.1/v1"_s)}}).isEmpty());
        QVERIFY(look({}).isEmpty());
    }

private:
    QList<LocalServer> look(const QList<Provider> &candidates)
    {
        OpenAiClient client(m_clock);
        auto *servers = new LocalServers(client, this);
        std::optional<QList<LocalServer>> found;
        connect(servers, &LocalServers::finished, this,
                [&found](const QList<LocalServer> &all) { found = all; });
        servers->look(candidates);
        const bool inTime = QTest::qWaitFor([&found] { return found.has_value(); });
        return inTime ? *found : QList<LocalServer>{{}, {}, {}};
    }

    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestLocalServers)
#include "tst_localservers.moc"
