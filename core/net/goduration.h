#pragma once

#include <QStringView>
#include <QtGlobal>

#include <optional>

namespace Core {

/// Milliseconds of a duration as Go writes it, and so the headers of rate limits: "1s",
/// "6m0s", "12ms", "1h2m3.5s", "0". Rounded up, since it is waited for.
std::optional<qint64> millisecondsFromGo(QStringView text);

} // namespace Core
