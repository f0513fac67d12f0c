#include "tests/support/costsamples.h"

#include "core/cost/chargecalculator.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int days = 90;
constexpr int conversations = 60;

/// Numbers below `limit`, the same in every run.
class Numbers
{
public:
    int below(int limit)
    {
        m_state = m_state * 1'664'525U + 1'013'904'223U;
        return int((m_state >> 8) % quint32(limit));
    }

private:
    quint32 m_state = 42;
};

struct Model
{
    QString provider;
    QString name;
    Core::Rates rates;
};

const QList<Model> &models()
{
    static const QList<Model> all{
        {u"openai"_s,
         u"gpt-4.1"_s,
         {.input = 2'000'000, .output = 8'000'000, .cachedRead = 500'000}},
        {u"openai"_s,
         u"gpt-4.1-mini"_s,
         {.input = 400'000, .output = 1'600'000, .cachedRead = 100'000}},
        {u"anthropic"_s,
         u"claude-sonnet-4"_s,
         {.input = 3'000'000, .output = 15'000'000, .cachedRead = 300'000}},
        {u"mistral"_s, u"mistral-large"_s, {.input = 2'000'000, .output = 6'000'000}},
        {u"local"_s, u"qwen3-8b"_s, {}},
    };
    return all;
}

Core::Charge request(Numbers &numbers, const QDateTime &at, const Model &model, const QString &user)
{
    Core::Charge charge;
    charge.at = at.toUTC();
    charge.id = QString::number(at.toMSecsSinceEpoch());
    charge.userId = user;
    charge.provider = model.provider;
    charge.model = model.name;
    charge.strategy = QStringList{u"sliding"_s, u"full"_s, u"summary"_s}[numbers.below(3)];
    charge.conversationId = u"c%1"_s.arg(numbers.below(conversations));
    charge.messageId = u"m"_s + charge.id;
    charge.usage.prompt = 2'000 + numbers.below(12'000);
    charge.usage.cachedRead = charge.usage.prompt * numbers.below(80) / 100;
    charge.usage.completion = 100 + numbers.below(900);
    if (model.provider == "local"_L1)
        return charge;
    charge.rates = model.rates;
    charge.amount = Core::costOf(charge.usage, model.rates);
    charge.basis =
        numbers.below(40) ? Core::Charge::Basis::UsageTimesPrice : Core::Charge::Basis::Estimated;
    return charge;
}

} // namespace

QTimeZone CostSamples::zone()
{
    return QTimeZone("Asia/Ho_Chi_Minh");
}

QDateTime CostSamples::now()
{
    return {QDate(2026, 11, 23), QTime(12, 0), zone()};
}

QList<Core::Charge> CostSamples::charges()
{
    const QStringList users{u"lan"_s, u"minh"_s, u"thu"_s, u"quang"_s, u"hoa"_s, QString()};
    Numbers numbers;
    QList<Core::Charge> charges;
    for (int ago = days; ago >= 0; --ago) {
        const QDate day = now().date().addDays(-ago);
        const int usual = day.dayOfWeek() > 5 ? 40 : 120 + numbers.below(60);
        const int number = ago == 4 ? usual * 3 : usual;
        for (int i = 0; i < number; ++i) {
            const int hour = numbers.below(10) ? 8 + numbers.below(11) : numbers.below(24);
            const QDateTime at(day, QTime(hour, numbers.below(60), numbers.below(60)), zone());
            const bool flood = i >= usual;
            const int model = flood ? 0 : std::min(numbers.below(6), 4);
            const int user = flood ? 1 : std::min(numbers.below(7), 5);
            if (at < now())
                charges.append(request(numbers, at, models()[model], users[user]));
        }
    }
    return charges;
}

Core::CostQuery CostSamples::query(Core::CostPreset preset)
{
    return {.period = Core::costPeriod(preset, now(), zone()), .now = now()};
}

Core::CostDetails CostSamples::details(const Core::CostQuery &query)
{
    Core::ChargeDetails details;
    QHash<QString, qsizetype> places;
    for (const Core::Charge &charge : charges()) {
        if (charge.at < query.period.from() || charge.at >= query.period.to())
            continue;
        details.savedByCache += Core::savedByCache(charge);
        const qsizetype place = places.value(charge.conversationId, details.dearest.size());
        if (place == details.dearest.size()) {
            places.insert(charge.conversationId, place);
            details.dearest.append({.key = charge.conversationId});
        }
        details.dearest[place].totals += Core::totalsOf(charge);
    }
    for (const Core::ChargeSum &sum : std::as_const(details.dearest)) {
        details.conversations += sum.totals.requests > sum.totals.unpriced ? 1 : 0;
        details.conversationSpend += sum.totals.cost;
    }
    return Core::costDetails(details, query);
}

QHash<QString, QString> CostSamples::titles()
{
    const QStringList subjects{u"Parcel VN-77120-33 is missing"_s, u"Refund for order 4711"_s,
                               u"Đổi địa chỉ giao hàng"_s, u"Invoice with a wrong tax number"_s};
    QHash<QString, QString> titles;
    for (int i = 0; i < conversations; ++i)
        titles.insert(u"c%1"_s.arg(i), u"%1, %2"_s.arg(subjects[i % 4]).arg(i + 1));
    return titles;
}
