#include "core/store/postgresstatement.h"

#include "core/store/postgres.h"
#include "core/store/postgresvalues.h"

#include <QRandomGenerator>

#include <libpq-fe.h>

#include <atomic>
#include <vector>

namespace Core::Postgres {

using namespace Qt::Literals::StringLiterals;

namespace {

/// With $1, $2 and so on where the common SQL has question marks.
QByteArray numbered(const QString &sql)
{
    QByteArray own;
    int count = 0;
    bool isQuoted = false;
    const QByteArray utf8 = sql.toUtf8();
    for (const char c : utf8) {
        isQuoted = isQuoted != (c == '\'');
        if (c == '?' && !isQuoted)
            own += '$' + QByteArray::number(++count);
        else
            own += c;
    }
    return own;
}

/// Values as libpq takes them: text, but bytes as they are.
class Parameters
{
    Q_DISABLE_COPY_MOVE(Parameters)

public:
    explicit Parameters(const QVariantList &values)
    {
        m_texts.reserve(values.size());
        for (const QVariant &value : values)
            add(value);
    }

    int count() const { return int(m_places.size()); }
    const char *const *places() const { return m_places.data(); }
    const int *lengths() const { return m_lengths.data(); }
    const int *formats() const { return m_formats.data(); }

private:
    void add(const QVariant &value)
    {
        const QByteArray text = textOf(value);
        m_texts.append(text); // the list has room, and the bytes do not move with it
        m_places.push_back(text.isNull() ? nullptr : m_texts.constLast().constData());
        m_lengths.push_back(int(text.size()));
        m_formats.push_back(value.typeId() == QMetaType::QByteArray ? 1 : 0);
    }

    /// Null for NULL.
    static QByteArray textOf(const QVariant &value)
    {
        if (value.isNull())
            return {};
        switch (value.typeId()) {
        case QMetaType::Bool:
            return value.toBool() ? "t" : "f";
        case QMetaType::Int:
        case QMetaType::LongLong:
            return QByteArray::number(value.toLongLong());
        case QMetaType::QByteArray:
            return value.toByteArray();
        default: {
            const QString text = value.toString();
            return text.isNull() ? QByteArray() : text.isEmpty() ? QByteArray("") : text.toUtf8();
        }
        }
    }

    QByteArrayList m_texts;
    std::vector<const char *> m_places;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

bool isDone(const PGresult *answer)
{
    const ExecStatusType status = PQresultStatus(answer);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_SINGLE_TUPLE;
}

int digits(QByteArrayView text, qsizetype at, qsizetype count)
{
    int number = 0;
    for (qsizetype i = at; i < at + count; ++i)
        number = number * 10 + (text[i] - '0');
    return number;
}

/// As in "2026-11-23 20:15:07.123+00", which is how times come when the time zone is UTC.
QDateTime timeFrom(QByteArrayView text)
{
    constexpr qsizetype whole = 19; // up to the seconds
    const bool isUsual =
        text.size() >= whole + 3 && text[4] == '-' && text[10] == ' ' && text.endsWith("+00");
    if (!isUsual) // before the year 1, behind 9999, or at no time
        return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toUTC();
    int ms = 0;
    if (text[whole] == '.') {
        const qsizetype count = qMin<qsizetype>(3, text.size() - 3 - whole - 1);
        ms = digits(text, whole + 1, count);
        for (qsizetype i = count; i < 3; ++i)
            ms *= 10;
    }
    return QDateTime(QDate(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)),
                     QTime(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2), ms),
                     Qt::UTC);
}

} // namespace

ServerStatement::ServerStatement(pg_conn *connection, const QString &place)
    : m_connection(connection)
    , m_place(place)
    , m_answer(nullptr, &PQclear)
{
    // Should a pooler give somebody else's connection, no statement of that must have this name.
    static const QByteArray own = QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    static std::atomic<int> count = 0;
    m_name = "skein_" + own + '_' + QByteArray::number(++count);
}

ServerStatement::~ServerStatement() = default;

Result<std::unique_ptr<Statement>> ServerStatement::prepare(pg_conn *connection, const QString &sql,
                                                            const QString &place)
{
    std::unique_ptr<ServerStatement> statement(new ServerStatement(connection, place));
    statement->take(PQprepare(connection, statement->m_name.constData(), numbered(sql).constData(),
                              0, nullptr));
    if (!isDone(statement->m_answer.get()))
        return errorOf(connection, statement->m_answer.get(), place);
    statement->letGo();
    return std::unique_ptr<Statement>(std::move(statement));
}

Result<void> ServerStatement::run(const QVariantList &values, Rows rows)
{
    letGo();
    const Parameters given(values);
    if (rows == Rows::Few) {
        take(PQexecPrepared(m_connection, m_name.constData(), given.count(), given.places(),
                            given.lengths(), given.formats(), 0));
    } else {
        m_isStreaming = PQsendQueryPrepared(m_connection, m_name.constData(), given.count(),
                                            given.places(), given.lengths(), given.formats(), 0)
                == 1
            && PQsetSingleRowMode(m_connection) == 1;
        take(m_isStreaming ? PQgetResult(m_connection) : nullptr);
    }
    if (isDone(m_answer.get()))
        return {};
    const Error failed = errorOf(m_connection, m_answer.get(), m_place);
    letGo();
    return failed;
}

bool ServerStatement::next()
{
    if (m_answer && ++m_row < PQntuples(m_answer.get()))
        return true;
    if (!m_isStreaming)
        return false;
    take(PQgetResult(m_connection));
    m_isStreaming = m_answer != nullptr;
    if (m_answer && !isDone(m_answer.get()))
        m_error = errorOf(m_connection, m_answer.get(), m_place);
    if (!m_answer || m_error || PQntuples(m_answer.get()) == 0)
        return false;
    m_row = 0;
    return true;
}

Result<void> ServerStatement::end()
{
    const std::optional<Error> failed = std::exchange(m_error, std::nullopt);
    letGo();
    return failed ? Result<void>(*failed) : Result<void>();
}

void ServerStatement::take(pg_result *answer)
{
    m_answer.reset(answer);
    m_row = -1;
}

void ServerStatement::letGo()
{
    while (m_isStreaming) {
        take(PQgetResult(m_connection));
        m_isStreaming = m_answer != nullptr;
    }
    take(nullptr);
}

int ServerStatement::changedRows() const
{
    return QByteArrayView(PQcmdTuples(m_answer.get())).toInt();
}

qint64 ServerStatement::insertedRow() const
{
    const bool isThere = PQntuples(m_answer.get()) > 0;
    return isThere ? QByteArrayView(PQgetvalue(m_answer.get(), 0, 0)).toLongLong() : 0;
}

QByteArrayView ServerStatement::bytes(int column) const
{
    return {PQgetvalue(m_answer.get(), m_row, column), PQgetlength(m_answer.get(), m_row, column)};
}

qint64 ServerStatement::number(int column) const
{
    switch (Type(PQftype(m_answer.get(), column))) {
    case Type::Bool:
        return bytes(column) == "t" ? 1 : 0;
    case Type::Time:
        return time(column).toMSecsSinceEpoch();
    default:
        return bytes(column).toLongLong();
    }
}

bool ServerStatement::isNull(int column) const
{
    return PQgetisnull(m_answer.get(), m_row, column) == 1;
}

QByteArray ServerStatement::blob(int column) const
{
    size_t size = 0;
    const auto *text =
        reinterpret_cast<const unsigned char *>(PQgetvalue(m_answer.get(), m_row, column));
    const std::unique_ptr<unsigned char, void (*)(void *)> plain(PQunescapeBytea(text, &size),
                                                                 &PQfreemem);
    return {reinterpret_cast<const char *>(plain.get()), qsizetype(size)};
}

QDateTime ServerStatement::time(int column) const
{
    return isNull(column) ? QDateTime() : timeFrom(bytes(column));
}

QVariant ServerStatement::value(int column) const
{
    if (isNull(column))
        return {};
    switch (Type(PQftype(m_answer.get(), column))) {
    case Type::Bool:
        return number(column) != 0;
    case Type::Int32:
    case Type::Int64:
        return number(column);
    case Type::Time:
        return time(column);
    case Type::Bytes:
        return blob(column);
    default:
        return text(column);
    }
}

} // namespace Core::Postgres
