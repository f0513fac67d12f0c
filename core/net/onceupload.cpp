#include "core/net/onceupload.h"

#include <algorithm>
#include <cstring>

namespace Core {

OnceUpload::OnceUpload(QByteArray body, QObject *owner)
    : QIODevice(owner)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OnceUpload::seek(qint64 position)
{
    return position == m_read && m_read == 0;
}

qint64 OnceUpload::readData(char *data, qint64 length)
{
    const qint64 part = std::min<qint64>(length, m_body.size() - m_read);
    if (part <= 0)
        return length > 0 && m_read == m_body.size() ? -1 : 0;
    std::memcpy(data, m_body.constData() + m_read, size_t(part));
    m_read += part;
    return part;
}

} // namespace Core
