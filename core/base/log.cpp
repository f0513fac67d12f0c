#include "core/base/log.h"

namespace Core {

Q_LOGGING_CATEGORY(logExchange, "skein.exchange", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "skein.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logPractice, "skein.practice", QtInfoMsg)
Q_LOGGING_CATEGORY(logSession, "skein.session", QtInfoMsg)
Q_LOGGING_CATEGORY(logSettings, "skein.settings", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "skein.store", QtInfoMsg)

} // namespace Core
