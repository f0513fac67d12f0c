#include "core/base/contenthash.h"

#include <QHashFunctions>

namespace Core {

void ContentHash::add(const void *data, qsizetype size)
{
    // Two seeds that differ after equal content give two independent halves.
    m_high = qHashBits(data, size_t(size), size_t(m_high ^ 0x5851'f42d'4c95'7f2dULL));
    m_low = qHashBits(data, size_t(size), size_t(m_low + 0x1405'7b7e'f767'814fULL));
}

void ContentHash::add(const QString &text)
{
    add(qint64(text.size())); // so that "ab" + "c" is not "a" + "bc"
    add(text.constData(), text.size() * qsizetype(sizeof(QChar)));
}

QByteArray ContentHash::bytes() const
{
    return QByteArray::number(m_high, 16) + '-' + QByteArray::number(m_low, 16);
}

} // namespace Core
