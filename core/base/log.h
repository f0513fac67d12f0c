#pragma once

#include <QLoggingCategory>

namespace Core {

/// One category per room. Nothing that a user wrote, and no key, is ever logged.
Q_DECLARE_LOGGING_CATEGORY(logExchange)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logPractice)
Q_DECLARE_LOGGING_CATEGORY(logSession)
Q_DECLARE_LOGGING_CATEGORY(logSettings)
Q_DECLARE_LOGGING_CATEGORY(logStore)

} // namespace Core
