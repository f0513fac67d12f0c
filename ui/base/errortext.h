#pragma once

#include "core/base/error.h"

#include <QString>

/// The one place where errors become words: one sentence that says what happened, where, and
/// what to do. Plain text.
QString errorText(const Core::Error &error);
