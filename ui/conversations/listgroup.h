#pragma once

#include <QDate>

/// Which group of the list a conversation is in: the pinned ones, then one group for each
/// heading that Formats::dateGroup() has. Only whether two numbers are equal means anything.
constexpr int pinnedGroup = -1;
int dateGroupNumber(QDate day, QDate today);
