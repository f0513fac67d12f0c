#include "core/settings/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

Settings everyFieldChanged()
{
    return {.language = u"vi"_s,
            .theme = u"dark"_s,
            .enterSends = false,
            .costInList = true,
            .reducedMotion = true,
            .userName = u"minh"_s,
            .storeLocation = u"/data/team.db"_s,
            .sharedCache = u"rediss://cache.example.com/0"_s,
            .backupsKept = 3,
            .backupsFolder = u"/safe"_s,
            .providers = {{.name = u"mine"_s,
                           .preset = u"openai"_s,
                           .baseUrl = QUrl(u"https://api.example.com/v1"_s),
                           .model = u"gpt-4.1"_s,
                           .weight = 5.5,
                           .needsKey = false,
                           .acceptsStreamOptions = false,
                           .wantsMaxCompletionTokens = true}},
            .provider = u"mine"_s,
            .control = u"mine"_s,
            .model = u"gpt-4o"_s,
            .strategy = u"sliding"_s,
            .budgetTokens = 8000,
            .replyReserve = 1000,
            .temperature = 0.25,
            .maxTokens = 512,
            .summaryProvider = u"openai"_s,
            .summaryModel = u"gpt-4o-mini"_s,
            .welcomed = true};
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldSurvives()
    {
        const QTemporaryDir folder;
        QVERIFY(saveSettings(folder.filePath(u"new/folder"_s), everyFieldChanged()));
        const Result<Settings> loaded = loadSettings(folder.filePath(u"new/folder"_s));
        QVERIFY(loaded);
        QCOMPARE(*loaded, everyFieldChanged());
    }

    void nothingSavedGivesTheDefaults()
    {
        const QTemporaryDir folder;
        const Result<Settings> loaded = loadSettings(folder.path());
        QVERIFY(loaded);
        QCOMPARE(*loaded, Settings());
    }

    void aBrokenFileIsNamedAndLeftAlone()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"language\": ");
        file.close();

        const Result<Settings> loaded = loadSettings(folder.path());
        QVERIFY(!loaded);
        QVERIFY(loaded.error().where.contains(u"settings.json"_s));
        QVERIFY(!saveSettings(folder.path(), Settings()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"language\": "));
    }

    void fieldsOfALaterVersionAreKept()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"theme\": \"dark\", \"invented_later\": 7}");
        file.close();

        QVERIFY(saveSettings(folder.path(), *loadSettings(folder.path())));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("invented_later"));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
