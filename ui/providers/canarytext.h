#pragma once

#include "core/net/canary.h"

#include <QString>

#include <optional>

/// The canary in words: how far it is and what has become of it.
QString canaryText(const Core::Canary &canary);

/// What the figures say so far, with the figures.
QString canaryFindingText(const Core::CanaryFinding &finding);

/// One line of its history.
QString canaryEventText(const Core::CanaryEvent &event);

/// "1, 5, 25, 50" as typed, in any of the usual ways; nothing where it is not a rising list of
/// percentages.
std::optional<QList<double>> canarySteps(const QString &typed);
QString canaryStepsText(const QList<double> &steps);
