#pragma once

#include <QByteArray>

#include <optional>

namespace Core {

/// What can be kept where others may look and write: nobody reads or makes it without the key.
/// Each sealing differs. HMAC-SHA-256, in counter mode and over the whole.
QByteArray sealed(const QByteArray &plain, const QByteArray &key);

/// Nothing where it was sealed with another key or changed since.
std::optional<QByteArray> unsealed(const QByteArray &bytes, const QByteArray &key);

} // namespace Core
