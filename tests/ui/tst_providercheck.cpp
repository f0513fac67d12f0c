#include "core/settings/presets.h"
#include "ui/providers/providercheck.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestProviderCheck : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("word");
        QTest::addRow("no name") << QString() << u"https://a.example/v1"_s << u"name"_s;
        QTest::addRow("a name in use") << u"fast"_s << u"https://a.example/v1"_s << u"already"_s;
        QTest::addRow("the built-in name")
            << u"practice"_s << u"https://a.example"_s << u"already"_s;
        QTest::addRow("no address") << u"New"_s << QString() << u"web address"_s;
        QTest::addRow("a file") << u"New"_s << u"file:///etc/passwd"_s << u"web address"_s;
        QTest::addRow("a password")
            << u"New"_s << u"https://me:key@a.example/v1"_s << u"own field"_s;
        QTest::addRow("a query") << u"New"_s << u"https://a.example/v1?key=1"_s << u"own field"_s;
        QTest::addRow("a fragment") << u"New"_s << u"https://a.example/v1#sk-1"_s << u"own field"_s;
        QTest::addRow("a key over http") << u"New"_s << u"http://a.example/v1"_s << u"https"_s;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, name);
        QFETCH(QString, url);
        QFETCH(QString, word);
        const QString problem = problemWith({.name = name, .baseUrl = QUrl(url)}, {u"Fast"_s});
        QVERIFY2(problem.contains(word), qPrintable(problem));
    }

    void httpIsForThisMachineOnly()
    {
        const auto problem = [](const QString &url, bool needsKey) {
            return problemWith({.name = u"A"_s, .baseUrl = QUrl(url), .needsKey = needsKey}, {});
        };
        QCOMPARE(problem(u"http://127.0.0.1:8080/v1"_s, true), QString());
        QVERIFY(problem(u"http://server.lan/v1"_s, false).contains(u"use https"_s));
    }

    void theVersionOfAzuresInterfaceIsNoKey()
    {
        const QUrl url(u"https://a.openai.azure.com/openai?api-version=2024-10-21"_s);
        QCOMPARE(problemWith({.name = u"A"_s, .baseUrl = url}, {}), QString());
    }

    void beforeATestItSaysHowRequestsWent()
    {
        ProviderHealth health;
        QCOMPARE(checkText({}, {}, health), u"Not tested yet."_s);
        health.add({.firstTokenMs = 300, .totalMs = 900});
        QCOMPARE(checkText({}, {}, health), u"Answers well."_s);
        health.add({.error = Error{.kind = Error::Kind::ServerFailed}});
        QCOMPARE(checkText({}, {}, health), u"Many requests fail."_s);
        const QString tested = checkText({.state = ProviderCheck::State::Running}, {}, health);
        QCOMPARE(tested, u"Testing…"_s);
    }

    void aKeyIsOneWordOrSeveralWithCommas()
    {
        for (const char *good : {"", "sk-1", "sk-1,sk-2", "sk-1, sk-2"})
            QVERIFY2(problemWithKey(good).isEmpty(), good);
        for (const char *bad : {"sk 1", "sk-1\nsk-2", "Bearer sk-1",
                                "kh\xC3\xB3"
                                "a"})
            QVERIFY2(!problemWithKey(bad).isEmpty(), bad);
    }

    void everyPresetCanBeSaved()
    {
        for (const Core::ProviderPreset &preset : Core::providerPresets())
            QVERIFY2(
                problemWith(
                    {.name = preset.name, .baseUrl = preset.baseUrl, .needsKey = preset.needsKey},
                    {})
                    .isEmpty(),
                qPrintable(preset.name));
    }

    void aModelThatIsNotOfferedIsNamed()
    {
        const ProviderCheck check{
            .state = ProviderCheck::State::Passed, .models = {u"m-1"_s}, .milliseconds = 20};
        const QString words = checkText(check, {.model = u"m-2"_s});
        QVERIFY2(words.contains(u"m-2"_s) && words.contains(u"m-1"_s), qPrintable(words));
    }

    void aFailureIsSaidInWords()
    {
        const ProviderCheck check{.state = ProviderCheck::State::Failed,
                                  .error = {.kind = Error::Kind::Unauthorized, .where = u"Fast"_s}};
        QVERIFY(checkText(check, {}).contains(u"does not accept the key"_s));
    }
};

QTEST_GUILESS_MAIN(TestProviderCheck)
#include "tst_providercheck.moc"
