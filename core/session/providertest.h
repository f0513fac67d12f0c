#pragma once

#include "core/base/clock.h"
#include "core/cost/pricelist.h"
#include "core/net/chatclient.h"
#include "core/store/conversationstore.h"

#include <QObject>

#include <optional>

namespace Core {

/// What one step of a test found.
struct TestStep
{
    enum class Kind { Models, OneToken, Streaming, Usage, PrefixCache };
    enum class State {
        Passed,
        Failed,
        Unclear, ///< it works, but this cannot be told: no cached tokens were reported
    };

    Kind kind = Kind::Models;
    State state = State::Passed;
    qint64 ms = -1;
    std::optional<Error> error; ///< Failed
    QString found; ///< untranslated: "12 models", "1203 of 1209 tokens from the cache"
};

QString testStepName(TestStep::Kind kind); ///< "models", "one token", "streaming", …
QString testStateName(TestStep::State state); ///< "passed", "failed", "unclear"

struct TestReport
{
    Provider provider; ///< with what was learnt about it
    QString model; ///< that was asked
    QStringList models;
    QList<TestStep> steps;
    QList<ReplySummary> calls; ///< those that were sent; they cost money

    bool isGood() const; ///< nothing failed
};

/// Tries a provider out with calls of one token: which models it has, whether it answers, whether
/// it streams, reports usage, and caches a repeated beginning. Ends once, in finished(), and then
/// deletes itself.
class ProviderTest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProviderTest)

public:
    /// `client` outlives the test. `key` may be empty.
    ProviderTest(ChatClient &client, const Provider &provider, const QByteArray &key,
                 QObject *owner);

    void start();

signals:
    void finished(const Core::TestReport &report);

private:
    enum class Call { OneToken, Streaming, Again };

    void takeModels(const Result<QStringList> &models);
    void call(Call which);
    void take(Call which, const ReplySummary &summary);
    void addCall(Call which, const ReplySummary &summary);
    void takeStream(const ReplySummary &summary);
    void takeAgain(const ReplySummary &summary);
    void fail(Call which, const Error &error, const ReplySummary &summary);
    void add(TestStep::Kind kind, TestStep::State state, const ReplySummary &summary,
             const QString &found = {});
    void end();

    ChatClient &m_client;
    QByteArray m_key;
    TestReport m_report;
};

/// Writes each call of a test into the ledger, without a conversation.
void chargeTest(const TestReport &report, ConversationStore &store, const PriceList &prices,
                const Clock &clock);

} // namespace Core

Q_DECLARE_METATYPE(Core::TestReport)
