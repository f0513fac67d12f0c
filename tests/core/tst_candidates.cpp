#include "core/session/candidates.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

ContextPlan planOf(int tokens)
{
    ContextPlan plan;
    plan.use.history = tokens;
    plan.messages = {{.role = Role::User, .content = u"Hi"_s}};
    return plan;
}

QJsonObject bodyOf(const ChatRequest::Alternative &candidate)
{
    return QJsonDocument::fromJson(candidate.body).object();
}

} // namespace

class TestCandidates : public QObject
{
    Q_OBJECT

private slots:
    void eachIsAskedInItsOwnWords()
    {
        const Turn turn{.provider = {.name = u"a"_s},
                        .fallbacks = {{.name = u"b"_s,
                                       .model = u"gpt-4.1"_s,
                                       .acceptsStreamOptions = false,
                                       .wantsMaxCompletionTokens = true},
                                      {.name = u"c"_s}},
                        .model = u"gpt-4o"_s};

        const auto all = candidatesOf(turn, planOf(100), PriceList::shipped());

        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].model, u"gpt-4o"_s);
        QVERIFY(bodyOf(all[0]).contains("stream_options"_L1));
        QVERIFY(bodyOf(all[0]).contains("max_tokens"_L1));
        QCOMPARE(all[1].model, u"gpt-4.1"_s);
        QCOMPARE(bodyOf(all[1])["model"_L1].toString(), u"gpt-4.1"_s);
        QVERIFY(!bodyOf(all[1]).contains("stream_options"_L1));
        QVERIFY(bodyOf(all[1]).contains("max_completion_tokens"_L1));
        QCOMPARE(all[2].model, u"gpt-4o"_s); // it has none of its own
        for (const ChatRequest::Alternative &each : all) {
            QVERIFY(each.key.isNull());
            QCOMPARE(bodyOf(each)["messages"_L1], bodyOf(all[0])["messages"_L1]);
        }
    }

    void whoseWindowIsTooSmallIsLeftOut()
    {
        const Turn turn{.provider = {.name = u"a"_s},
                        .fallbacks = {{.name = u"small"_s, .model = u"gpt-4o"_s},
                                      {.name = u"large"_s, .model = u"gpt-4.1"_s},
                                      {.name = u"unknown"_s, .model = u"of my own"_s}},
                        .model = u"gpt-4.1"_s,
                        .replyReserve = 4'096};

        const auto all = candidatesOf(turn, planOf(127'000), PriceList::shipped());

        QStringList names;
        for (const ChatRequest::Alternative &each : all)
            names += each.provider.name;
        QCOMPARE(names, (QStringList{u"a"_s, u"large"_s, u"unknown"_s}));
    }
};

QTEST_GUILESS_MAIN(TestCandidates)
#include "tst_candidates.moc"
