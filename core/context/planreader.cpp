#include "core/context/planreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int lastReason = int(Reason::Code::ShortenedToFit);
constexpr int lastNotice = int(Notice::Code::NothingAsked);

/// "among-last-20" in two: the word, and 20 (0 where there is no number).
std::pair<QString, int> wordAndNumber(const QString &name)
{
    const qsizetype dash = name.lastIndexOf(u'-');
    bool isNumber = false;
    const int number = dash < 0 ? 0 : QStringView(name).sliced(dash + 1).toInt(&isNumber);
    return isNumber ? std::pair(name.left(dash), number) : std::pair(name, 0);
}

Reason reasonFrom(const QString &name)
{
    const auto [word, number] = wordAndNumber(name);
    for (int i = 0; i <= lastReason; ++i) {
        if (word == reasonName({Reason::Code(i), 0}))
            return {Reason::Code(i), number};
    }
    return {Reason::Code::OverBudget, 0};
}

std::optional<Notice> noticeFrom(const QString &name)
{
    const auto [word, number] = wordAndNumber(name);
    for (int i = 0; i <= lastNotice; ++i) {
        if (word == noticeName({Notice::Code(i), 0}))
            return Notice{Notice::Code(i), number};
    }
    return std::nullopt;
}

Verdict verdictFrom(const QString &name)
{
    for (int i = 0; i <= int(Verdict::Excluded); ++i) {
        if (name == verdictName(Verdict(i)))
            return Verdict(i);
    }
    return Verdict::Dropped;
}

Part partFrom(const QString &name)
{
    const std::pair<QLatin1StringView, Part> names[] = {
        {"system"_L1, Part::System},       {"pinned"_L1, Part::Pinned},
        {"summary"_L1, Part::Summary},     {"history"_L1, Part::History},
        {"retrieved"_L1, Part::Retrieved}, {"question"_L1, Part::Question},
    };
    for (const auto &[known, part] : names) {
        if (name == known)
            return part;
    }
    return Part::History;
}

PlanItem itemFrom(const QJsonObject &json)
{
    PlanItem item;
    item.id = json["id"_L1].toString();
    item.role = roleFromName(json["role"_L1].toString()).value_or(Role::User);
    item.tokens = json["tokens"_L1].toInt();
    item.verdict = verdictFrom(json["verdict"_L1].toString());
    item.sentTokens = json["sent_tokens"_L1].toInt(isSent(item.verdict) ? item.tokens : 0);
    item.part = partFrom(json["part"_L1].toString());
    item.reason = reasonFrom(json["reason"_L1].toString());
    item.cached = json["cached"_L1].toBool();
    if (const QJsonValue score = json["score"_L1]; score.isDouble())
        item.score = score.toDouble();
    return item;
}

BudgetUse useFrom(const QJsonObject &json)
{
    BudgetUse use;
    use.system = json["system"_L1].toInt();
    use.pinned = json["pinned"_L1].toInt();
    use.retrieved = json["retrieved"_L1].toInt();
    use.summary = json["summary"_L1].toInt();
    use.history = json["history"_L1].toInt() - use.pinned - use.retrieved;
    use.question = json["question"_L1].toInt();
    use.limit = json["limit"_L1].toInt();
    return use;
}

} // namespace

Result<ContextPlan> planFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object["items"_L1].isArray() || !object["tokens"_L1].isObject())
        return Error{Error::Kind::BadInput, u"this is not a context plan"_s};

    ContextPlan plan;
    plan.strategy = object["strategy"_L1].toString();
    plan.use = useFrom(object["tokens"_L1].toObject());
    const QJsonArray items = object["items"_L1].toArray();
    for (const QJsonValue &item : items)
        plan.items.append(itemFrom(item.toObject()));
    const QJsonArray notices = object["notices"_L1].toArray();
    for (const QJsonValue &name : notices) {
        if (const std::optional<Notice> notice = noticeFrom(name.toString()))
            plan.notices.append(*notice);
    }
    return plan;
}

} // namespace Core
