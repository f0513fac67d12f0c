#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Core {

/// `text` with everything put right that a strict parser refuses and that can be understood
/// all the same: numbers out of range become texts, NaN and infinities become null, lone
/// surrogates and bytes that are not UTF-8 become U+FFFD, unknown escapes stand for
/// themselves, and raw control characters inside texts are escaped.
QByteArray mendedJson(QByteArrayView text);

} // namespace Core
