#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace Core {

/// The text as UTF-8, in a buffer of the calling thread that the next call overwrites. A lone
/// surrogate becomes U+FFFD.
QByteArrayView utf8Of(QStringView text);

} // namespace Core
