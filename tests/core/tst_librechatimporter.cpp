#include "core/chat/branch.h"
#include "tests/support/exchangesamples.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestLibreChatImporter : public QObject
{
    Q_OBJECT

private slots:
    void branchesComeWithTheNewestShown()
    {
        const Bundle chat = readSample(u"librechat.json"_s).bundles.value(0);
        QCOMPARE(MessageTree(chat.messages).branchCount(), 2);
        QCOMPARE(chat.conversation.activeLeaf, u"l3"_s);
        QVERIFY(chat.messages[0].parentId.isEmpty());
        QCOMPARE(chat.messages[2].status, MessageStatus::Interrupted);
        QCOMPARE(chat.messages[2].model, u"gpt-4o-mini"_s);
    }

    void partsAreReadInAllTheirForms()
    {
        const QList<Message> messages = readSample(u"librechat.json"_s).bundles.value(0).messages;
        QCOMPARE(messages.value(1).content,
                 u"Yes, by ferry, within seven days.\n\n[tool: shipping_cost]"_s);
        QCOMPARE(messages.value(1).reasoning, u"Check the ferry rules."_s);
        QVERIFY(messages.value(0).content.endsWith(u"\n[image: living-room.png]"_s));
    }

    void theTimeComesFromTheMessagesForTheExportHasNoDate()
    {
        const Conversation chat = readSample(u"librechat.json"_s).bundles.value(0).conversation;
        QCOMPARE(chat.createdAt, QDateTime({2026, 2, 1}, {3, 0}, Qt::UTC));
        QCOMPARE(chat.updatedAt, QDateTime({2026, 2, 1}, {3, 2}, Qt::UTC));
    }

    void nestedMessagesAreAThread()
    {
        const Bundle chat = readSample(u"librechat-tree.json"_s).bundles.value(0);
        QCOMPARE(chat.messages.size(), 6);
        QCOMPARE(chat.messages[5].parentId, u"n5"_s);
        QCOMPARE(chat.messages[5].role, Role::Assistant);
        QCOMPARE(chat.conversation.activeLeaf, u"n6"_s);
    }
};

QTEST_GUILESS_MAIN(TestLibreChatImporter)
#include "tst_librechatimporter.moc"
