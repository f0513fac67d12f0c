#include "core/context/planjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

ContextPlan toolPlan()
{
    ContextPlan plan;
    plan.strategy = u"sliding"_s;
    plan.messages = {
        {.role = Role::System, .content = u"Be \"kind\".\n"_s, .part = Part::System, .tokens = 7},
        {.role = Role::User, .content = u"Giá bao nhiêu?"_s, .name = u"Lan"_s, .tokens = 9},
        {.role = Role::Assistant, .toolCalls = {{u"c1"_s, u"price"_s, u"{\"sku\":1}"_s}}},
        {.role = Role::Tool, .content = u"90000"_s, .toolCallId = u"c1"_s},
    };
    plan.items = {{.id = u"m1"_s,
                   .role = Role::System,
                   .tokens = 7,
                   .verdict = Verdict::Kept,
                   .reason = {Reason::Code::SystemPrompt}},
                  {.id = u"m2"_s,
                   .tokens = 9,
                   .verdict = Verdict::Dropped,
                   .reason = {Reason::Code::OlderThanLast, 20},
                   .score = 1.5}};
    plan.use = {.system = 7,
                .pinned = 1,
                .summary = 2,
                .history = 3,
                .retrieved = 4,
                .question = 5,
                .limit = 100};
    return plan;
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestPlanJson : public QObject
{
    Q_OBJECT

private slots:
    void theRequestIsTheMessagesAsSent()
    {
        QCOMPARE(requestToJson(toolPlan()),
                 QByteArray("[{\"role\":\"system\",\"content\":\"Be \\\"kind\\\".\\n\"},"
                            "{\"role\":\"user\",\"content\":\"Giá bao nhiêu?\",\"name\":\"Lan\"},"
                            "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":"
                            "\"c1\",\"type\":\"function\",\"function\":{\"name\":\"price\","
                            "\"arguments\":\"{\\\"sku\\\":1}\"}}]},"
                            "{\"role\":\"tool\",\"content\":\"90000\",\"tool_call_id\":\"c1\"}]"));
    }

    void thePartsAddUpToTheTotal()
    {
        const QJsonObject tokens = parsed(planToJson(toolPlan()))["tokens"_L1].toObject();
        QCOMPARE(tokens["history"_L1].toInt(), 8);
        QCOMPARE(tokens["system"_L1].toInt() + tokens["history"_L1].toInt()
                     + tokens["summary"_L1].toInt() + tokens["question"_L1].toInt(),
                 tokens["total"_L1].toInt());
        QCOMPARE(tokens["limit"_L1].toInt(), 100);
    }

    void anUnknownScoreIsNull()
    {
        const QJsonArray items = parsed(planToJson(toolPlan()))["items"_L1].toArray();
        QVERIFY(items[0]["score"_L1].isNull());
        QCOMPARE(items[1]["score"_L1].toDouble(), 1.5);
        QCOMPARE(items[1]["reason"_L1].toString(), u"older-than-last-20"_s);
        QCOMPARE(items[1]["verdict"_L1].toString(), u"dropped"_s);
    }

    void anyTextComesBackAsItWas()
    {
        QString text;
        for (char16_t c = 1; c < 0x250; ++c)
            text += QChar(c);
        text += u"👩‍👩‍👧 ế \u2028"_s;
        const QByteArray json = "[" + jsonString(text) + "]";
        QCOMPARE(QJsonDocument::fromJson(json).array()[0].toString(), text);
        QCOMPARE(jsonString(QString(QChar(0xd800))), QByteArray("\"\xef\xbf\xbd\""));
    }

    /// At every place of the eight bytes that are looked at together, and close to each other.
    void whatMustBeEscapedIsFoundEverywhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("nothing") << QString();
        for (const QChar c : u"\"\\\n\t\x01\x1f\x7f !#[]đ\u2028"_s) {
            for (int before = 0; before < 18; ++before) {
                const QString text = QString(before, u'x') + c;
                QTest::addRow("%x behind %d", c.unicode(), before) << text;
                QTest::addRow("%x behind %d, twice", c.unicode(), before) << text + text + u'y';
            }
        }
        QTest::addRow("nothing else") << QString(5'000, QChar(1));
    }

    void whatMustBeEscapedIsFoundEverywhere()
    {
        QFETCH(QString, text);
        const QByteArray json = "[" + jsonString(text) + "]";
        QVERIFY(std::none_of(json.begin(), json.end(), [](char c) { return c >= 0 && c < 0x20; }));
        QCOMPARE(QJsonDocument::fromJson(json).array()[0].toString(), text);
    }

    void anEmptyPlanIsStillADocument()
    {
        QCOMPARE(requestToJson({}), QByteArray("[]"));
        QCOMPARE(parsed(planToJson({}))["tokens"_L1]["total"_L1].toInt(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestPlanJson)
#include "tst_planjson.moc"
