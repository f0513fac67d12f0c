#include "ui/conversations/listgroup.h"

int dateGroupNumber(QDate day, QDate today)
{
    const qint64 daysAgo = day.daysTo(today);
    if (daysAgo <= 0)
        return 0;
    if (daysAgo == 1)
        return 1;
    if (daysAgo <= 7)
        return 2;
    if (daysAgo <= 30)
        return 3;
    return 4 + day.year() * 12 + day.month();
}
