#pragma once

#include <QByteArrayView>

#include <functional>

/// The seconds of one call, the quickest of at least five and of as many as fit into a fifth of a
/// second: what else the machine does only ever adds to it.
double secondsOf(const std::function<void()> &work);

/// The same with every call in a thread of its own, whose caches are empty.
double coldSecondsOf(const std::function<void()> &work);

/// Millions of bytes a second.
double rateOf(QByteArrayView text, double seconds);
