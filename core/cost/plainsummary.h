#pragma once

#include "core/context/rollingsummary.h"
#include "core/cost/plainthread.h"
#include "core/retrieval/sentencereader.h"

#include <functional>

namespace Core {

/// The summaries of one conversation that were made so far: under other models and budgets they
/// are mostly the same.
class SummaryTexts
{
public:
    struct Made
    {
        QString text;
        int messages = 0; ///< that were added to the one before
    };

    /// That of the turns in [begin, end) behind `previous`, as `make` makes it.
    Made made(const QString &previous, int begin, int end, int characters,
              const std::function<Made()> &make);
    void clear() { m_known.clear(); }

private:
    struct Known
    {
        QString previous;
        int begin;
        int end;
        int characters;
        Made made;
    };

    std::vector<Known> m_known;
};

/// What summaries are made with; all of it must outlive who is given it.
struct SummarySource
{
    std::span<const Message> messages; ///< of the thread
    const TokenCounter &counter;
    SentenceReader &sentences;
    SummaryTexts &texts;
};

/// The summary that each request of a plain thread would carry, as rollingSummary() makes it
/// where none is stored. A conversation costs its length and not its length squared.
class PlainSummary
{
    Q_DISABLE_COPY_MOVE(PlainSummary)

public:
    PlainSummary(const PlainThread &thread, const SummarySource &source,
                 const RollingLimits &limits);

    struct Rolled
    {
        QString text;
        int firstTurn = 0; ///< that it does not cover
        int extended = 0; ///< messages in it
    };
    /// For the request; they come in their order.
    const Rolled &of(const PlainRequest &request);

    /// The message that carries it.
    const SentMessage &sent(const Rolled &rolled);

private:
    /// The turns up to the question's, of which nothing is free.
    struct Turns
    {
        int messagesIfKept(int turn) const;
        int freeTokens(int turn) const;

        const PlainThread &thread;
        PlainRequest request;
    };
    using Window = TurnWindow<Turns>;

    void take(int turn, Window &window, Rolled &rolled) const;
    void extend(Rolled &rolled, int end) const;
    SummaryTexts::Made made(const QString &before, int begin, int end) const;

    SummarySource m_source;
    RollingLimits m_limits;
    Turns m_turns;
    Window m_window;
    Rolled m_rolled; ///< up to before m_next
    Rolled m_asked;
    int m_next = 0; ///< turn
    QString m_sentText;
    SentMessage m_sent;
};

} // namespace Core
