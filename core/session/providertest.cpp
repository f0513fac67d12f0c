#include "core/session/providertest.h"

#include "core/base/async.h"
#include "core/base/id.h"
#include "core/session/billing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

// Providers cache beginnings of 1,024 tokens and more.
constexpr int cacheableSentences = 160;

/// A request for one token, long enough to be cached. The same call, the same bytes.
QByteArray testBody(const Provider &provider, const QString &model, bool stream)
{
    const QString sentence = u"This sentence is here to be cached. "_s;
    QJsonObject body{
        {u"model"_s, model},
        {u"messages"_s,
         QJsonArray{
             QJsonObject{{u"role"_s, u"system"_s},
                         {u"content"_s, stream ? sentence.repeated(cacheableSentences) : sentence}},
             QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Say OK."_s}}}}};
    body[provider.wantsMaxCompletionTokens ? "max_completion_tokens"_L1 : "max_tokens"_L1] = 1;
    if (stream) {
        body["stream"_L1] = true;
        if (provider.acceptsStreamOptions)
            body["stream_options"_L1] = QJsonObject{{u"include_usage"_s, true}};
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

QString testStepName(TestStep::Kind kind)
{
    switch (kind) {
    case TestStep::Kind::Models:
        return u"models"_s;
    case TestStep::Kind::OneToken:
        return u"one token"_s;
    case TestStep::Kind::Streaming:
        return u"streaming"_s;
    case TestStep::Kind::Usage:
        return u"usage"_s;
    case TestStep::Kind::PrefixCache:
        return u"prefix cache"_s;
    }
    Q_UNREACHABLE();
}

QString testStateName(TestStep::State state)
{
    switch (state) {
    case TestStep::State::Passed:
        return u"passed"_s;
    case TestStep::State::Failed:
        return u"failed"_s;
    case TestStep::State::Unclear:
        return u"unclear"_s;
    }
    Q_UNREACHABLE();
}

bool TestReport::isGood() const
{
    return std::none_of(steps.begin(), steps.end(),
                        [](const TestStep &step) { return step.state == TestStep::State::Failed; });
}

ProviderTest::ProviderTest(ChatClient &client, const Provider &provider, const QByteArray &key,
                           QObject *owner)
    : QObject(owner)
    , m_client(client)
    , m_key(key)
    , m_report{.provider = provider, .model = provider.model}
{
}

void ProviderTest::start()
{
    whenDone(m_client.models(m_report.provider, m_key), this,
             [this](const Result<QStringList> &models) { takeModels(models); });
}

/// A server without a list of models may answer all the same.
void ProviderTest::takeModels(const Result<QStringList> &models)
{
    TestStep step{.kind = TestStep::Kind::Models};
    if (models) {
        m_report.models = *models;
        step.found = u"%1 models"_s.arg(models->size());
        if (m_report.model.isEmpty() && !models->isEmpty())
            m_report.model = models->first();
    } else {
        step.state = TestStep::State::Failed;
        step.error = models.error();
    }
    m_report.steps.append(step);
    using Kind = Error::Kind;
    const bool isHopeless = !models
        && (models.error().kind == Kind::Unauthorized || models.error().kind == Kind::NetworkDown
            || models.error().kind == Kind::TlsFailed || models.error().kind == Kind::BadInput);
    if (isHopeless || m_report.model.isEmpty())
        return end();
    call(Call::OneToken);
}

void ProviderTest::call(Call which)
{
    const bool stream = which != Call::OneToken;
    ChatReply *reply = m_client.send({.provider = m_report.provider,
                                      .model = m_report.model,
                                      .key = m_key,
                                      .body = testBody(m_report.provider, m_report.model, stream),
                                      .stream = stream},
                                     this);
    connect(reply, &ChatReply::finished, this,
            [this, which](const ReplySummary &summary) { take(which, summary); });
    connect(reply, &ChatReply::failed, this,
            [this, which](const Error &error, const ReplySummary &summary) {
                fail(which, error, summary);
            });
}

void ProviderTest::addCall(Call which, const ReplySummary &summary)
{
    m_report.calls.append(summary);
    QByteArray &body = m_report.calls.last().requestBody;
    if (body.isEmpty())
        body = testBody(m_report.provider, m_report.model, which != Call::OneToken);
}

void ProviderTest::take(Call which, const ReplySummary &summary)
{
    addCall(which, summary);
    switch (which) {
    case Call::OneToken:
        add(TestStep::Kind::OneToken, TestStep::State::Passed, summary, summary.text.trimmed());
        return call(Call::Streaming);
    case Call::Streaming:
        return takeStream(summary);
    case Call::Again:
        return takeAgain(summary);
    }
}

void ProviderTest::takeStream(const ReplySummary &summary)
{
    add(TestStep::Kind::Streaming, TestStep::State::Passed, summary,
        u"first token after %1 ms"_s.arg(summary.timing.firstToken));
    if (summary.usage)
        add(TestStep::Kind::Usage, TestStep::State::Passed, summary,
            u"%1 + %2 tokens"_s.arg(summary.usage->prompt).arg(summary.usage->completion));
    else
        add(TestStep::Kind::Usage, TestStep::State::Unclear, summary,
            summary.oddUsage.isEmpty()
                ? u"it reports none; costs are estimated"_s
                : u"what it reports cannot be; costs are estimated: %1"_s.arg(summary.oddUsage));
    call(Call::Again);
}

void ProviderTest::takeAgain(const ReplySummary &summary)
{
    const qint64 cached = summary.usage ? summary.usage->cachedRead : 0;
    if (cached > 0)
        add(TestStep::Kind::PrefixCache, TestStep::State::Passed, summary,
            u"%1 of %2 tokens came from the cache"_s.arg(cached).arg(summary.usage->prompt));
    else
        add(TestStep::Kind::PrefixCache, TestStep::State::Unclear, summary,
            u"no cached tokens reported"_s);
    end();
}

void ProviderTest::fail(Call which, const Error &error, const ReplySummary &summary)
{
    addCall(which, summary);
    add(which == Call::OneToken        ? TestStep::Kind::OneToken
            : which == Call::Streaming ? TestStep::Kind::Streaming
                                       : TestStep::Kind::PrefixCache,
        TestStep::State::Failed, summary);
    m_report.steps.last().error = error;
    end();
}

void ProviderTest::add(TestStep::Kind kind, TestStep::State state, const ReplySummary &summary,
                       const QString &found)
{
    m_report.steps.append(
        {.kind = kind, .state = state, .ms = summary.timing.total, .found = found});
}

void ProviderTest::end()
{
    emit finished(m_report);
    deleteLater();
}

namespace {

/// A call without a usage that can be is not free: what was sent counts, a little too much of it.
Usage usageOf(const ReplySummary &call)
{
    const TokenCounter counter;
    ContextPlan plan;
    plan.use.question =
        call.requestBody.isEmpty() ? 0 : counter.text(QString::fromUtf8(call.requestBody));
    return Core::usageOf(call, plan, counter);
}

void chargeCall(const TestReport &report, const ReplySummary &call, ConversationStore &store,
                const Payer &payer, const QDateTime &now)
{
    Attempt attempt{.id = newId(),
                    .provider = report.provider.name,
                    .assigned = report.provider.name,
                    .model = report.model,
                    .at = now,
                    .state = call.finishReason.isEmpty() ? Attempt::State::Failed
                                                         : Attempt::State::Complete,
                    .usage = usageOf(call)};
    takeSummary(call, attempt);
    for (const LostTry &lost : call.lost) {
        const Attempt gone = lostAttempt(
            lost, attempt, {.provider = report.provider, .model = report.model}, ContextPlan());
        store.addCharge(chargeOf(gone, report.provider, payer), gone);
    }
    if (call.usage || !call.oddUsage.isEmpty() || call.status / 100 == 2)
        store.addCharge(chargeOf(attempt, report.provider, payer), attempt);
}

} // namespace

void chargeTest(const TestReport &report, ConversationStore &store, const PriceList &prices,
                const Clock &clock)
{
    for (const ReplySummary &call : report.calls)
        chargeCall(report, call, store, {{}, Charge::Kind::Test, prices}, clock.now());
}

} // namespace Core
