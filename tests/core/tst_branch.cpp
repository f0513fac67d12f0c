#include "core/chat/branch.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

Message node(const QString &id, const QString &parent = {})
{
    return {.id = id, .parentId = parent};
}

QString path(const QList<Message> &branch)
{
    QStringList ids;
    for (const Message &message : branch)
        ids += message.id;
    return ids.join(u'-');
}

} // namespace

class TestBranch : public QObject
{
    Q_OBJECT

private slots:
    void aRegeneratedAnswerIsASibling()
    {
        const MessageTree tree({node(u"q"_s), node(u"a1"_s, u"q"_s), node(u"a2"_s, u"q"_s)},
                               u"a1"_s);
        QCOMPARE(path(tree.branch()), u"q-a1"_s);
        QCOMPARE(path(tree.branch(u"a2"_s)), u"q-a2"_s);
        QCOMPARE(tree.siblings(u"a1"_s), (QStringList{u"a1"_s, u"a2"_s}));
        QCOMPARE(tree.branchCount(), 2);
    }

    void withoutAnActiveLeafTheNewestIsShown()
    {
        const MessageTree tree({node(u"q"_s), node(u"a"_s, u"q"_s), node(u"b"_s, u"q"_s)},
                               u"gone"_s);
        QCOMPARE(tree.activeLeaf(), u"b"_s);
    }

    void aMessageIsAddedOrTakesItsOldPlace()
    {
        const MessageTree tree({node(u"q"_s), node(u"a"_s, u"q"_s)});
        QCOMPARE(path(tree.with(node(u"b"_s, u"q"_s), u"b"_s).branch()), u"q-b"_s);

        Message finished = node(u"a"_s, u"q"_s);
        finished.content = u"done"_s;
        const MessageTree same = tree.with(finished, u"a"_s);
        QCOMPARE(path(same.branch()), u"q-a"_s);
        QCOMPARE(same.find(u"a"_s)->content, u"done"_s);
    }

    void cyclesAndUnknownParentsBecomeRoots()
    {
        const MessageTree cycle({node(u"x"_s, u"y"_s), node(u"y"_s, u"x"_s), node(u"z"_s, u"?"_s)});
        QCOMPARE(cycle.branch(u"x"_s).size() + cycle.branch(u"y"_s).size(), 3);
        QCOMPARE(path(cycle.branch(u"z"_s)), u"z"_s);
        QCOMPARE(path(MessageTree({node(u"s"_s, u"s"_s)}).branch(u"s"_s)), u"s"_s);
    }

    void aHundredThousandDeepBranchIsLinear()
    {
        QList<Message> messages;
        for (int i = 0; i < 100'000; ++i)
            messages.append(node(QString::number(i + 1), i ? QString::number(i) : QString()));
        QCOMPARE(MessageTree(messages).branch().size(), 100'000);
    }

    void anEmptyTreeHasNothing()
    {
        const MessageTree tree;
        QVERIFY(tree.activeLeaf().isEmpty());
        QVERIFY(tree.branch().isEmpty());
        QVERIFY(MessageTree({}, u"x"_s).activeLeaf().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBranch)
#include "tst_branch.moc"
