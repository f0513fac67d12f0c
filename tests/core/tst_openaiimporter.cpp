#include "core/chat/branch.h"
#include "core/exchange/sourcereader.h"

#include <QTemporaryFile>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString fixture = QStringLiteral(TEST_DATA "/exchange/openai.jsonl");

Reading readingOf(const QByteArray &bytes, IdRule ids = IdRule::KeepSource)
{
    QTemporaryFile file;
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return {};
    const Result<Reading> reading = readSource(file.fileName(), {.ids = ids});
    return reading ? *reading : Reading{};
}

} // namespace

class TestOpenAiImporter : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsAConversation()
    {
        const Reading reading = *readSource(fixture, {.ids = IdRule::KeepSource});
        QCOMPARE(reading.numbers, (QList<int>{1, 2, 3}));
        QVERIFY(reading.leftOut.isEmpty());
        const Bundle &first = reading.bundles[0];
        QCOMPARE(first.conversation.id, u"ticket-1"_s);
        QCOMPARE(first.conversation.title, u"Giao trễ"_s);
        QCOMPARE(first.messages[1].id, u"D1:1"_s);
        QCOMPARE(first.messages[1].name, u"Lan"_s);
        QCOMPARE(first.messages[2].parentId, u"D1:1"_s);
        QCOMPARE(first.messages[2].createdAt.toString(Qt::ISODateWithMs),
                 u"2026-02-03T02:15:20.500Z"_s);
        QCOMPARE(first.conversation.activeLeaf, u"D1:2"_s);
    }

    void withoutIdsPositionsAreIds()
    {
        const Bundle second = readSource(fixture, {.ids = IdRule::KeepSource})->bundles[1];
        QCOMPARE(second.conversation.id, u"2"_s);
        QCOMPARE(second.messages[0].id, u"1"_s);
        QCOMPARE(second.messages[3].parentId, u"3"_s);
    }

    void toolCallsAndPartsAreKept()
    {
        const Bundle second = readSource(fixture)->bundles[1];
        QCOMPARE(second.messages[0].content, u"Is this the right charger?\n[image: charger.png]"_s);
        QCOMPARE(
            second.messages[1].toolCalls,
            (QList<ToolCall>{{u"call_1"_s, u"find_product"_s, u"{\"query\":\"charger 65W\"}"_s}}));
        QCOMPARE(second.messages[2].role, Role::Tool);
        QCOMPARE(second.messages[2].toolCallId, u"call_1"_s);
        QCOMPARE(second.conversation.title, u"Is this the right charger?"_s);
    }

    void aBatchLineHasItsMessagesInTheRequest()
    {
        const Bundle third = readSource(fixture, {.ids = IdRule::KeepSource})->bundles[2];
        QCOMPARE(third.conversation.id, u"request-7"_s);
        QCOMPARE(third.conversation.model, u"gpt-4.1-mini"_s);
        QCOMPARE(third.messages[0].role, Role::System);
    }

    void oneBadLineCostsOnlyItself()
    {
        const QByteArray bytes(
            "\xef\xbb\xbf{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}\r\n"
            "\r\n"
            "{\"messages\":[{\"role\":\"user\",\"content\":\"b\r\n"
            "{\"messages\":[{\"role\":\"user\",\"content\":\"c\xff\"}]}\r\n"
            "{\"messages\":[{\"role\":\"user\",\"content\":\"d\",\"weight\":1e999}]}");
        const Reading reading = readingOf(bytes);
        QCOMPARE(reading.numbers, (QList<int>{1, 4, 5}));
        QCOMPARE(reading.bundles[1].messages[0].content, u"c\ufffd"_s);
        QCOMPARE(reading.leftOut.size(), 2);
        QVERIFY(reading.leftOut[0].where.endsWith(u", line 3"_s));
        QVERIFY(
            reading.leftOut[1].where.endsWith(u", line 4, byte %1"_s.arg(bytes.indexOf("\xff\""))));
    }

    void unknownRolesAreLeftOut()
    {
        const Reading reading = readingOf(
            R"({"messages":[{"role":"narrator","content":"x"},{"role":"user","content":"y"}]})");
        QCOMPARE(reading.bundles[0].messages.size(), 1);
        QCOMPARE(reading.bundles[0].messages[0].id, u"1"_s);
        QCOMPARE(reading.leftOut[0].reason, u"unknown role \"narrator\""_s);
    }

    void theSameContentTwiceIsTwoConversations()
    {
        const QByteArray line = "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}\n";
        const Reading twice = readingOf(line + line, IdRule::Stable);
        QVERIFY(twice.bundles[0].conversation.id != twice.bundles[1].conversation.id);
        QCOMPARE(readingOf(line, IdRule::Stable).bundles[0], twice.bundles[0]);
    }

    void idsThatAreUniqueInTheirFileOnlyDoNotMixConversations()
    {
        const Reading one =
            readingOf(R"({"id":"1","messages":[{"role":"user","content":"a"}]})", IdRule::Stable);
        const Reading other =
            readingOf(R"({"id":"1","messages":[{"role":"user","content":"b"}]})", IdRule::Stable);
        QVERIFY(one.bundles[0].conversation.id != other.bundles[0].conversation.id);
    }
};

QTEST_GUILESS_MAIN(TestOpenAiImporter)
#include "tst_openaiimporter.moc"
