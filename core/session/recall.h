#pragma once

#include "core/context/evaluation.h"
#include "core/session/planning.h"

#include <QHash>
#include <QPromise>

namespace Core {

/// Under which name the store keeps the probes of a conversation; they are erased with it.
QString probesName(const QString &conversationId);

/// A card of the lab, and what its plans are made from: its draft is not looked at.
struct CardJob
{
    QString card; ///< TrialCard::id
    PlanJob job;
};

/// How much of what the probes need one card sends, and how that stands beside the best card.
struct CardRecall
{
    EvaluationRow row; ///< over all probes; its strategy is the card's id
    std::optional<RecallDifference> behind; ///< nothing: it is the best, or it is not compared

    bool isDifferent() const { return behind && behind->isDifferent(); }
};

/// By card, each under its own budget. Probes without evidence in the thread count nowhere, so
/// the result may be empty. Ends early, with nothing, when the promise is cancelled.
void recallOfCards(QPromise<QHash<QString, CardRecall>> &promise, const QList<CardJob> &jobs,
                   const QList<Probe> &probes);

/// Every card under every budget of what is selected, which leaves out the system messages and
/// the question. One row for each, over all probes; the strategy is the card's id.
void recallCurves(QPromise<QList<EvaluationRow>> &promise, const QList<CardJob> &jobs,
                  const QList<Probe> &probes, const QList<int> &budgets);

/// From a few messages to the whole thread, each twice the one before.
QList<int> curveBudgets(int threadTokens);

} // namespace Core
