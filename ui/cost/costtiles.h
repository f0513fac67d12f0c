#pragma once

#include "core/cost/costfigures.h"
#include "core/store/page.h"

#include <QWidget>

#include <array>
#include <optional>

class CostTile;

/// The figures on top of the page: spend against the time before, requests, tokens, what the
/// cache saved, cost of a conversation, how long answers took, forecast and budget.
class CostTiles final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostTiles)

public:
    explicit CostTiles(QWidget *parent = nullptr);

    /// What is missing in `details` is still being read, or not known of so long a time.
    void show(const Core::CostFigures &figures, const std::optional<Core::CostDetails> &details,
              const std::optional<Core::Money> &monthlyBudget);
    /// Nothing: they are still being read.
    void showLatencies(const std::optional<Core::Latencies> &latencies);

private:
    enum Tile { Spend, Requests, Tokens, Saved, Conversation, Latency, MonthEnd, Budget };

    void showSpend(const Core::CostFigures &figures);
    void showRequests(const Core::CostFigures &figures);
    void showTokens(const Core::CostFigures &figures);
    void showDetails(const std::optional<Core::CostDetails> &details);
    void showMonthEnd(const Core::CostFigures &figures);
    void showBudget(const Core::CostFigures &figures, const std::optional<Core::Money> &budget);

    std::array<CostTile *, Budget + 1> m_tiles;
};
