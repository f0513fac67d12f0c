#include "core/cost/costcsv.h"

#include <QStringList>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QString when(const QDateTime &at, const QTimeZone &zone)
{
    return at.isValid() ? at.toTimeZone(zone).toString(Qt::ISODate) : QString();
}

QString line(const QStringList &fields)
{
    QStringList written;
    for (const QString &field : fields)
        written.append(csvField(field));
    return written.join(u',') + u"\r\n"_s;
}

} // namespace

QString csvField(const QString &text)
{
    static const QString starts = u"=+-@\t\r"_s; // what spreadsheets begin a formula with
    QString field = text;
    if (!field.isEmpty() && starts.contains(field.front()))
        field.prepend(u'\'');
    const bool quoted = field.contains(u',') || field.contains(u'"') || field.contains(u'\n')
        || field.contains(u'\r');
    if (!quoted)
        return field;
    return u'"' + field.replace(u'"', u"\"\""_s) + u'"';
}

QByteArray toCsv(const CostReport &report, const QHash<QString, QString> &names)
{
    const QStringList period{when(report.from, report.zone), when(report.to, report.zone),
                             QString::fromUtf8(report.zone.id())};
    const auto fields = [&](const QString &name, const CostRow &row) {
        return period
            + QStringList{row.key,
                          name,
                          QString::number(row.requests),
                          QString::number(row.inputTokens),
                          QString::number(row.cachedTokens),
                          QString::number(row.outputTokens),
                          row.knownCost() ? toDecimalString(*row.knownCost()) : QString(),
                          QString::number(row.unpriced)};
    };
    QString csv = line({u"from"_s, u"to"_s, u"zone"_s, costByName(report.by), u"name"_s,
                        u"requests"_s, u"input_tokens"_s, u"cached_tokens"_s, u"output_tokens"_s,
                        u"cost_usd"_s, u"unpriced_requests"_s});
    for (const CostRow &row : report.rows)
        csv += line(fields(names.value(row.key), row));
    CostRow total = report.total;
    total.key = u"total"_s;
    csv += line(fields({}, total));
    return csv.toUtf8();
}

} // namespace Core
