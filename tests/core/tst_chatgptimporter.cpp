#include "core/chat/branch.h"
#include "tests/support/exchangesamples.h"

#include <QJsonArray>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList texts(const QList<Message> &messages)
{
    QStringList all;
    for (const Message &message : messages)
        all += roleName(message.role).left(1) + u' ' + message.content.left(11);
    return all;
}

} // namespace

class TestChatGptImporter : public QObject
{
    Q_OBJECT

private slots:
    void allBranchesComeAndTheCurrentOneIsShown()
    {
        const Reading reading = readSample(u"chatgpt.json"_s);
        QCOMPARE(reading.bundles.size(), 3);
        const Bundle &first = reading.bundles[0];
        QCOMPARE(first.conversation.title, u"Đổi size áo khoác đơn #VN-20418"_s);
        QCOMPARE(first.conversation.id, u"695f1b20-0a10-8324-9c7e-7b1f4d3c0001"_s);
        QCOMPARE(first.conversation.model, u"gpt-4o"_s);
        QVERIFY(first.conversation.pinned);
        QCOMPARE(first.conversation.createdAt, QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC));
        const MessageTree tree(first.messages, first.conversation.activeLeaf);
        QCOMPARE(tree.branchCount(), 2);
        QCOMPARE(texts(tree.branch()),
                 QStringList({u"u Chào shop, "_s, u"a Dạ chào bạn"_s, u"u Gửi bưu điệ"_s,
                              u"a Shop đã tạo"_s}));
        QCOMPARE(first.messages.last().model, u"gpt-4o"_s);
    }

    void whatChatGptHidesIsBridgedAndKept()
    {
        const Bundle first = readSample(u"chatgpt.json"_s).bundles.value(0);
        QCOMPARE(first.messages.size(), 6);
        QVERIFY(first.messages[0].parentId.isEmpty());
        QCOMPARE(first.messages[1].parentId, first.messages[0].id);
        QCOMPARE(first.messages[0].metadata["hidden"_L1].toArray().size(), 1);
        QCOMPARE(first.conversation.metadata["hidden"_L1].toArray().size(), 1);
    }

    void thoughtsGoToTheAnswerTheyLedTo()
    {
        const Bundle first = readSample(u"chatgpt.json"_s).bundles.value(0);
        QVERIFY(first.messages[1].reasoning.startsWith(u"Kiểm tra chính sách"_s));
        QVERIFY(first.messages[3].reasoning.isEmpty());
    }

    void imagesAndFilesBecomeChipsAndStayInTheMetadata()
    {
        const Bundle second = readSample(u"chatgpt.json"_s).bundles.value(1);
        const Message &question = second.messages[0];
        QVERIFY(question.content.startsWith(u"[image: zipper.jpg]\nThe zipper"_s));
        QVERIFY(question.content.endsWith(u"[file: invoice.pdf]"_s));
        QCOMPARE(question.metadata["raw"_L1]["content"_L1]["parts"_L1][0]["width"_L1].toInt(),
                 1080);
    }

    void aMissingTitleIsTheFirstQuestion()
    {
        QCOMPARE(readSample(u"chatgpt.json"_s).bundles.value(1).conversation.title,
                 u"[image: zipper.jpg]"_s);
    }

    void aCallOfAToolIsHiddenAndItsOutputShown()
    {
        const Bundle second = readSample(u"chatgpt.json"_s).bundles.value(1);
        QCOMPARE(texts(second.messages).mid(1, 1), QStringList{u"t 33.155"_s});
        QCOMPARE(second.messages[1].name, u"python"_s);
    }

    void whatIsNullOrMissingIsInherited()
    {
        const Bundle second = readSample(u"chatgpt.json"_s).bundles.value(1);
        const Message &answer = second.messages[2];
        QCOMPARE(answer.createdAt, second.messages[1].createdAt);
        QCOMPARE(second.conversation.activeLeaf, u"m5"_s); // older than its parent, yet the leaf
    }

    void citationMarksAreRemovedFromTheText()
    {
        const Message answer = readSample(u"chatgpt.json"_s).bundles.value(1).messages.value(2);
        QVERIFY(answer.content.endsWith(u"or a new jacket ."_s));
        QVERIFY(answer.metadata.contains("raw"_L1));
    }

    void cyclesMissingParentsAndUnknownTypesAreBorne()
    {
        const Reading reading = readSample(u"chatgpt.json"_s);
        const Bundle third = reading.bundles.value(2);
        QCOMPARE(third.messages.size(), 4);
        QCOMPARE(MessageTree(third.messages).branchCount(), 2);
        QCOMPARE(third.messages.last().content, u"[holographic_display]"_s);
        QCOMPARE(reading.leftOut,
                 (QList<LeftOut>{{u"chatgpt.json, conversation 3, message e"_s,
                                  u"unknown role \"critic\""_s}}));
    }

    void idsAreTheSameAtEveryImportAndAreUuids()
    {
        const Reading once = readSample(u"chatgpt.json"_s, IdRule::Stable);
        QCOMPARE(once.bundles, readSample(u"chatgpt.json"_s, IdRule::Stable).bundles);
        for (const Bundle &bundle : once.bundles) {
            QVERIFY(!QUuid::fromString(bundle.conversation.id).isNull());
            QVERIFY(bundle.conversation.metadata.contains("source_id"_L1));
            for (const Message &message : bundle.messages) {
                QVERIFY(!QUuid::fromString(message.id).isNull());
                QVERIFY(message.metadata.contains("source_id"_L1));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestChatGptImporter)
#include "tst_chatgptimporter.moc"
