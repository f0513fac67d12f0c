#include "core/context/sampleconversation.h"

#include <QSet>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int conversations = 200;

const Message *messageOf(const SampleConversation &made, const QString &id)
{
    const auto found = std::find_if(made.messages.begin(), made.messages.end(),
                                    [&](const Message &message) { return message.id == id; });
    return found == made.messages.end() ? nullptr : &*found;
}

} // namespace

class TestSampleConversation : public QObject
{
    Q_OBJECT

private slots:
    void theSameNumberMakesTheSame()
    {
        const SampleConversation first = sampleConversation(7);
        const SampleConversation again = sampleConversation(7);
        QCOMPARE(again.id, first.id);
        QCOMPARE(again.messages, first.messages);
        QVERIFY(sampleConversation(8).messages != first.messages);
    }

    void everyOneIsABranchThatCanBeSent()
    {
        QSet<QString> ids;
        for (int seed = 0; seed < conversations; ++seed) {
            const SampleConversation made = sampleConversation(quint64(seed));
            QVERIFY(!made.title.isEmpty() && !made.userName.isEmpty() && !made.tags.isEmpty());
            QCOMPARE(made.messages.first().role, Role::System);
            QCOMPARE(made.messages.last().role, Role::Assistant);
            for (qsizetype i = 0; i < made.messages.size(); ++i) {
                const Message &message = made.messages[i];
                QCOMPARE(message.parentId, i == 0 ? QString() : made.messages[i - 1].id);
                QVERIFY(i == 0 || message.createdAt > made.messages[i - 1].createdAt);
                QVERIFY2(!message.content.contains(u'%') || message.content.contains(u" %"_s),
                         qPrintable(message.content));
                QVERIFY(!message.content.isEmpty() || !message.toolCalls.isEmpty());
                ids.insert(message.id);
            }
            ids.insert(made.id);
        }
        QVERIFY(ids.size() > conversations * 4);
    }

    void evidenceHoldsTheAnswer()
    {
        int probes = 0;
        for (int seed = 0; seed < conversations; ++seed) {
            const SampleConversation made = sampleConversation(quint64(seed));
            for (const SampleProbe &probe : made.probes) {
                ++probes;
                QVERIFY(!probe.evidence.isEmpty() && !probe.answer.isEmpty());
                for (const QString &id : probe.evidence) {
                    const Message *message = messageOf(made, id);
                    QVERIFY(message);
                    QVERIFY2(message->content.contains(probe.answer),
                             qPrintable(probe.answer + u" in "_s + message->content));
                }
                QVERIFY(!probe.question.contains(u'%'));
            }
        }
        QVERIFY(probes > conversations);
    }

    void bothLanguagesAreThereOrTheOneAskedFor()
    {
        int english = 0;
        for (int seed = 0; seed < conversations; ++seed) {
            english += sampleConversation(quint64(seed)).language == TextLanguage::English;
            QCOMPARE(
                sampleConversation(quint64(seed), {.language = TextLanguage::Vietnamese}).language,
                TextLanguage::Vietnamese);
        }
        QVERIFY(english > conversations / 3 && english < conversations * 2 / 3);
    }

    void mattersAndStartAreAsAskedFor()
    {
        const QDateTime start(QDate(2026, 3, 5), QTime(9, 0), Qt::UTC);
        const SampleConversation made =
            sampleConversation(3, {.matters = 12, .toolCalls = false, .start = start});
        QVERIFY(made.messages.size() > 60);
        QVERIFY(made.messages.first().createdAt >= start);
        QVERIFY(made.messages.first().createdAt < start.addSecs(3600));
        for (const Message &message : made.messages)
            QVERIFY(message.toolCalls.isEmpty() && message.role != Role::Tool);
    }
};

QTEST_GUILESS_MAIN(TestSampleConversation)
#include "tst_sampleconversation.moc"
