#pragma once

#include "core/session/experiment.h"

#include <QStringList>

/// The results of an experiment as words, the same on the page, on paper and in Markdown.
struct ExperimentTable
{
    QStringList head;
    QList<QStringList> rows; ///< one a card
    QList<int> numbers; ///< columns that stand at the right
};

ExperimentTable experimentTable(const Core::Experiment &experiment);

/// What the experiment was made with: conversation, question, traffic, probes, time.
QList<std::pair<QString, QString>> experimentParameters(const Core::Experiment &experiment);
