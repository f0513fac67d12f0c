#pragma once

#include "core/cost/modelprices.h"
#include "core/cost/replayfigures.h"
#include "core/cost/replayplans.h"

#include <deque>
#include <map>

namespace Core {

/// Asks conversations of the past once more and adds up what they come to. One for each thread;
/// figures of several are added.
class Replayer
{
    Q_DISABLE_COPY_MOVE(Replayer)

public:
    /// `query` and `prices` must outlive it.
    Replayer(const ReplayQuery &query, const PriceList &prices);

    void add(const PastConversation &conversation);

    ReplayFigures &figures() { return m_figures; }

private:
    /// A model of a provider.
    struct Known
    {
        ModelTokens tokens;
        int window = 0;
        ModelPrices prices;
    };

    /// One request of the conversation that is being added.
    struct Asked
    {
        BilledTotals billed;
        std::optional<qint64> completion; ///< as it was billed
        const Known *known = nullptr; ///< the model that was asked
        QString model;
        qint64 ms = -1; ///< -1: not known
        bool isCounted = false; ///< it is in the time that was asked for
    };

    /// Requests of the conversation under one way, one vocabulary and one window.
    struct Lane
    {
        int way = 0; ///< -1: everything
        ModelTokens tokens;
        int window = 0;
        std::vector<PlannedRequest> planned;
    };

    /// One way with one model, and where it is added up.
    struct Cell
    {
        const Known *known = nullptr;
        bool isAsAsked = false;
        const std::vector<PlannedRequest> *planned = nullptr;
    };

    using Charges = QHash<QString, std::vector<const PastCharge *>>; ///< by answer

    const Known &known(const QString &provider, const QString &model);
    Provider providerOf(const QString &name) const;
    std::vector<Asked> asked(Charges charges);
    Asked askedFor(const Message &answer, const std::vector<const PastCharge *> &charges);
    void addAside(const Charges &charges);
    bool isInTime(qint64 ms) const;
    QDate dayOf(qint64 ms);

    const CountedRequests &counted(const ModelTokens &tokens);
    const std::vector<PlannedRequest> &planned(int way, const Known &known);
    std::vector<Cell> cells(int way);
    void addRequest(size_t index, const Asked &asked);
    void addUp();
    ReplayTotals totals(const PlannedRequest &planned, const Asked &asked, const Known &counting,
                        const Known &priced, qsizetype answer);

    const ReplayQuery &m_query;
    const PriceList &m_prices;
    QTimeZone m_zone;
    ReplayWay m_full;
    std::map<std::pair<QString, QString>, Known> m_known;
    ReplayFigures m_figures;
    ReplayMemory m_memory;
    std::pair<qint64, qint64> m_dayMs{0, 0}; ///< of m_day
    QDate m_day;

    // Of the conversation that is being added
    const PastConversation *m_conversation = nullptr;
    PastRequests m_past;
    std::vector<std::pair<ModelTokens, std::unique_ptr<CountedRequests>>> m_counted;
    std::deque<Lane> m_lanes;
    std::vector<Cell> m_cells;
    std::vector<Cell> m_fullCells;
    // Its requests of one day and one model, until they are added up
    ReplayPart m_part;
    QDate m_partDay;
    QString m_partModel;
};

} // namespace Core
