#include "core/store/engine.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

QString spanList(const QList<TimePiece> &pieces)
{
    QStringList list;
    for (const TimePiece &piece : pieces)
        list += u"[%1,%2,%3]"_s.arg(QString::number(piece.span), QString::number(piece.from),
                                    QString::number(piece.to));
    return u'[' + list.join(u',') + u']';
}

bool isServer(const QString &location)
{
    return location.contains("://"_L1);
}

const Engine &engineFor(const QString &location)
{
    return isServer(location) ? postgresEngine() : sqliteEngine();
}

} // namespace Core
