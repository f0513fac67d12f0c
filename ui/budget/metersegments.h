#pragma once

#include "core/base/money.h"
#include "core/context/budget.h"
#include "core/tokens/tokencounter.h"

#include <QList>
#include <QString>

#include <optional>

/// Another strategy, and what the request would come to with it.
struct MeterWayOut
{
    QString strategy; ///< id
    int tokens = 0;

    friend bool operator==(const MeterWayOut &, const MeterWayOut &) = default;
};

/// What the meter shows. A plain value.
struct MeterState
{
    Core::BudgetUse use;
    Core::Budget budget;
    int draft = 0; ///< tokens typed since `use` was planned
    int reply = 0; ///< tokens of an answer that is growing
    std::optional<Core::Money> cost; ///< what the request will cost; nothing: no price is known
    Core::Exactness exactness = Core::Exactness::Exact;
    int questionLost = 0; ///< tokens of the question that do not fit and are not sent
    int messagesToGo = 0; ///< how many of the oldest would have to go to make it fit
    QList<MeterWayOut> waysOut;

    int prompt() const { return use.total() + draft; }
    int overBy() const { return qMax(0, prompt() - budget.promptLimit()); }

    friend bool operator==(const MeterState &, const MeterState &) = default;
};

enum class MeterLevel : quint8 {
    Calm,
    Amber, ///< from 75 % of what a request may hold
    Red, ///< from 90 %
    Over,
};

MeterLevel meterLevel(const MeterState &state);

enum class MeterPart : quint8 {
    System,
    Pinned,
    Summary,
    History,
    Retrieved,
    Draft,
    Free,
    Reply, ///< of the reserve, what the answer has used so far
    Reserve,
};

/// One part of the bar.
struct MeterSegment
{
    MeterPart part = MeterPart::Free;
    int x = 0;
    int width = 0;
    int tokens = 0;

    friend bool operator==(const MeterSegment &, const MeterSegment &) = default;
};

/// The bar from left to right: it fills `width` without gaps, and each part that has tokens is
/// at least three pixels wide, as long as there is room. The whole is the window, or the
/// request with its reserve where that is more.
QList<MeterSegment> meterSegments(const MeterState &state, int width);
