#include "core/net/networkrules.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestNetworkRules : public QObject
{
    Q_OBJECT

private slots:
    void endpoints_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("endpoint"); // empty: refused
        const auto row = [](const char *base, const char *endpoint) {
            QTest::addRow("%s", base) << QString::fromUtf8(base) << QString::fromUtf8(endpoint);
        };
        row("https://api.openai.com/v1", "https://api.openai.com/v1/models");
        row("https://api.openai.com/v1//", "https://api.openai.com/v1/models");
        row("https://api.openai.com", "https://api.openai.com/models");
        row("https://a.example/x?api-version=1", "https://a.example/x/models?api-version=1");
        row("HTTPS://API.OPENAI.COM/v1", "https://api.openai.com/v1/models");
        row("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/models");
        row("http://127.9.9.9/v1", "http://127.9.9.9/v1/models");
        row("http://[::1]:8080/v1", "http://[::1]:8080/v1/models");
        row("http://localhost:11434/v1", "http://localhost:11434/v1/models");
        row("http://localhost.example.com/v1", "");
        row("http://127.0.0.1.example.com/v1", "");
        row("http://192.168.1.5/v1", "");
        row("http://api.openai.com/v1", "");
        row("ftp://127.0.0.1/v1", "");
        row("file:///etc/passwd", "");
        row("api.openai.com/v1", "");
        row("https:///v1", "");
        row("https://me@api.openai.com/v1", "");
        row("https://me:pw@api.openai.com/v1", "");
        row("https://api.openai.com/v1#x", "");
        row("", "");
    }

    void endpoints()
    {
        QFETCH(QString, base);
        QFETCH(QString, endpoint);

        const Result<QUrl> url = Core::endpoint(QUrl(base), u"models");

        QCOMPARE(url ? url->toString() : QString(), endpoint);
        if (!url) {
            QCOMPARE(url.error().kind, Error::Kind::BadInput);
            QVERIFY(!url.error().where.contains("pw"_L1));
        }
    }

    void whatIsTypedBecomesTheBaseUrlThatWasMeant_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("base");
        const auto row = [](const char *typed, const char *base) {
            QTest::addRow("%s", typed) << QString::fromUtf8(typed) << QString::fromUtf8(base);
        };
        row("https://api.openai.com/v1", "https://api.openai.com/v1");
        row("api.openai.com/v1", "https://api.openai.com/v1");
        row("  api.openai.com/v1/ ", "https://api.openai.com/v1");
        row("localhost:11434/v1", "http://localhost:11434/v1");
        row("127.0.0.1:8080", "http://127.0.0.1:8080");
        row("https://api.openai.com/v1/chat/completions", "https://api.openai.com/v1");
        row("https://api.openai.com/v1/models/", "https://api.openai.com/v1");
        row("https://a.example/x/chat/completions?api-version=1",
            "https://a.example/x?api-version=1");
        row("http://api.openai.com/v1", "http://api.openai.com/v1"); // refused by endpoint()
        row("https://me:pw@a.example/v1", "https://me:pw@a.example/v1"); // likewise
        row("", "");
    }

    void whatIsTypedBecomesTheBaseUrlThatWasMeant()
    {
        QFETCH(QString, typed);
        QFETCH(QString, base);
        QCOMPARE(baseUrlFrom(typed).toString(), base);
    }

    /// A key in it would land in logs and histories.
    void aKeyInTheBaseUrlIsRefused_data()
    {
        QTest::addColumn<QString>("base");
        for (const char *base :
             {"https://a.example/v1?key=sk-1", "https://a.example/v1?api-version=1&key=sk-1",
              "https://sk-1@a.example/v1", "https://a.example/v1#sk-1"})
            QTest::addRow("%s", base) << QString::fromLatin1(base);
    }

    void aKeyInTheBaseUrlIsRefused()
    {
        QFETCH(QString, base);
        const Result<QUrl> url = Core::endpoint(QUrl(base), u"models");
        QVERIFY(!url);
        QVERIFY(!url.error().where.contains("sk-1"_L1));
        QVERIFY(!url.error().detail.contains("sk-1"_L1));
    }

    void keysOfVisibleAsciiPass()
    {
        QVERIFY(checkKey("sk-proj-AbC_123.~+/="));
        QVERIFY(checkKey({}));
        QVERIFY(!checkKey("sk-1 2"));
        QVERIFY(!checkKey("sk-1\n"));
        QVERIFY(!checkKey("sk-\xC3\xA9"));
        QVERIFY(!checkKey(QByteArray("sk\0x", 4)));
    }

    void aRequestFollowsTheRules()
    {
        const QNetworkRequest request = apiRequest(QUrl(u"https://a.example/v1"_s), "sk-1");

        const auto attribute = [&request](QNetworkRequest::Attribute each) {
            return request.attribute(each).toInt();
        };
        QCOMPARE(attribute(QNetworkRequest::Http2AllowedAttribute), 0);
        QCOMPARE(attribute(QNetworkRequest::RedirectPolicyAttribute),
                 int(QNetworkRequest::ManualRedirectPolicy));
        QCOMPARE(attribute(QNetworkRequest::CookieLoadControlAttribute),
                 int(QNetworkRequest::Manual));
        QCOMPARE(attribute(QNetworkRequest::CookieSaveControlAttribute),
                 int(QNetworkRequest::Manual));
        QCOMPARE(request.rawHeader("Authorization"), "Bearer sk-1");
        QVERIFY(!apiRequest(QUrl(u"https://a.example"_s), {}).hasRawHeader("Authorization"));
    }

    void aUrlIsShownWithoutWhatMayBeSecret()
    {
        QCOMPARE(shownUrl(QUrl(u"https://me:pw@a.example/v1?key=x#y"_s)),
                 u"https://a.example/v1"_s);
    }
};

QTEST_GUILESS_MAIN(TestNetworkRules)
#include "tst_networkrules.moc"
