#include "ui/cost/costwords.h"

#include "ui/base/formats.h"
#include "ui/base/reasontext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CostWords)
};

constexpr qsizetype mostNamed = 3;
constexpr double mostPercent = 10; // beyond that, multiples are easier to read …
constexpr double mostTimes = 100; // … and beyond that, they say nothing

QString nameless(Core::CostBy by)
{
    switch (by) {
    case Core::CostBy::User:
        return Words::tr("No user");
    case Core::CostBy::Conversation:
        return Words::tr("Outside of conversations");
    case Core::CostBy::Tag:
        return Words::tr("No tag");
    case Core::CostBy::Strategy:
        return Words::tr("No strategy");
    default:
        return Words::tr("Not named");
    }
}

QString kind(const QString &key)
{
    const auto kind = Core::chargeKindFromName(key);
    if (!kind)
        return key;
    switch (*kind) {
    case Core::Charge::Kind::Turn:
        return Words::tr("Answers");
    case Core::Charge::Kind::Summary:
        return Words::tr("Summaries");
    case Core::Charge::Kind::Embedding:
        return Words::tr("Embeddings");
    case Core::Charge::Kind::Lab:
        return Words::tr("Lab");
    case Core::Charge::Kind::Test:
        return Words::tr("Tests");
    }
    Q_UNREACHABLE();
}

QString month(const QString &key)
{
    const QDate first = QDate::fromString(key + u"-01"_s, Qt::ISODate);
    return Words::tr("%1 %2", "month and year")
        .arg(QLocale().standaloneMonthName(first.month()), QString::number(first.year()));
}

QString hour(const QString &key)
{
    const QDate date = QDate::fromString(key.left(10), Qt::ISODate);
    const QString time =
        Words::tr("%1, %2:00", "day, hour").arg(CostWords::day(date), key.mid(11, 2));
    const QString offset = key.mid(13); // of an hour that comes twice
    return offset.isEmpty() ? time : Words::tr("%1 (UTC%2)", "time, offset").arg(time, offset);
}

} // namespace

QString CostWords::by(Core::CostBy by)
{
    switch (by) {
    case Core::CostBy::Day:
        return Words::tr("Day");
    case Core::CostBy::Month:
        return Words::tr("Month");
    case Core::CostBy::Hour:
        return Words::tr("Hour");
    case Core::CostBy::Model:
        return Words::tr("Model");
    case Core::CostBy::Provider:
        return Words::tr("Provider");
    case Core::CostBy::User:
        return Words::tr("User");
    case Core::CostBy::Conversation:
        return Words::tr("Conversation");
    case Core::CostBy::Strategy:
        return Words::tr("Strategy");
    case Core::CostBy::Tag:
        return Words::tr("Tag");
    case Core::CostBy::Kind:
        return Words::tr("Kind");
    }
    Q_UNREACHABLE();
}

QString CostWords::heading(Core::CostBy by)
{
    switch (by) {
    case Core::CostBy::Day:
        return Words::tr("By day");
    case Core::CostBy::Month:
        return Words::tr("By month");
    case Core::CostBy::Hour:
        return Words::tr("By hour");
    case Core::CostBy::Model:
        return Words::tr("By model");
    case Core::CostBy::Provider:
        return Words::tr("By provider");
    case Core::CostBy::User:
        return Words::tr("By user");
    case Core::CostBy::Conversation:
        return Words::tr("By conversation");
    case Core::CostBy::Strategy:
        return Words::tr("By strategy");
    case Core::CostBy::Tag:
        return Words::tr("By tag");
    case Core::CostBy::Kind:
        return Words::tr("By kind");
    }
    Q_UNREACHABLE();
}

QString CostWords::name(Core::CostBy by, const QString &key)
{
    if (key.isEmpty())
        return nameless(by);
    switch (by) {
    case Core::CostBy::Day:
        return day(QDate::fromString(key, Qt::ISODate));
    case Core::CostBy::Month:
        return month(key);
    case Core::CostBy::Hour:
        return hour(key);
    case Core::CostBy::Strategy:
        return strategyName(key);
    case Core::CostBy::Kind:
        return kind(key);
    default:
        return key;
    }
}

QString CostWords::series(Core::CostBy by, const Core::CostSeries &series)
{
    return series.isOther ? Words::tr("Other") : name(by, series.key);
}

QString CostWords::bucket(const Core::TimeBucket &bucket, Core::TimeStep step,
                          const QTimeZone &zone)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(bucket.fromMs, zone);
    switch (step) {
    case Core::TimeStep::Hour:
        return QLocale().toString(at.time(), u"HH"_s);
    case Core::TimeStep::Day:
        return shortDay(at.date());
    case Core::TimeStep::Month:
        return QLocale().toString(at.date(), Words::tr("MMM yyyy", "pattern of a month"));
    }
    Q_UNREACHABLE();
}

QString CostWords::fullBucket(const Core::TimeBucket &bucket, Core::TimeStep step,
                              const QTimeZone &zone)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(bucket.fromMs, zone);
    switch (step) {
    case Core::TimeStep::Hour:
        return hour(bucket.key);
    case Core::TimeStep::Day:
        return QLocale().toString(at.date(), QLocale::LongFormat);
    case Core::TimeStep::Month:
        return month(bucket.key);
    }
    Q_UNREACHABLE();
}

QString CostWords::weekday(int day)
{
    return QLocale().standaloneDayName(day + 1, QLocale::ShortFormat);
}

QString CostWords::shortDay(QDate day)
{
    return QLocale().toString(day, Words::tr("d MMM", "pattern of a date without year"));
}

QString CostWords::day(QDate day)
{
    return QLocale().toString(day, Words::tr("d MMM yyyy", "pattern of a date with year"));
}

QString CostWords::period(const Core::CostPeriod &period)
{
    if (period.first == period.last)
        return day(period.first);
    return Words::tr("%1 – %2", "first and last day").arg(day(period.first), day(period.last));
}

QString CostWords::zone(const QTimeZone &zone, const QDateTime &when)
{
    const QString name = QString::fromUtf8(zone.id());
    const QString offset = zone.displayName(when, QTimeZone::OffsetName);
    return name == offset ? name : Words::tr("%1 (%2)", "zone, its offset").arg(name, offset);
}

QString CostWords::filter(const Core::CostFilter &filter)
{
    QStringList parts;
    const auto add = [&](const QString &pattern, Core::CostBy by,
                         const std::optional<QString> &key) {
        if (key)
            parts += pattern.arg(name(by, *key));
    };
    add(Words::tr("user: %1"), Core::CostBy::User, filter.userId);
    add(Words::tr("provider: %1"), Core::CostBy::Provider, filter.provider);
    add(Words::tr("model: %1"), Core::CostBy::Model, filter.model);
    add(Words::tr("strategy: %1"), Core::CostBy::Strategy, filter.strategy);
    add(Words::tr("tag: %1"), Core::CostBy::Tag, filter.tag);
    return parts.join(u" · "_s);
}

QString CostWords::signedPercent(double share)
{
    if (share >= mostTimes)
        return Words::tr("more than %1 times as much").arg(Formats::number(qint64(mostTimes)));
    if (share >= mostPercent)
        return Words::tr("%1 times as much").arg(Formats::number(std::llround(share + 1)));
    const QString amount = Formats::percent(std::abs(share));
    if (std::round(share * 100) == 0)
        return Formats::percent(0);
    return share < 0 ? Words::tr("−%1", "a share, less than before").arg(amount)
                     : Words::tr("+%1", "a share, more than before").arg(amount);
}

QString CostWords::cause(const Core::Anomaly &anomaly)
{
    if (!anomaly.model && !anomaly.userId)
        return Words::tr("many models and users");
    QStringList parts;
    if (anomaly.model)
        parts += name(Core::CostBy::Model, *anomaly.model);
    if (anomaly.userId)
        parts += anomaly.userId->isEmpty() ? Words::tr("no user")
                                           : Words::tr("user %1").arg(*anomaly.userId);
    const std::optional<double> change = anomaly.causeChange();
    parts += change ? signedPercent(*change) : Words::tr("new");
    return parts.join(u", "_s);
}

QString CostWords::anomaly(const Core::Anomaly &anomaly)
{
    return Words::tr("%1 cost %2; the seven days before cost %3 each. Cause: %4.",
                     "day, money, money, cause")
        .arg(day(anomaly.day), Formats::money(anomaly.spent), Formats::money(anomaly.usual),
             cause(anomaly));
}

QString CostWords::band(const Core::Forecast &forecast)
{
    if (forecast.tests == 0)
        return Words::tr("The band follows from how much the last %Ln days differ; there are too "
                         "few for a back-test.",
                         nullptr, forecast.basedOnDays);
    return Words::tr("Tested on %Ln earlier days: four in five of those forecasts were off by no "
                     "more than %1.",
                     nullptr, forecast.tests)
        .arg(Formats::percent(forecast.testedError));
}

QString CostWords::unpriced(const QList<Core::UnpricedModel> &models)
{
    if (models.isEmpty())
        return {};
    qint64 requests = 0;
    QStringList named;
    for (const Core::UnpricedModel &model : models) {
        requests += model.requests;
        if (named.size() < mostNamed)
            named += Words::tr("%1 of %2 (%3)", "model, provider, requests")
                         .arg(model.model, model.provider, Formats::number(model.requests));
    }
    if (models.size() > mostNamed)
        named += Words::tr("%Ln more", nullptr, int(models.size() - mostNamed));
    return Words::tr("%Ln requests have no price and are in no sum: %1.", nullptr, int(requests))
        .arg(named.join(u", "_s));
}

QString CostWords::basis(Core::Charge::Basis basis)
{
    switch (basis) {
    case Core::Charge::Basis::Provider:
        return Words::tr("as the provider says");
    case Core::Charge::Basis::UsageTimesPrice:
        return Words::tr("usage × price");
    case Core::Charge::Basis::Estimated:
        return Words::tr("estimated");
    case Core::Charge::Basis::Unpriced:
        return Words::tr("no price");
    }
    Q_UNREACHABLE();
}
