#pragma once

#include <QByteArray>

namespace Core {

/// SHA-256 over one after the other, by the instructions that the processor has for it, which
/// Qt's own does not use.
QByteArray sha256(QByteArrayView first, QByteArrayView second = {});

} // namespace Core
