#include "core/store/postgrescopy.h"

#include "core/store/postgres.h"
#include "core/store/storedvalues.h"

#include <QDateTime>
#include <QSqlError>
#include <QUuid>

#include <libpq-fe.h>

#include <memory>

namespace Core::Postgres {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype partSize = 256 * 1024;
constexpr QByteArrayView nothing = "\\N";

PGconn *connectionOf(void *connection)
{
    return static_cast<PGconn *>(connection);
}

void appendEscaped(QByteArray &text, const QByteArray &utf8)
{
    for (const char c : utf8) {
        switch (c) {
        case '\\':
            text += "\\\\";
            break;
        case '\n':
            text += "\\n";
            break;
        case '\r':
            text += "\\r";
            break;
        case '\t':
            text += "\\t";
            break;
        default:
            text += c;
        }
    }
}

void appendDigits(QByteArray &text, int number, int width)
{
    for (int unit = width == 4 ? 1000 : width == 3 ? 100 : 10; unit > 0; unit /= 10)
        text += char('0' + number / unit % 10);
}

/// QDateTime writes itself, but slower than all the rest of a row.
void appendTime(QByteArray &text, const QDateTime &time)
{
    constexpr qint64 msPerDay = 86'400'000;
    const qint64 ms = time.toMSecsSinceEpoch();
    const qint64 day = ms >= 0 ? ms / msPerDay : -((msPerDay - 1 - ms) / msPerDay);
    const int inDay = int(ms - day * msPerDay);
    const QDate date = QDate(1970, 1, 1).addDays(day);
    if (date.year() < 1 || date.year() > 9999) {
        text += bound(time).toString().toUtf8();
        return;
    }
    appendDigits(text, date.year(), 4);
    text += '-';
    appendDigits(text, date.month(), 2);
    text += '-';
    appendDigits(text, date.day(), 2);
    text += ' ';
    appendDigits(text, inDay / 3'600'000, 2);
    text += ':';
    appendDigits(text, inDay / 60'000 % 60, 2);
    text += ':';
    appendDigits(text, inDay / 1000 % 60, 2);
    text += '.';
    appendDigits(text, inDay % 1000, 3);
    text += "+00";
}

void appendValue(QByteArray &text, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return appendEscaped(text, value.toString().toUtf8());
    case QMetaType::QByteArray:
        text += "\\\\x";
        text += value.toByteArray().toHex();
        return;
    case QMetaType::Bool:
        text += value.toBool() ? 't' : 'f';
        return;
    case QMetaType::QDateTime:
        return value.toDateTime().isValid() ? appendTime(text, value.toDateTime())
                                            : void(text += "-infinity");
    case QMetaType::Int:
    case QMetaType::LongLong:
        text += QByteArray::number(value.toLongLong());
        return;
    default:
        const QVariant own = bound(value);
        own.isNull() ? void(text += nothing) : appendEscaped(text, own.toString().toUtf8());
    }
}

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

Error errorOf(PGconn *connection, const PGresult *result, const QString &place)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *said = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return errorFrom(QSqlError({}, QString::fromUtf8(said ? said : PQerrorMessage(connection)),
                               QSqlError::StatementError,
                               QString::fromLatin1(state ? state : "08006")),
                     place);
}

/// Takes every answer to a command; the error of the one that has one.
Result<void> ended(PGconn *connection, const QString &place)
{
    Result<void> done;
    while (const Answer answer{PQgetResult(connection), &PQclear}) {
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
            done = errorOf(connection, answer.get(), place);
        if (PQresultStatus(answer.get()) == PGRES_COPY_IN) // nothing else ends it
            break;
    }
    return done;
}

} // namespace

void appendRow(QByteArray &text, const QVariantList &values)
{
    for (const QVariant &value : values) {
        appendValue(text, value);
        text += '\t';
    }
    text.back() = '\n';
}

void CopySink::add(const QVariantList &values)
{
    appendRow(m_text, values);
    if (m_text.size() >= partSize)
        flush();
}

void CopySink::flush()
{
    m_isBroken = m_isBroken
        || PQputCopyData(connectionOf(m_connection), m_text.constData(), int(m_text.size())) != 1;
    m_text.truncate(0);
}

Result<void> copyRows(Connection &connection, const QString &table, const QString &columns,
                      const std::function<void(CopySink &)> &produce)
{
    const QVariant handle = connection.driverHandle();
    auto *server = *static_cast<PGconn *const *>(handle.constData());
    const QByteArray sql = statement(u"COPY %1 (%2) FROM STDIN"_s.arg(table, columns)).toUtf8();
    const Answer begun{PQexec(server, sql.constData()), &PQclear};
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
        return errorOf(server, begun.get(), connection.location());
    CopySink sink(server);
    produce(sink);
    sink.flush();
    // Where a part did not go out, the connection is cut and this fails as well.
    (void)PQputCopyEnd(server, sink.isBroken() ? "broken off" : nullptr);
    return ended(server, connection.location());
}

} // namespace Core::Postgres
