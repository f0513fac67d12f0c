#pragma once

#include "core/context/strategies.h"

/// The one place where the options of strategies become words. Plain text.

/// "Newest messages" for "last"; an option that is not known is its own name.
QString optionName(const QString &name);

/// What it does, in one sentence; empty for an option that is not known.
QString optionText(const QString &name);

/// What its value 0 means, such as "as many as fit"; empty where it is a number like others.
QString zeroText(const QString &name);

/// "Newest messages 40, marks where messages are missing": those that are set.
QString optionsText(const Core::StrategyOptions &options);
