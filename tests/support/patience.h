#pragma once

#include <QTest>

// As QTRY_COMPARE and QTRY_VERIFY, whose five seconds are not enough for a server on a machine
// that has much else to do.

constexpr int patienceMs = 30'000;

#define TRY_COMPARE(found, expected) QTRY_COMPARE_WITH_TIMEOUT(found, expected, patienceMs)
#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, patienceMs)
