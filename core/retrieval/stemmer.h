#pragma once

#include <QByteArrayView>

namespace Core {

/// The stem of an English word in lower case, by the Snowball project's second Porter stemmer.
/// Thread-safe: every thread has a stemmer of its own. The view is good until the thread's
/// next call.
QByteArrayView englishStem(QByteArrayView word);

} // namespace Core
