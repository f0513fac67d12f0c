#pragma once

#include "core/settings/settings.h"

#include <QList>
#include <QString>

#include <functional>
#include <vector>

/// One line of the table: what was measured, beside its peer and its goal where there are any.
struct NetFigure
{
    enum class Goal { None, Met, Missed };

    QString name;
    QString value;
    QString peer;
    QString ratio;
    QString goal;
    Goal met = Goal::None;
};

using NetFigures = QList<NetFigure>;

inline NetFigure::Goal metWhere(bool isMet)
{
    return isMet ? NetFigure::Goal::Met : NetFigure::Goal::Missed;
}

/// From the plan to the bytes on the wire.
NetFigures overheadFigures();

/// An event stream to an answer. `peers`: a folder with net-peers.mjs and npm's openai, which
/// decodes the same bytes right afterwards; empty: without a peer.
NetFigures decodeFigures(const QString &peers);

/// Fifty answers at once, each of 100 tokens a second.
NetFigures streamFigures();

/// 100,000 requests through router, pool and breaker.
NetFigures memoryFigures();

/// 200,000 users before and after a change of weights.
NetFigures shareFigures();

// For those who measure

/// Providers A, B, … with these weights.
Core::Settings settingsOf(const QList<double> &weights);

double quantile(std::vector<double> values, double share);
