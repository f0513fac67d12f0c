#pragma once

#include "core/context/planbuilder.h"

namespace Core {

/// "[2026-03-05] Lan (user): …": a message as it is quoted in a text of a strategy's own. It
/// begins with "[" and ends with a line end, where no token reaches over.
QString quoteOf(const Message &message);

/// Who says it: the name with the role, or the role alone, with a capital.
QString quotedSpeaker(const Message &message);

/// A text that quotes units of the thread: adds them while they fit, in any order, and writes
/// them in the order of the thread. Its tokens are those of its lines, so none is counted twice.
class QuoteBlock
{
public:
    /// `builder` and `counter` must outlive it. At most `tokens` tokens, heading included.
    QuoteBlock(PlanBuilder &builder, const TokenCounter &counter, QString heading, int tokens);

    /// Quotes all free units in [begin, end), or none where they do not fit. `choice` says why
    /// for `best`; the others go with it.
    bool add(int begin, int end, int best, const Choice &choice);

    bool isFull() const { return m_limit - m_taken < smallestQuote; }

    /// Puts the text into the request.
    void finish(Part part);

private:
    static constexpr int smallestQuote = 12; ///< tokens
    static constexpr int mostOverhead = 8; ///< of a message beyond its text, in tokens

    bool mayFit(int begin, int end) const;
    qsizetype tokensOf(int unit) const;
    const KnownThread::Made &quoted(int index) const;

    PlanBuilder &m_builder;
    const TokenCounter &m_counter;
    QString m_heading;
    int m_limit;
    qsizetype m_tokens; ///< of the heading and the quotes, without a factor
    int m_taken; ///< tokens of the message that holds them
    std::vector<int> m_quoted; ///< units
};

} // namespace Core
