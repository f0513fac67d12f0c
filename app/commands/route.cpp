#include "app/commands/input.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "core/session/routing.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

/// One user a line; "-" is standard input.
Core::Result<QStringList> usersIn(const QString &path)
{
    const auto text = readText(path);
    if (!text)
        return text.error();
    QStringList users;
    for (const QByteArray &line : text->split('\n')) {
        const QString user = QString::fromUtf8(line).trimmed();
        if (!user.isEmpty())
            users += user;
    }
    return users;
}

struct Assigned
{
    QString user;
    Core::Assignment to;
    bool isDrawn = true; ///< false: no provider has a weight
};

Assigned assigned(const QString &user, const Core::Router &router, const Core::Settings &settings)
{
    if (const auto to = router.assign(user))
        return {user, *to};
    return {user, {settings.provider, 0, u"no provider has a weight"_s}, false};
}

void printRows(const Invocation &call, const QList<Assigned> &all)
{
    if (call.json()) {
        QJsonArray rows;
        for (const Assigned &each : all)
            rows.append(
                QJsonObject{{u"user"_s, each.user},
                            {u"provider"_s, each.to.provider},
                            {u"bucket"_s, each.isDrawn ? QJsonValue(each.to.bucket) : QJsonValue()},
                            {u"reason"_s, each.to.reason}});
        printJson({{u"rows"_s, rows}});
        return;
    }
    QList<QStringList> rows;
    for (const Assigned &each : all)
        rows.append({each.user, each.to.provider,
                     each.isDrawn ? QString::number(each.to.bucket, 'f', 6) : u"–"_s,
                     each.to.reason});
    print(table({u"User"_s, u"Provider"_s, u"Bucket"_s, u"Why"_s}, rows, {2}).toUtf8());
}

Exit run(Invocation &call)
{
    const auto settings = Core::loadSettings(call.configFolder());
    if (!settings)
        return call.failed(settings.error());
    QStringList users = call.values(u"user"_s) + call.positional();
    for (const QString &path : call.values(u"users"_s)) {
        const auto read = usersIn(path);
        if (!read)
            return call.failed(read.error());
        users += *read;
    }
    if (users.isEmpty())
        return call.usageError(u"name users with --user, or a file with --users"_s);
    const Core::Router router = Core::routerOf(*settings, call.value(u"experiment"_s));
    QList<Assigned> all;
    all.reserve(users.size());
    for (const QString &user : std::as_const(users))
        all.append(assigned(user, router, *settings));
    printRows(call, all);
    return Exit::Done;
}

} // namespace

Verb routeVerb()
{
    return {.name = u"route"_s,
            .arguments = {},
            .most = anyNumber,
            .summary = u"Which provider each user is assigned to, and why; nobody is called."_s,
            .example = u"skein route --user nguyen --user anna --json"_s,
            .options = {{u"user"_s, u"U"_s, u"A user; may be repeated."_s},
                        {u"users"_s, u"FILE"_s, u"A file with one user a line; - is input."_s},
                        {u"experiment"_s, u"E"_s, u"Another name draws all users anew."_s}},
            .run = run};
}
