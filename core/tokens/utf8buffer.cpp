#include "core/tokens/utf8buffer.h"

#include <QStringEncoder>

#include <vector>

namespace Core {

QByteArrayView utf8Of(QStringView text)
{
    constexpr std::size_t keep = 1 << 20; // a rare long text does not hold its memory for ever
    thread_local std::vector<char> buffer;
    const std::size_t needed = 3 * std::size_t(text.size()) + 4;
    if (buffer.size() < needed || (buffer.size() > keep && needed < keep)) {
        buffer = {};
        buffer.resize(needed);
    }
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const char *end = encoder.appendToBuffer(buffer.data(), text);
    return {buffer.data(), end - buffer.data()};
}

} // namespace Core
