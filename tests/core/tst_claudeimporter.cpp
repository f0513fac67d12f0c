#include "core/chat/branch.h"
#include "tests/support/exchangesamples.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestClaudeImporter : public QObject
{
    Q_OBJECT

private slots:
    void partsGoBeforeTheTextThatRepeatsThem()
    {
        const Bundle first = readSample(u"claude.json"_s).bundles.value(0);
        const Message &answer = first.messages[1];
        QVERIFY(answer.content.startsWith(u"Kính gửi anh/chị"_s));
        QCOMPARE(answer.reasoning, u"Cần ngắn gọn, chân thành, đề nghị đổi hàng."_s);
        QVERIFY(answer.metadata.contains("raw"_L1));
        QVERIFY(first.messages[2].content.startsWith(u"Kính chào quý khách"_s)); // no parts
    }

    void whatAToolWroteIsShown()
    {
        const Message answer = readSample(u"claude.json"_s).bundles.value(0).messages.value(1);
        QVERIFY(answer.content.endsWith(
            u"[tool: artifacts]\n```markdown\n# Thư xin lỗi\nShop sẽ đổi hàng miễn phí.\n```"_s));
    }

    void attachedTextIsPartOfTheMessageAndOtherFilesAreNamed()
    {
        const Message question = readSample(u"claude.json"_s).bundles.value(0).messages.value(0);
        QVERIFY(question.content.contains(u"[file: don-hang.txt]\nĐơn VN-7731"_s));
        QVERIFY(question.content.endsWith(u"\n\n[file: anh-kien-hang.jpg]"_s));
        QCOMPARE(question.content.count(u"don-hang.txt"_s), 1);
    }

    void parentsMakeATreeAndWithoutThemItIsAThread()
    {
        const Reading reading = readSample(u"claude.json"_s);
        const Bundle &tree = reading.bundles[0];
        QCOMPARE(MessageTree(tree.messages).branchCount(), 2);
        QCOMPARE(tree.conversation.activeLeaf, u"c3"_s); // the newest
        const Bundle &thread = reading.bundles[1];
        QCOMPARE(thread.messages[1].parentId, u"w1"_s);
        QCOMPARE(thread.conversation.title, u"Warranty wording"_s);
    }

    void anEmptyNameIsTheFirstQuestion()
    {
        QCOMPARE(readSample(u"claude.json"_s).bundles.value(0).conversation.title,
                 u"Viết giúp mình thư xin lỗi khách vì giao nhầm hàng."_s);
    }

    void timesAreReadToTheMillisecond()
    {
        const Bundle first = readSample(u"claude.json"_s).bundles.value(0);
        QCOMPARE(first.messages[0].createdAt, QDateTime({2026, 1, 12}, {2, 20, 11, 483}, Qt::UTC));
    }

    void anEmptyConversationIsLeftOut()
    {
        QCOMPARE(readSample(u"claude.json"_s).leftOut,
                 (QList<LeftOut>{{u"claude.json, conversation 3"_s, u"it has no messages"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestClaudeImporter)
#include "tst_claudeimporter.moc"
