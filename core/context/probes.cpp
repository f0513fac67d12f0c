#include "core/context/probes.h"

#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

Error badLine(int line, const QString &what)
{
    return {Error::Kind::BadInput, what, u"line %1"_s.arg(line)};
}

Result<Probe> probeFrom(const QByteArray &line, int number)
{
    if (const qsizetype at = firstInvalidUtf8(line); at >= 0)
        return badLine(number, u"not UTF-8 from byte %1 on"_s.arg(at));
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(line, &parsing);
    if (!document.isObject())
        return badLine(number, u"not a JSON object: %1"_s.arg(parsing.errorString()));

    const QJsonObject object = document.object();
    Probe probe{.source = object[u"source"_s].toString(),
                .question = object[u"question"_s].toString(),
                .tag = object[u"tag"_s].toVariant().toString()};
    for (const QJsonValue &id : object[u"evidence"_s].toArray())
        probe.evidence += id.toVariant().toString();
    if (probe.source.isEmpty())
        return badLine(number, u"\"source\" is missing"_s);
    if (probe.question.isEmpty())
        return badLine(number, u"\"question\" is missing"_s);
    if (probe.evidence.isEmpty())
        return badLine(number, u"\"evidence\" must be a list of message ids"_s);
    return probe;
}

} // namespace

Result<QList<Probe>> probesFromJson(const QByteArray &lines)
{
    QList<Probe> probes;
    int number = 0;
    for (const QByteArray &line : lines.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        auto probe = probeFrom(line, number);
        if (!probe)
            return probe.error();
        probes.append(*std::move(probe));
    }
    return probes;
}

QByteArray probesToJson(const QList<Probe> &probes)
{
    QByteArray lines;
    for (const Probe &probe : probes) {
        QJsonObject object{{u"source"_s, probe.source},
                           {u"question"_s, probe.question},
                           {u"evidence"_s, QJsonArray::fromStringList(probe.evidence)}};
        if (!probe.tag.isEmpty())
            object[u"tag"_s] = probe.tag;
        lines += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

} // namespace Core
