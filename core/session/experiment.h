#pragma once

#include "core/context/probes.h"
#include "core/session/recall.h"
#include "core/session/trial.h"

#include <QDateTime>

namespace Core {

/// What one card came to when the experiment was saved.
struct CardResult
{
    int tokens = 0; ///< of the request
    int limit = 0;
    int sent = 0; ///< messages
    int messages = 0; ///< of the conversation
    std::optional<Money> perCall; ///< nothing: no price is known
    std::optional<Money> perMonth;
    std::optional<double> cachedShare;
    std::optional<EvaluationRow> recall; ///< where there are probes
    bool isBehind = false; ///< its recall is different from the best one's
    int preferred = 0; ///< how often its reply was marked as the better one

    friend bool operator==(const CardResult &, const CardResult &) = default;
};

/// Cards over a conversation, with what came out and all that it takes to do it again. A plain
/// value.
struct Experiment
{
    QString id;
    QString name;
    QDateTime savedAt; ///< UTC
    QString conversationId;
    QString conversationTitle;
    QString question; ///< empty: the conversation's last one
    int callsPerDay = 0;
    QList<TrialCard> cards;
    QList<CardResult> results; ///< by place in `cards`
    QList<Probe> probes;
    quint64 seed = 1; ///< of the intervals

    friend bool operator==(const Experiment &, const Experiment &) = default;
};

/// The store's value that holds it. Each has one of its own, so that of two who save at once
/// neither overwrites what the other has saved.
QString experimentName(const QString &id);
QString experimentNames(); ///< what these names begin with
/// Newest first.
void sortExperiments(QList<Experiment> &experiments);

/// As kept in the store.
QString experimentsToJson(const QList<Experiment> &experiments);
/// BadInput where it is not what experimentsToJson() writes. No text, no experiments.
Result<QList<Experiment>> experimentsFromJson(const QString &json);

/// `name`, or "name (2)" where there is one of that name already.
QString freeName(const QString &name, const QList<Experiment> &experiments);

} // namespace Core
