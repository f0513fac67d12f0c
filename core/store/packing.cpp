#include "core/store/packing.h"

#include <zstd.h>

namespace Core {

namespace {

constexpr int level = 3; // the library's own default: fast, and JSON packs well with it
constexpr unsigned long long largest = 256ULL << 20;

} // namespace

QByteArray packed(const QByteArray &text)
{
    if (text.isEmpty())
        return QByteArray("");
    QByteArray result(qsizetype(ZSTD_compressBound(size_t(text.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress(result.data(), size_t(result.size()), text.constData(),
                                      size_t(text.size()), level);
    Q_ASSERT(ZSTD_isError(size) == 0);
    result.resize(qsizetype(size));
    return result;
}

QByteArray unpacked(const QByteArray &packed)
{
    if (packed.isEmpty())
        return {};
    const unsigned long long size =
        ZSTD_getFrameContentSize(packed.constData(), size_t(packed.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largest)
        return {};
    QByteArray text(qsizetype(size), Qt::Uninitialized);
    const size_t read = ZSTD_decompress(text.data(), size_t(text.size()), packed.constData(),
                                        size_t(packed.size()));
    return ZSTD_isError(read) != 0 ? QByteArray() : text;
}

} // namespace Core
