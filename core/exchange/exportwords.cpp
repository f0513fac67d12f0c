#include "core/exchange/exportwords.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

QString speakerOf(const Message &message)
{
    const QString role = roleName(message.role);
    if (message.name.isEmpty())
        return role.left(1).toUpper() + role.mid(1);
    return u"%1 (%2)"_s.arg(message.name.simplified(), role);
}

QString timeWords(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s) : QString();
}

QString statusWords(const Message &message)
{
    return message.status == MessageStatus::Complete ? QString() : statusName(message.status);
}

} // namespace Core
