#include "tests/support/inspectsamples.h"

#include "core/context/planjson.h"
#include "core/context/strategies.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;
using Core::Message;
using Core::Role;

namespace {

const QStringList questions{
    u"Chào shop, đơn #48213 của mình giao tới đâu rồi ạ? Mình cần trước thứ Sáu."_s,
    u"Hello, the jacket arrived in the wrong size. Can I exchange it for an M?"_s,
    u"Mình muốn đổi địa chỉ nhận hàng sang 12 Lý Thường Kiệt, Hoàn Kiếm, Hà Nội được không?"_s,
    u"Is there a discount if I order three pairs of socks?"_s,
    u"Áo này giặt máy được không shop? Mình sợ bị co."_s,
    u"Could you send me the invoice for order 48213 again, please?"_s,
    u"Mình thanh toán qua ví rồi mà hệ thống vẫn báo chưa nhận được tiền."_s,
};

const QStringList answers{
    u"Dạ em chào chị. Đơn #48213 đang ở kho Đà Nẵng và dự kiến giao trong ngày mai. Nếu đến thứ "
    u"Năm chị chưa nhận được, chị nhắn lại để em kiểm tra với bên vận chuyển giúp chị nhé."_s,
    u"Of course. Please keep the tag on; I have booked the pick-up for tomorrow between 9 and 12. "
    u"The new jacket in size M leaves the warehouse as soon as the courier has scanned yours, and "
    u"you pay nothing for the shipping."_s,
    u"Dạ được ạ. Em đã cập nhật địa chỉ mới: 12 Lý Thường Kiệt, Hoàn Kiếm, Hà Nội."_s,
    u"With three pairs the third is half price. Shall I add them to your basket?"_s,
    u"Dạ áo giặt máy được ở 30 độ, chế độ nhẹ, không sấy ạ."_s,
    u"I have sent it to the address on file. It may take a few minutes to arrive."_s,
    u"Dạ em đã thấy giao dịch của chị. Hệ thống cập nhật chậm, khoảng 15 phút nữa sẽ hiện ạ."_s,
};

Message message(int number, Role role, const QString &content)
{
    Message made{.id = u"m%1"_s.arg(number), .role = role, .content = content};
    made.createdAt = InspectSamples::now.toUTC().addSecs(-60 * (20000 - number));
    made.tokens = int(content.size() / 3) + 4;
    made.encoding = Core::Encoding::O200k;
    return made;
}

QByteArray body(const Core::ContextPlan &plan)
{
    return R"({"model":"gpt-4.1-mini","temperature":0.7,"max_tokens":2048,"stream":true,)"
           R"("stream_options":{"include_usage":true},"messages":)"
        + Core::requestToJson(plan) + '}';
}

struct ModelShare
{
    const char *provider;
    const char *model;
    int share; ///< of a hundred
    qint64 input; ///< pico-dollars a token
    qint64 output;
};

// The rates are invented for the picture.
constexpr ModelShare models[] = {
    {"HolySheep", "gpt-4.1", 12, 8'000'000, 8'000'000},
    {"HolySheep", "gpt-4.1-mini", 34, 2'000'000, 8'000'000},
    {"HolySheep", "deepseek-v3.2", 20, 420'000, 2'800'000},
    {"OpenAI", "gpt-4o", 9, 2'500'000, 10'000'000},
    {"OpenAI", "gpt-4o-mini", 8, 150'000, 600'000},
    {"Mistral", "mistral-large", 5, 2'000'000, 6'000'000},
    {"Qwen", "qwen-max", 4, 1'600'000, 6'400'000},
    {"Google", "gemini-2.5-flash", 4, 300'000, 2'500'000},
    {"Anthropic", "claude-sonnet", 2, 3'000'000, 15'000'000},
    {"local", "vinallama-7b", 2, 0, 0},
};

const ModelShare &drawn(QRandomGenerator &random)
{
    int left = random.bounded(100);
    for (const ModelShare &each : models) {
        left -= each.share;
        if (left < 0)
            return each;
    }
    return models[0];
}

Core::Charge charge(const ModelShare &model, int prompt, int cached, int completion)
{
    Core::Charge made;
    made.provider = QString::fromLatin1(model.provider);
    made.model = QString::fromLatin1(model.model);
    made.strategy = u"sliding"_s;
    made.usage = {.prompt = prompt, .cachedRead = cached, .completion = completion};
    made.usage.basis = Core::Usage::Basis::Provider;
    if (model.input == 0)
        return made;
    made.rates = {.input = model.input, .output = model.output, .cachedRead = model.input / 4};
    made.basis = Core::Charge::Basis::UsageTimesPrice;
    made.amount = Core::multiply(prompt - cached, model.input)
        + Core::multiply(cached, model.input / 4) + Core::multiply(completion, model.output);
    return made;
}

} // namespace

namespace InspectSamples {

QList<Message> thread(int turns)
{
    QList<Message> messages{
        message(0, Role::System,
                u"You are the support assistant of Northwind Outfitters. Answer in the customer's "
                u"language, in at most five sentences. Never promise a refund above $200."_s)};
    for (int i = 0; i < turns; ++i) {
        messages += message(2 * i + 1, Role::User, questions[i % questions.size()]);
        messages += message(2 * i + 2, Role::Assistant, answers[(i * 5) % answers.size()]);
    }
    messages += message(2 * turns + 1, Role::User, u"Vậy bao giờ mình nhận được áo size M ạ?"_s);
    return messages;
}

Core::ContextPlan plan(const QList<Message> &thread, const QString &strategy)
{
    Core::PlanInput input{.thread = thread, .counter = Core::TokenCounter()};
    input.budget = {.window = 16'000, .replyReserve = 2'048};
    Core::ContextPlan made = (*Core::strategyById(strategy))->plan(input);
    int left = int(made.items.size()) - 2;
    for (Core::PlanItem &item : made.items)
        item.cached = Core::isSent(item.verdict) && left-- > 0;
    return made;
}

Core::ContextPlan mixedPlan(const QList<Message> &thread)
{
    using Core::Reason;
    using Core::Verdict;
    Core::ContextPlan made = plan(thread, u"full"_s);
    made.strategy = u"semantic"_s;
    const qsizetype count = made.items.size();
    for (qsizetype i = 1; i < count - 1; ++i) {
        Core::PlanItem &item = made.items[i];
        const auto set = [&item](Verdict verdict, Reason reason) {
            item.verdict = verdict;
            item.reason = reason;
            item.cached = item.cached && Core::isSent(verdict);
            item.sentTokens = Core::isSent(verdict) ? item.tokens : 0;
        };
        if (i < count / 3)
            set(Verdict::Summarised, {Reason::Code::InSummary});
        else if (i < count * 2 / 3)
            set(Verdict::Dropped, {Reason::Code::NotRelevant, int(i)});
        if (i % 17 == 4) {
            set(Verdict::Retrieved, {Reason::Code::Relevant, int(i / 17) + 1});
            item.score = 0.94 - double(i) / double(2 * count);
        }
        if (i % 41 == 9)
            set(Verdict::Pinned, {Reason::Code::PinnedByHand});
        if (i % 53 == 12)
            set(Verdict::Excluded, {Reason::Code::ExcludedByHand});
        if (i == count - 5)
            set(Verdict::Shortened, {Reason::Code::ShortenedToFit, 41});
    }
    made.use = {.limit = made.use.limit};
    for (const Core::PlanItem &item : std::as_const(made.items))
        made.use.history += item.sentTokens;
    made.use.summary = 212;
    made.notices = {{Core::Notice::Code::TokensEstimated}};
    return made;
}

QList<Core::Attempt> attempts(const QList<Message> &thread, int count)
{
    QList<Core::Attempt> made;
    for (int i = 0; i < count; ++i) {
        const qsizetype last = thread.size() - 2 - 2 * (count - 1 - i); // an answer
        const Core::ContextPlan sent = plan(thread.first(last), u"sliding"_s);
        Core::Attempt attempt;
        attempt.id = u"attempt-%1"_s.arg(i);
        attempt.messageId = thread[last].id;
        attempt.provider = u"HolySheep"_s;
        attempt.model = u"gpt-4.1-mini"_s;
        attempt.strategy = u"sliding"_s;
        attempt.at = now.toUTC().addSecs(-600 * (count - i));
        attempt.state = Core::Attempt::State::Complete;
        attempt.requestUrl = "https://api.holysheep.ai/v1/chat/completions";
        attempt.requestHeaders = {{"Content-Type", "application/json"},
                                  {"Accept", "text/event-stream"}};
        attempt.requestBody = body(sent);
        attempt.plan = Core::planToJson(sent);
        attempt.status = 200;
        attempt.responseHeaders = {{"content-type", "text/event-stream"},
                                   {"x-request-id", "req_7f31c2"}};
        attempt.responseBody = "data: {\"choices\":[{\"delta\":{\"content\":\"Dạ\"}}]}\n\n"
                               "data: [DONE]\n\n";
        attempt.usage = {.prompt = sent.use.total(),
                         .cachedRead = sent.use.total() * 3 / 4,
                         .completion = 84,
                         .basis = Core::Usage::Basis::Provider};
        attempt.timing = {.queued = 12, .connected = 2'184, .firstToken = 2'611, .total = 4'020};
        attempt.retries = {{u"429 rate_limit_exceeded"_s, 2'000}};
        made += attempt;
    }
    return made;
}

QList<Core::Charge> turnCharges(int turns)
{
    QList<Core::Charge> charges;
    for (int i = 0; i < turns; ++i) {
        const int prompt = 400 + 140 * std::min(i, 18) + 37 * (i % 5);
        Core::Charge made =
            charge(models[i > 20 ? 2 : 1], prompt, i ? prompt * 3 / 5 : 0, 90 + 61 * (i % 4));
        made.messageId = u"m%1"_s.arg(2 * i + 2);
        made.conversationId = u"c"_s;
        made.at = now.toUTC().addSecs(-600 * (turns - i));
        if (i == 14)
            made.amount.reset();
        charges += made;
    }
    return charges;
}

QList<Core::Charge> months()
{
    QRandomGenerator random(11);
    QList<Core::Charge> charges;
    for (int back = 59; back >= 0; --back) {
        const QDate day = now.date().addDays(-back);
        const int busy = day.dayOfWeek() > 5 ? 150 : 260 + 3 * (59 - back) / 2;
        for (int i = busy; i > 0; --i) {
            const int prompt = 1200 + random.bounded(5200);
            Core::Charge made = charge(drawn(random), prompt, prompt * random.bounded(80) / 100,
                                       80 + random.bounded(500));
            made.at = QDateTime(day, QTime(7, 0).addSecs(random.bounded(14 * 3600)), now.timeZone())
                          .toUTC();
            made.userId = u"agent-%1"_s.arg(random.bounded(6));
            made.conversationId = u"conversation-%1"_s.arg(random.bounded(900));
            if (made.at < now)
                charges += made;
        }
    }
    return charges;
}

} // namespace InspectSamples
