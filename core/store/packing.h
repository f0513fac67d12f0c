#pragma once

#include <QByteArray>

namespace Core {

/// Packed with zstd; an empty text stays empty.
QByteArray packed(const QByteArray &text);

/// The text again; empty for what is not a packed text or would be larger than 256 MiB.
QByteArray unpacked(const QByteArray &packed);

} // namespace Core
