#include "core/context/strategies.h"

#include "core/base/nearest.h"
#include "core/context/chunkselection.h"
#include "core/context/fullhistory.h"
#include "core/context/hybrid.h"
#include "core/context/ladder.h"
#include "core/context/options.h"
#include "core/context/semanticselection.h"
#include "core/context/slidingblocks.h"
#include "core/context/slidingwindow.h"
#include "core/context/summaryfirst.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QString suggestion(const QString &word, const QStringList &names)
{
    const QString nearest = nearestName(word, names);
    return nearest.isEmpty() ? u"there are "_s + names.join(u", "_s)
                             : u"did you mean \"%1\"?"_s.arg(nearest);
}

Error badOption(const QString &option, const QString &what)
{
    return {Error::Kind::BadInput, u"option \"%1\": %2"_s.arg(option, what)};
}

/// Options from a command line come as text.
QJsonValue asNumber(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue();
}

QJsonValue asBool(const QJsonValue &value)
{
    if (value.isBool())
        return value;
    const QString text = value.toString();
    if (text == "true"_L1 || text == "yes"_L1 || text == "1"_L1)
        return true;
    if (text == "false"_L1 || text == "no"_L1 || text == "0"_L1)
        return false;
    return {};
}

Result<QJsonValue> checkedValue(const OptionInfo &option, const QJsonValue &value)
{
    if (option.standard.isBool()) {
        const QJsonValue flag = asBool(value);
        return flag.isBool() ? Result<QJsonValue>(flag)
                             : badOption(option.name, u"takes true or false"_s);
    }
    if (option.standard.isString())
        return value.isString() ? Result<QJsonValue>(value)
                                : badOption(option.name, u"takes text"_s);
    const QJsonValue number = asNumber(value);
    if (!number.isDouble() || !(number.toDouble() >= option.least)
        || !(number.toDouble() <= option.most))
        return badOption(
            option.name,
            u"takes a number from %1 to %2"_s.arg(QString::number(option.least, 'g', 12),
                                                  QString::number(option.most, 'g', 12)));
    return number;
}

/// Every plan says which strategy made it.
Strategy named(Strategy strategy)
{
    strategy.options.append(omissionsOption());
    strategy.plan = [id = strategy.id, plan = std::move(strategy.plan)](const PlanInput &input) {
        ContextPlan made = plan(input);
        made.strategy = id;
        return made;
    };
    return strategy;
}

} // namespace

const QList<Strategy> &strategies()
{
    static const QList<Strategy> all{
        named(fullHistory()),
        named(slidingWindow()),
        named(slidingBlocks()),
        named(summaryFirst()),
        named(semanticSelection()),
        named(chunkSelection()),
        named(hybrid()),
        named(ladder()),
    };
    return all;
}

Result<const Strategy *> strategyById(const QString &id)
{
    QStringList ids;
    for (const Strategy &strategy : strategies()) {
        if (strategy.id == id)
            return &strategy;
        ids += strategy.id;
    }
    // The one that was probably meant comes first.
    if (const QString nearest = nearestName(id, ids); !nearest.isEmpty())
        ids.move(ids.indexOf(nearest), 0);
    return Error{.kind = Error::Kind::NotFound,
                 .detail = ids.join(u", "_s),
                 .where = u"strategy \"%1\""_s.arg(id.left(64))};
}

Result<StrategyOptions> checkOptions(const Strategy &strategy, const StrategyOptions &options)
{
    QStringList names;
    StrategyOptions checked;
    for (const OptionInfo &option : strategy.options) {
        names += option.name;
        checked[option.name] = option.standard;
    }
    for (auto given = options.begin(); given != options.end(); ++given) {
        const qsizetype known = names.indexOf(given.key());
        if (known < 0)
            return badOption(
                given.key(),
                u"\"%1\" does not have it; %2"_s.arg(strategy.id, suggestion(given.key(), names)));
        const auto value = checkedValue(strategy.options[known], given.value());
        if (!value)
            return value.error();
        checked[given.key()] = *value;
    }
    return checked;
}

} // namespace Core
