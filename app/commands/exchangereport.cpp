#include "app/commands/exchangereport.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

QJsonArray leftOutJson(const QList<Core::LeftOut> &leftOut)
{
    QJsonArray list;
    for (const Core::LeftOut &each : leftOut)
        list.append(QJsonObject{{u"where"_s, each.where}, {u"reason"_s, each.reason}});
    return list;
}

QString leftOutWords(const QList<Core::LeftOut> &leftOut)
{
    QString text;
    if (!leftOut.isEmpty())
        text = u"\nLeft out:"_s;
    for (const Core::LeftOut &each : leftOut) {
        const bool isNamed = each.reason.startsWith(each.where); // the sentence of an error
        text += u"\n  "_s + (isNamed ? each.reason : u"%1: %2"_s.arg(each.where, each.reason));
    }
    return text;
}
