#include "core/base/redact.h"
#include "core/exchange/skeinexporter.h"
#include "core/exchange/sourcereader.h"

#include <QTemporaryFile>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime noon = QDateTime({2026, 3, 1}, {12, 0, 0, 123}, Qt::UTC);
const QString conversationId = u"0b5a4b8e-95c5-4d6c-9c35-5a0d7cbb1a01"_s;

Conversation conversation()
{
    return {.id = conversationId,
            .title = u"Hỏi bảo hành máy xay"_s,
            .userId = u"agent-7"_s,
            .createdAt = noon,
            .updatedAt = noon.addSecs(60),
            .active = false,
            .pinned = true,
            .tags = {u"bảo hành"_s, u"vip"_s},
            .metadata = {{u"shop"_s, u"Hà Nội"_s}, {u"n"_s, 3}, {u"share"_s, 0.25}},
            .activeLeaf = u"b"_s,
            .provider = u"practice"_s,
            .model = u"practice-small"_s,
            .strategy = u"sliding"_s,
            .draft = u"Dạ\n\"vâng\""_s,
            .lastLine = u"Có ạ"_s,
            .messageCount = 3,
            .cost = {16'000'000'000},
            .unpricedRequests = 1,
            .hasError = true};
}

QList<Message> messages()
{
    return {{.id = u"q"_s,
             .conversationId = conversationId,
             .role = Role::User,
             .content = u"Máy xay còn bảo hành không? 😀\t\u2028"_s,
             .name = u"Lan"_s,
             .author = u"minh"_s,
             .createdAt = noon,
             .sequence = 4,
             .tokens = 17,
             .encoding = Encoding::O200k},
            {.id = u"a"_s,
             .parentId = u"q"_s,
             .conversationId = conversationId,
             .role = Role::Assistant,
             .status = MessageStatus::Interrupted,
             .reasoning = u"Tra cứu trước"_s,
             .toolCalls = {{u"call_1"_s, u"warranty"_s, u"{\"sku\":\"MX-1\"}"_s}},
             .model = u"practice-small"_s,
             .sequence = 5},
            {.id = u"b"_s,
             .parentId = u"a"_s,
             .conversationId = conversationId,
             .role = Role::Tool,
             .content = u"Có ạ"_s,
             .toolCallId = u"call_1"_s,
             .createdAt = noon.addSecs(1),
             .sequence = 6,
             .metadata = {{u"x"_s, QJsonValue::Null}}}};
}

Usage usage()
{
    return {.prompt = 1500,
            .cachedRead = 1000,
            .cacheWrite = 10,
            .completion = 500,
            .reasoning = 50,
            .reportedCost = Money{123},
            .basis = Usage::Basis::Provider};
}

Attempt attempt()
{
    return {.id = u"5d3f1c58-1d5e-4d8d-8a8f-6f3e1a2b0001"_s,
            .conversationId = conversationId,
            .messageId = u"a"_s,
            .provider = u"practice"_s,
            .model = u"practice-small"_s,
            .strategy = u"sliding"_s,
            .at = noon,
            .state = Attempt::State::Interrupted,
            .requestUrl = "http://127.0.0.1:1/v1/chat/completions",
            .requestHeaders = {{"Content-Type", "application/json"}},
            .requestBody = "{\"model\": \"practice-small\" }",
            .plan = "{}",
            .status = 200,
            .responseHeaders = {{"X-Odd", "\xff\xfe"}},
            .responseBody = QByteArray("data: \x00\xff", 8),
            .error = u"cut"_s,
            .usage = usage(),
            .timing = {.queued = 0, .connected = 12, .firstToken = 120, .total = 990},
            .retries = {{u"429"_s, 1000}}};
}

Charge charge()
{
    return {.id = attempt().id,
            .attemptId = attempt().id,
            .conversationId = conversationId,
            .messageId = u"a"_s,
            .userId = u"agent-7"_s,
            .at = noon,
            .provider = u"practice"_s,
            .model = u"practice-small"_s,
            .strategy = u"sliding"_s,
            .kind = Charge::Kind::Summary,
            .usage = usage(),
            .amount = Money{16'000'000'000},
            .basis = Charge::Basis::UsageTimesPrice,
            .rates = {.input = 8'000'000, .output = 8'000'000, .cachedRead = 0},
            .priceRow = u"practice/small"_s};
}

Bundle everything()
{
    return {conversation(),
            messages(),
            {attempt()},
            {charge()},
            {{.id = u"s1"_s,
              .text = u"Khách hỏi bảo hành"_s,
              .lastCovered = u"a"_s,
              .madeBy = u"extractive"_s,
              .conversationId = conversationId,
              .createdAt = noon,
              .version = 1}},
            {.pinned = {u"q"_s, u"b"_s}, .excluded = {u"a"_s}}};
}

QByteArray exported(const QList<Bundle> &bundles, SkeinExporter::Layout layout)
{
    SkeinExporter exporter(layout);
    QByteArray text = exporter.begin();
    for (const Bundle &bundle : bundles)
        text += exporter.conversation(bundle);
    return text + exporter.end();
}

Reading readingOf(const QByteArray &bytes)
{
    QTemporaryFile file;
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return {};
    const Result<Reading> reading = readSource(file.fileName());
    return reading ? *reading : Reading{};
}

} // namespace

class TestSkeinExporter : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { forgetSecrets(); }

    void everythingComesBackAsItWas_data()
    {
        QTest::addColumn<SkeinExporter::Layout>("layout");
        QTest::addRow("as a document") << SkeinExporter::Layout::Document;
        QTest::addRow("as lines") << SkeinExporter::Layout::Lines;
    }

    void everythingComesBackAsItWas()
    {
        QFETCH(SkeinExporter::Layout, layout);
        Bundle other{.conversation = {.id = u"0b5a4b8e-95c5-4d6c-9c35-5a0d7cbb1a02"_s}};
        const Reading reading = readingOf(exported({everything(), other}, layout));
        QVERIFY(reading.leftOut.isEmpty());
        QCOMPARE(reading.bundles.size(), 2);
        QCOMPARE(reading.bundles[0].conversation, everything().conversation);
        QCOMPARE(reading.bundles[0].messages, everything().messages);
        QCOMPARE(reading.bundles[0].attempts, everything().attempts);
        QCOMPARE(reading.bundles[0].charges, everything().charges);
        QCOMPARE(reading.bundles[0].summaries, everything().summaries);
        QCOMPARE(reading.bundles[0].marks, everything().marks);
        QCOMPARE(reading.bundles[1], other);
    }

    void noConversationsAreNoError()
    {
        QCOMPARE(exported({}, SkeinExporter::Layout::Document),
                 QByteArray("{\"format\":\"skein\",\"conversations\":[\n\n]}\n"));
        QVERIFY(readingOf(exported({}, SkeinExporter::Layout::Document)).leftOut.isEmpty());
    }

    void aSecretIsNowhere()
    {
        rememberSecret("sk-canary-123456");
        Bundle leaky = everything();
        leaky.messages[0].content = u"my key is sk-canary-123456"_s;
        leaky.attempts[0].responseBody = "\xff sk-canary-123456";
        leaky.conversation.metadata.insert(u"key"_s, u"sk-canary-123456"_s);
        const QByteArray text = exported({leaky}, SkeinExporter::Layout::Lines);
        QVERIFY(!text.contains("canary"));
        QVERIFY(!text.contains(QByteArray("\xff sk-canary-123456").toBase64()));
    }

    void aLaterVersionIsLeftOutAndSaysSo()
    {
        QByteArray text = exported({everything()}, SkeinExporter::Layout::Lines);
        text.replace("\"skein\":1", "\"skein\":2");
        const Reading reading = readingOf(text);
        QVERIFY(reading.bundles.isEmpty());
        QVERIFY(reading.leftOut.value(0).reason.contains(u"later version"_s));
    }

    void messagesThatDoNotFitTogetherAreMended()
    {
        Bundle odd = everything();
        std::reverse(odd.messages.begin(), odd.messages.end());
        odd.messages.append({.id = u"lost"_s, .parentId = u"nowhere"_s});
        odd.messages.append({.id = u"q"_s});
        const Reading reading = readingOf(exported({odd}, SkeinExporter::Layout::Lines));
        const QList<Message> read = reading.bundles.value(0).messages;
        QCOMPARE(read.size(), 4);
        QCOMPARE(read[0].id, u"q"_s);
        QCOMPARE(read[2].id, u"b"_s);
        QVERIFY(read[3].parentId.isEmpty());
        QCOMPARE(reading.leftOut.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSkeinExporter)
#include "tst_skeinexporter.moc"
