#include "core/base/sha256.h"

#include <openssl/evp.h>

#include <memory>

namespace Core {

QByteArray sha256(QByteArrayView first, QByteArrayView second)
{
    // To look for the algorithm takes longer than to hash a message.
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm(
        EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free);
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
        EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    QByteArray hash(32, Qt::Uninitialized);
    const bool isDone = algorithm && context
        && EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) == 1
        && EVP_DigestUpdate(context.get(), first.data(), size_t(first.size())) == 1
        && EVP_DigestUpdate(context.get(), second.data(), size_t(second.size())) == 1
        && EVP_DigestFinal_ex(context.get(), reinterpret_cast<uchar *>(hash.data()), nullptr) == 1;
    if (!isDone)
        qFatal("This machine's OpenSSL has no SHA-256.");
    return hash;
}

} // namespace Core
