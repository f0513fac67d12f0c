#include "core/store/redislink.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <hiredis.h>
#include <sys/socket.h>

#include <utility>
#include <vector>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostBuffered = 4 * 1024 * 1024;

QByteArray encoded(const QByteArrayList &command)
{
    std::vector<const char *> parts;
    std::vector<size_t> sizes;
    for (const QByteArray &part : command) {
        parts.push_back(part.constData());
        sizes.push_back(size_t(part.size()));
    }
    char *text = nullptr;
    const int size = redisFormatCommandArgv(&text, int(parts.size()), parts.data(), sizes.data());
    const QByteArray bytes(text, size);
    redisFreeCommand(text);
    return bytes;
}

Result<QByteArray> bytesOf(const redisReply &reply, const QString &place)
{
    const QByteArray text(reply.str, reply.str ? qsizetype(reply.len) : 0);
    if (reply.type == REDIS_REPLY_NIL)
        return QByteArray();
    if (reply.type != REDIS_REPLY_ERROR)
        return reply.type == REDIS_REPLY_INTEGER ? QByteArray::number(reply.integer) : text;
    const bool isDenied = text.startsWith("WRONGPASS") || text.startsWith("NOAUTH")
        || text.startsWith("NOPERM") || text.startsWith("ERR invalid password");
    return Error{.kind = isDenied ? Error::Kind::StoreDenied : Error::Kind::StoreFailed,
                 .detail = QString::fromUtf8(text).simplified(),
                 .where = place};
}

} // namespace

RedisLink::RedisLink(const RedisAddress &address, int timeoutMs, QObject *parent)
    : QObject(parent)
    , m_address(address)
    , m_socket(address.isTls ? std::unique_ptr<QTcpSocket>(new QSslSocket)
                             : std::make_unique<QTcpSocket>())
    , m_reader(nullptr, &redisReaderFree)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(timeoutMs);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail({.kind = Error::Kind::TimedOut, .where = m_address.shown()}); });
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &RedisLink::read);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, [this] {
        const bool isTls = m_socket->error() == QAbstractSocket::SslHandshakeFailedError;
        fail({.kind = isTls ? Error::Kind::TlsFailed : Error::Kind::StoreUnreachable,
              .detail = m_socket->errorString(),
              .where = m_address.shown()});
    });
}

RedisLink::~RedisLink()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void RedisLink::ask(const QByteArrayList &command, Take take)
{
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        open();
    write(command, std::move(take));
}

void RedisLink::open()
{
    m_reader.reset(redisReaderCreate());
    if (auto *secured = qobject_cast<QSslSocket *>(m_socket.get()))
        secure(*secured);
    else
        m_socket->connectToHost(m_address.host, m_address.port);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // A refusal is answered again by the command behind it, which then says why.
    if (!m_address.password.isEmpty())
        write(m_address.user.isEmpty() ? QByteArrayList{"AUTH", m_address.password}
                                       : QByteArrayList{"AUTH", m_address.user, m_address.password},
              [this](const Result<QByteArray> &done) {
                  if (!done)
                      fail(done.error());
              });
    if (m_address.database != 0)
        write({"SELECT", QByteArray::number(m_address.database)},
              [this](const Result<QByteArray> &done) {
                  if (!done)
                      fail(done.error());
              });
}

void RedisLink::secure(QSslSocket &socket)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!m_address.authority.isEmpty())
        configuration.setCaCertificates(QSslCertificate::fromPath(m_address.authority));
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(m_address.host, m_address.port);
}

void RedisLink::write(const QByteArrayList &command, Take take)
{
    m_waiting.push_back(std::move(take));
    if (!m_deadline.isActive())
        m_deadline.start();
    const QByteArray bytes = encoded(command);
    const qsizetype sent = sendNow(bytes);
    if (sent < bytes.size())
        m_socket->write(bytes.mid(sent)); // kept by the socket until it is connected
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->flush(); // now, and not in the next round of the event loop
}

/// How much of it could be sent past the socket's buffer, whose watching for room would wake the
/// event loop twice for each command.
qsizetype RedisLink::sendNow(const QByteArray &bytes)
{
    const bool isPlain = !m_address.isTls && m_socket->bytesToWrite() == 0
        && m_socket->state() == QAbstractSocket::ConnectedState;
    if (!isPlain)
        return 0;
    const ssize_t sent = ::send(int(m_socket->socketDescriptor()), bytes.constData(),
                                size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    return sent > 0 ? qsizetype(sent) : 0; // what is wrong with it is said by the socket
}

void RedisLink::read()
{
    if (m_socket->bytesAvailable() > mostBuffered)
        return fail({.kind = Error::Kind::BadReply, .where = m_address.shown()});
    const QByteArray bytes = m_socket->readAll();
    redisReaderFeed(m_reader.get(), bytes.constData(), size_t(bytes.size()));
    while (takeAnswer()) { }
    if (m_reader && m_reader->len > size_t(mostBuffered))
        fail({.kind = Error::Kind::BadReply, .where = m_address.shown()});
}

/// False where there is no whole one.
bool RedisLink::takeAnswer()
{
    void *answer = nullptr;
    const bool isReadable = m_reader && redisReaderGetReply(m_reader.get(), &answer) == REDIS_OK;
    const std::unique_ptr<void, void (*)(void *)> reply(answer, &freeReplyObject);
    if (m_reader && (!isReadable || (answer && m_waiting.empty()))) {
        fail({.kind = Error::Kind::BadReply, .where = m_address.shown()});
        return false;
    }
    if (!answer)
        return false;
    const Take take = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_waiting.empty() ? m_deadline.stop() : m_deadline.start();
    take(bytesOf(*static_cast<redisReply *>(answer), m_address.shown()));
    return true;
}

void RedisLink::fail(const Error &error)
{
    m_deadline.stop();
    m_reader.reset();
    const QSignalBlocker blocker(m_socket.get());
    m_socket->abort();
    for (const Take &take : std::exchange(m_waiting, {}))
        take(error);
}

} // namespace Core
