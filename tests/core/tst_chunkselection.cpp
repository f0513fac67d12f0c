#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Eight turns, each about something of its own.
QList<Message> manyMatters(const QString &question)
{
    const QStringList matters{u"boats"_s, u"bread"_s,   u"violins"_s,  u"tax forms"_s,
                              u"roses"_s, u"cameras"_s, u"bicycles"_s, u"maps"_s};
    QList<Message> thread;
    const auto say = [&](Role role, const QString &text) {
        thread.append({.id = QString::number(thread.size() + 1), .role = role, .content = text});
    };
    for (const QString &matter : matters) {
        say(Role::User, u"Hello! Let us talk about %1 and more %1."_s.arg(matter));
        say(Role::Assistant, u"All about %1: the %1 shop opens at nine."_s.arg(matter));
    }
    say(Role::User, question);
    TokenCounter().count(thread);
    return thread;
}

} // namespace

class TestChunkSelection : public QObject
{
    Q_OBJECT

private slots:
    void theLastThreeGoAsTheyAre()
    {
        const ContextPlan plan = planned(u"chunks"_s, manyMatters(u"Zzz?"_s), 4000);
        QCOMPARE(sentIds(plan), u"* 11 12 13 14 15 16 17"_s);
        QCOMPARE(reasonOf(plan, u"11"_s), u"kept last-chunks-3"_s);
        QVERIFY(hasNotice(plan, Notice::Code::NothingMatched));
    }

    void olderOnesGoAsExtractsWithTheirSpeakers()
    {
        const ContextPlan plan = planned(u"chunks"_s, manyMatters(u"Zzz?"_s), 4000);
        QVERIFY(plan.messages[0].content.startsWith(u"[Earlier history, in extracts]\n"_s));
        QVERIFY(plan.messages[0].content.contains(u"- User: Let us talk about boats"_s));
        QCOMPARE(reasonOf(plan, u"1"_s), u"shortened extract"_s);
        QCOMPARE(reasonOf(plan, u"2"_s), u"summarised extract"_s);
    }

    void theRelevantOneIsQuotedInFull()
    {
        const ContextPlan plan =
            planned(u"chunks"_s, manyMatters(u"When does the violins shop open?"_s), 4000);
        const QString quotes = plan.messages[plan.messages.size() - 2].content;
        QVERIFY(quotes.contains(u"User: Hello! Let us talk about violins and more violins.\n"_s));
        QVERIFY(quotes.contains(u"Assistant: All about violins: the violins shop opens"_s));
        QCOMPARE(reasonOf(plan, u"6"_s).section(u' ', 0, 0), u"retrieved"_s);
    }

    void tenMessagesAreOneChunk()
    {
        QList<Message> thread = manyMatters(u"Zzz?"_s);
        thread.remove(0, 6);
        const ContextPlan plan = planned(u"chunks"_s, thread, 4000);
        QCOMPARE(plan.messages.size(), thread.size());
        QCOMPARE(reasonOf(plan, u"7"_s), u"kept last-chunks-1"_s);
    }

    void textWithoutWordsDoesNotStopIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("punctuation") << u"… !? --"_s;
        QTest::addRow("emoji") << u"👍👍"_s;
        QTest::addRow("stop words") << u"it is what it is"_s;
    }

    void textWithoutWordsDoesNotStopIt()
    {
        QFETCH(QString, text);
        QList<Message> thread = manyMatters(u"?"_s);
        for (Message &message : thread)
            message.content = text;
        const ContextPlan plan = planned(u"chunks"_s, thread, 4000);
        QVERIFY(plan.fits());
        QCOMPARE(plan.messages.last().content, text);
    }
};

QTEST_GUILESS_MAIN(TestChunkSelection)
#include "tst_chunkselection.moc"
