#pragma once

#include "core/cost/costfigures.h"

#include <QWidget>

#include <array>
#include <optional>

class CostTile;

/// The figures on top of the page: spend against the time before, requests, tokens, what the
/// cache saved, cost of a conversation, forecast and budget.
class CostTiles final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostTiles)

public:
    explicit CostTiles(QWidget *parent = nullptr);

    /// What is missing in `details` is still being read, or not known of so long a time.
    void show(const Core::CostFigures &figures, const std::optional<Core::CostDetails> &details,
              const std::optional<Core::Money> &monthlyBudget);

private:
    enum Tile { Spend, Requests, Tokens, Saved, Conversation, MonthEnd, Budget };

    void showSpend(const Core::CostFigures &figures);
    void showRequests(const Core::CostFigures &figures);
    void showTokens(const Core::CostFigures &figures);
    void showDetails(const std::optional<Core::CostDetails> &details);
    void showMonthEnd(const Core::CostFigures &figures);
    void showBudget(const Core::CostFigures &figures, const std::optional<Core::Money> &budget);

    std::array<CostTile *, Budget + 1> m_tiles;
};
