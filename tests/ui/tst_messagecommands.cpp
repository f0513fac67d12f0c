#include "tests/support/threadsamples.h"
#include "ui/thread/messagecommands.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Kind = MessageCommand::Kind;

class TestMessageCommands : public QObject
{
    Q_OBJECT

private slots:
    void offerWhatCanBeClicked()
    {
        ThreadRow row{.message = ThreadSamples::message(
                          u"m"_s, Core::Role::Assistant,
                          u"[a](https://a.example) [b](javascript:x) [a](https://a.example)\n\n"
                          "```py\nx = 1\ny\n```\n\n|h|\n|---|\n|[c](mailto:c@c.example)|"_s)};
        row.message.reasoning = u"hm"_s;
        row.siblings = {2, 2};
        row.endsSummary = true;
        const QList<MessageCommand> commands =
            commandsOf(row, Markdown::parse(row.message.content));
        QList<Kind> kinds;
        for (const MessageCommand &command : commands) {
            kinds += command.kind;
            QVERIFY(!command.label.isEmpty());
        }
        QCOMPARE(kinds,
                 (QList<Kind>{Kind::OpenSummary, Kind::ToggleReasoning, Kind::PreviousSibling,
                              Kind::CopyCode, Kind::OpenLink, Kind::OpenLink}));
        QCOMPARE(commands[3].value, u"x = 1\ny"_s);
        QVERIFY(commands[3].label.contains(u"x = 1"_s));
        QCOMPARE(commands[4].value, u"https://a.example"_s);
        QCOMPARE(commands[5].value, u"mailto:c@c.example"_s);
    }

    void stayFew()
    {
        QString text;
        for (int i = 0; i < 100; ++i)
            text += u"[a](https://%1.example)\n\n```\n%1\n```\n\n"_s.arg(i);
        QCOMPARE(commandsOf({}, Markdown::parse(text)).size(), 24);
    }

    void areNoneForPlainWords() { QVERIFY(commandsOf({}, Markdown::parse(u"hello"_s)).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestMessageCommands)
#include "tst_messagecommands.moc"
