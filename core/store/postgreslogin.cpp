#include "core/store/postgreslogin.h"

#include "core/store/postgres.h"
#include "core/store/serveraddress.h"

#include <QDeadlineTimer>
#include <QList>
#include <QRegularExpression>
#include <QSqlError>

#include <libpq-fe.h>
#include <poll.h>

#include <memory>

namespace Core::Postgres {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostMs = 3'000; // that asking may take

using Login = std::unique_ptr<PGconn, decltype(&PQfinish)>;

Login begun(const ServerAddress &address)
{
    QList<std::pair<QByteArray, QByteArray>> options{{"host", address.host.toUtf8()},
                                                     {"dbname", address.database.toUtf8()},
                                                     {"user", address.user.toUtf8()},
                                                     {"password", address.password.toUtf8()}};
    if (address.port >= 0)
        options.append({"port", QByteArray::number(address.port)});
    for (const auto &[name, value] : address.options)
        options.append({name.toUtf8(), value.toUtf8()});
    QList<const char *> names;
    QList<const char *> values;
    for (const auto &[name, value] : std::as_const(options)) {
        names.append(name.constData());
        values.append(value.constData());
    }
    names.append(nullptr);
    values.append(nullptr);
    return {PQconnectStartParams(names.constData(), values.constData(), 0), &PQfinish};
}

/// Until it is in, or is not let in.
void await(PGconn *login)
{
    const QDeadlineTimer deadline(mostMs);
    PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
    while (wanted == PGRES_POLLING_WRITING || wanted == PGRES_POLLING_READING) {
        pollfd socket{.fd = PQsocket(login),
                      .events = short(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT)};
        if (::poll(&socket, 1, int(deadline.remainingTime())) <= 0)
            return;
        wanted = PQconnectPoll(login);
    }
}

/// The SQLSTATE with which the server refuses; empty: it does not.
QString refusal(const QString &url)
{
    const Result<ServerAddress> address = ServerAddress::fromUrl(url);
    if (!address)
        return {};
    const Login login = begun(*address);
    if (!login || PQstatus(login.get()) == CONNECTION_BAD)
        return {};
    PQsetErrorVerbosity(login.get(), PQERRORS_SQLSTATE);
    await(login.get());
    static const QRegularExpression code(u":  ([0-9A-Z]{5})\\s*$"_s);
    return code.match(QString::fromUtf8(PQerrorMessage(login.get()))).captured(1);
}

/// Between "FATAL" in its own language and what it says a server puts two blanks; libpq does not.
bool isOfTheServer(const QString &said)
{
    return said.contains(":  "_L1);
}

} // namespace

Error loginError(const QSqlError &error, const QString &url, const QString &place)
{
    const QString said = error.databaseText();
    if (saysWhyNobodyIsLetIn(said) || !isOfTheServer(said))
        return errorFrom(error, place);
    return errorFrom(QSqlError({}, said, QSqlError::ConnectionError, refusal(url)), place);
}

} // namespace Core::Postgres
