#include "core/store/sealed.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace Core {

namespace {

constexpr qsizetype nonceSize = 16;
constexpr qsizetype markSize = 32;

QByteArray hashed(const QByteArray &text, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

/// Turns plain into covered and back.
void cover(QByteArray &text, const QByteArray &nonce, const QByteArray &key)
{
    const QByteArray own = hashed("cover", key);
    for (qsizetype at = 0; at < text.size(); at += markSize) {
        const QByteArray stream = hashed(nonce + QByteArray::number(at), own);
        for (qsizetype i = 0; i < markSize && at + i < text.size(); ++i)
            text[at + i] = char(text[at + i] ^ stream[i]);
    }
}

QByteArray markOf(const QByteArray &covered, const QByteArray &key)
{
    return hashed(covered, hashed("mark", key));
}

bool areEqual(const QByteArray &a, const QByteArray &b)
{
    int difference = a.size() == b.size() ? 0 : 1;
    for (qsizetype i = 0; i < a.size() && i < b.size(); ++i)
        difference |= a[i] ^ b[i]; // in the same time wherever they differ
    return difference == 0;
}

} // namespace

QByteArray sealed(const QByteArray &plain, const QByteArray &key)
{
    std::array<quint32, nonceSize / sizeof(quint32)> random;
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray nonce(reinterpret_cast<const char *>(random.data()), nonceSize);
    QByteArray text = plain;
    cover(text, nonce, key);
    const QByteArray covered = nonce + text;
    return markOf(covered, key) + covered;
}

std::optional<QByteArray> unsealed(const QByteArray &bytes, const QByteArray &key)
{
    if (bytes.size() < markSize + nonceSize)
        return std::nullopt;
    const QByteArray covered = bytes.sliced(markSize);
    if (!areEqual(bytes.first(markSize), markOf(covered, key)))
        return std::nullopt;
    QByteArray text = covered.sliced(nonceSize);
    cover(text, covered.first(nonceSize), key);
    return text;
}

} // namespace Core
