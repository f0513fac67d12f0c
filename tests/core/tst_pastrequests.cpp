#include "core/cost/pastrequests.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

Message message(const QString &id, const QString &parent, Role role)
{
    return {.id = id, .parentId = parent, .role = role, .content = id};
}

QString text(const PastConversation &conversation)
{
    QStringList all;
    const PastRequests past = pastRequests(conversation);
    for (const PastRequest &request : past.requests) {
        QStringList thread;
        for (const Message &each : past.threadOf(request))
            thread += each.id;
        all += thread.join(u'-') + u'>' + conversation.messages[request.answer].id;
    }
    return all.join(u' ');
}

} // namespace

class TestPastRequests : public QObject
{
    Q_OBJECT

private slots:
    void everyAnswerWasAskedForWithWhatStoodBeforeIt()
    {
        QCOMPARE(text({.messages = {message(u"s"_s, {}, Role::System),
                                    message(u"q"_s, u"s"_s, Role::User),
                                    message(u"a"_s, u"q"_s, Role::Assistant),
                                    message(u"r"_s, u"a"_s, Role::User),
                                    message(u"b"_s, u"r"_s, Role::Assistant)}}),
                 u"s-q>a s-q-a-r>b"_s);
    }

    void aToolLoopIsSeveralRequests()
    {
        QCOMPARE(text({.messages = {message(u"q"_s, {}, Role::User),
                                    message(u"call"_s, u"q"_s, Role::Assistant),
                                    message(u"tool"_s, u"call"_s, Role::Tool),
                                    message(u"a"_s, u"tool"_s, Role::Assistant)}}),
                 u"q>call q-call-tool>a"_s);
    }

    void aGreetingWasNotAskedFor()
    {
        QCOMPARE(text({.messages = {message(u"hello"_s, {}, Role::Assistant),
                                    message(u"q"_s, u"hello"_s, Role::User),
                                    message(u"a"_s, u"q"_s, Role::Assistant),
                                    message(u"more"_s, u"a"_s, Role::Assistant)}}),
                 u"hello-q>a"_s);
    }

    void everyBranchIsAskedOnce()
    {
        QCOMPARE(text({.messages = {message(u"q"_s, {}, Role::User),
                                    message(u"a"_s, u"q"_s, Role::Assistant),
                                    message(u"b"_s, u"q"_s, Role::Assistant),
                                    message(u"r"_s, u"a"_s, Role::User),
                                    message(u"c"_s, u"r"_s, Role::Assistant),
                                    message(u"t"_s, u"a"_s, Role::User),
                                    message(u"d"_s, u"t"_s, Role::Assistant)}}),
                 u"q>a q>b q-a-r>c q-a-t>d"_s);
    }

    void whatCameToNothingCountsWhereItWasBilled()
    {
        PastConversation conversation{.messages = {message(u"q"_s, {}, Role::User),
                                                   message(u"a"_s, u"q"_s, Role::Assistant)}};
        conversation.messages.last().status = MessageStatus::Failed;
        QCOMPARE(text(conversation), QString());
        conversation.charges.append({.messageId = u"a"_s});
        QCOMPARE(text(conversation), u"q>a"_s);
    }
};

QTEST_GUILESS_MAIN(TestPastRequests)

#include "tst_pastrequests.moc"
