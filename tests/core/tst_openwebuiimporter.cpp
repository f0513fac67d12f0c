#include "core/chat/branch.h"
#include "tests/support/exchangesamples.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestOpenWebUiImporter : public QObject
{
    Q_OBJECT

private slots:
    void theHistoryIsReadAndNotItsCopy()
    {
        const Bundle chat = readSample(u"openwebui.json"_s).bundles.value(0);
        QCOMPARE(chat.messages.size(), 3);
        QCOMPARE(chat.conversation.activeLeaf, u"a1b"_s);
        QCOMPARE(MessageTree(chat.messages).siblings(u"a1a"_s), (QStringList{u"a1a"_s, u"a1b"_s}));
        QCOMPARE(chat.messages[2].model, u"qwen2.5:7b"_s);
        QCOMPARE(chat.messages[2].status, MessageStatus::Interrupted);
    }

    void theConversationKeepsWhatWasSetForIt()
    {
        const Conversation chat = readSample(u"openwebui.json"_s).bundles.value(0).conversation;
        QCOMPARE(chat.title, u"Hoàn tiền đơn hủy"_s);
        QCOMPARE(chat.userId, u"u-lan"_s);
        QCOMPARE(chat.tags, (QStringList{u"hoàn tiền"_s, u"ưu tiên"_s}));
        QVERIFY(chat.pinned);
        QCOMPARE(chat.createdAt.toSecsSinceEpoch(), 1769000000);
        QCOMPARE(chat.metadata["params"_L1]["temperature"_L1].toDouble(), 0.2);
    }

    void reasoningIsTakenOutOfTheText()
    {
        const Message answer = readSample(u"openwebui.json"_s).bundles.value(0).messages.value(1);
        QCOMPARE(answer.content, u"Dạ, tiền sẽ về tài khoản trong 3-5 ngày làm việc ạ."_s);
        QCOMPARE(answer.reasoning, u"Refunds take 3&ndash;5 days.\nBe polite & short."_s);
        QCOMPARE(answer.metadata["usage"_L1]["prompt_tokens"_L1].toInt(), 52);
    }

    void toolCallsAndImagesBecomeChips()
    {
        const QList<Message> messages = readSample(u"openwebui.json"_s).bundles.value(0).messages;
        QVERIFY(messages.value(0).content.endsWith(u"\n[image: bien-lai.png]"_s));
        QVERIFY(messages.value(2).content.startsWith(u"[tool: refund_status]\n"_s));
    }
};

QTEST_GUILESS_MAIN(TestOpenWebUiImporter)
#include "tst_openwebuiimporter.moc"
