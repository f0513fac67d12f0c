#pragma once

#include "core/context/contextplan.h"

#include <QPalette>
#include <QRect>

class QPainter;

/// How a verdict looks, in the strip, in lists and in the lab alike. Height and marks say the
/// same as the colour: what is sent stands tall, what is not is low.

/// The part of `rect` that the verdict fills, from the bottom.
QRect verdictRect(const QRect &rect, Core::Verdict verdict);

enum class Caching : quint8 { NotCached, Cached };

/// Fills `rect` with the verdict's shape; what the provider has cached is hatched.
void paintVerdict(QPainter &painter, const QRect &rect, Core::Verdict verdict, Caching caching,
                  const QPalette &palette);
