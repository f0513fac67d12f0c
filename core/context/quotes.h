#pragma once

#include "core/context/planbuilder.h"

namespace Core {

/// "[2026-03-05] Lan (user): …": a message as it is quoted in a text of a strategy's own.
/// Quotes begin with "[" and end with a line end, so that the tokens of a text are those of
/// its quotes.
QString quoteOf(const Message &message);

/// Who says it: the name with the role, or the role alone, with a capital.
QString quotedSpeaker(const Message &message);

/// A text that quotes units of the thread: adds them while they fit, in any order, and writes
/// them in the order of the thread.
class QuoteBlock
{
public:
    /// `builder` and `counter` must outlive it. At most `tokens` tokens, heading included.
    QuoteBlock(PlanBuilder &builder, const TokenCounter &counter, QString heading, int tokens);

    /// Quotes all free units in [begin, end), or none where they do not fit. `choice` says why
    /// for `best`; the others go with it.
    bool add(int begin, int end, int best, const Choice &choice);

    bool isFull() const { return m_room < smallestQuote; }

    /// Puts the text into the request, without the last quotes added where it does not fit
    /// after all.
    void finish(Part part);

private:
    static constexpr int smallestQuote = 12; ///< tokens
    static constexpr int mostOverhead = 8; ///< of a message beyond its text, in tokens

    struct Quote
    {
        int unit;
        QString text;
        int tokens;
        int group;
    };

    bool mayFit(int begin, int end) const;
    void removeLastGroup();
    QString text() const;

    PlanBuilder &m_builder;
    const TokenCounter &m_counter;
    QString m_heading;
    int m_room;
    int m_groups = 0;
    std::vector<Quote> m_quotes;
};

} // namespace Core
