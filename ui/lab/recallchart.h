#pragma once

#include "core/context/evaluation.h"
#include "core/session/trial.h"
#include "ui/base/stackchart.h"

/// The recall of every card over growing budgets, as lines; the tips tell the intervals. Cards
/// that differ in their budget alone have one line.
StackData recallChart(const QList<Core::EvaluationRow> &rows, const QList<Core::TrialCard> &cards,
                      const QPalette &palette);
