#include "ui/providers/healthtext.h"

#include "ui/base/formats.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(HealthText)
};

constexpr qint64 steadyCount = 100; // below this a p95 may be half or twice what it says

/// The classes as core counts them (errorClassName).
QString className(const QString &key)
{
    const QList<std::pair<QLatin1String, QString>> names{
        {"bad reply"_L1, Texts::tr("not understood")},
        {"cut off"_L1, Texts::tr("cut off")},
        {"key refused"_L1, Texts::tr("key refused")},
        {"network"_L1, Texts::tr("network")},
        {"quota"_L1, Texts::tr("quota used up")},
        {"rate limit"_L1, Texts::tr("rate limit")},
        {"server"_L1, Texts::tr("server failed")},
        {"timeout"_L1, Texts::tr("timeout")},
        {"tls"_L1, Texts::tr("encryption")}};
    for (const auto &[name, words] : names) {
        if (name == key)
            return words;
    }
    return key;
}

QString errorsText(const Core::ProviderHealth &health)
{
    if (health.errorCount() == 0)
        return Texts::tr("no errors");
    QStringList classes;
    for (auto each = health.errors.begin(); each != health.errors.end(); ++each)
        classes += Texts::tr("%1 × %2", "how often, and which class of error")
                       .arg(Formats::number(each.value()), className(each.key()));
    return Texts::tr("%1 errors (%2)", "a share in per cent, and the classes")
        .arg(Formats::percent(health.errorRate()), classes.join(u", "_s));
}

QString quantile(const Core::LatencySketch &sketch, double share)
{
    return Formats::duration(qint64(std::round(sketch.quantile(share).value_or(0))));
}

QString timesText(const Core::ProviderHealth &health)
{
    const Core::LatencySketch &total = health.total;
    if (total.count() == 0)
        return Texts::tr("No answer yet.");
    const QString count = Formats::number(total.count());
    const QString times =
        Texts::tr("p50 %1, p95 %2, p99 %3 (n = %4)")
            .arg(quantile(total, 0.5), quantile(total, 0.95), quantile(total, 0.99), count);
    return total.count() < steadyCount ? Texts::tr("%1, still rough.").arg(times)
                                       : Texts::tr("%1.", "a sentence").arg(times);
}

} // namespace

QString healthText(const Core::ProviderHealth &health)
{
    if (health.requests == 0)
        return Texts::tr("No requests yet.");
    QString text = Texts::tr("%Ln request(s), %1. %2", nullptr, int(health.requests))
                       .arg(errorsText(health), timesText(health));
    if (const auto first = health.firstToken.quantile(0.5))
        text += u' '
            + Texts::tr("First token after %1.").arg(Formats::duration(qint64(std::round(*first))));
    if (health.fallbacks > 0)
        text += u' '
            + Texts::tr("%Ln of them stood in for another provider.", nullptr,
                        int(health.fallbacks));
    return text;
}

QString shareText(double share)
{
    if (share <= 0)
        return Texts::tr("no new conversations");
    return Texts::tr("%1 of new conversations")
        .arg(QLocale().toString(100 * share, 'f', 2) + u"%"_s);
}
