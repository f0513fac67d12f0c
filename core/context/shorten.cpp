#include "core/context/shorten.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int widestSearch = 48; ///< characters to look back for white space
constexpr int tries = 8;

bool splitsCharacter(QStringView text, qsizetype position)
{
    if (position <= 0 || position >= text.size())
        return false;
    return text[position].isLowSurrogate() || text[position].isMark()
        || text[position] == QChar(0x200d) || text[position - 1] == QChar(0x200d);
}

/// `kept` characters of the text, two thirds from its beginning, and the mark between.
QString withoutMiddle(const QString &text, qsizetype kept)
{
    const qsizetype head = cutBefore(text, kept * 2 / 3);
    const qsizetype tail = text.size() - cutBefore(text, text.size() - (kept - head));
    const qsizetype left = text.size() - head - tail;
    return text.first(head) + u"\n[… %1 characters left out …]\n"_s.arg(left) + text.last(tail);
}

} // namespace

qsizetype cutBefore(QStringView text, qsizetype position)
{
    position = std::clamp<qsizetype>(position, 0, text.size());
    if (position == 0 || position == text.size())
        return position;
    for (qsizetype i = position; i > 0 && i > position - widestSearch; --i) {
        if (text[i].isSpace() && !splitsCharacter(text, i))
            return i;
    }
    while (splitsCharacter(text, position))
        --position;
    return position;
}

Message shortened(const Message &message, int limit, const TokenCounter &counter)
{
    const auto of = [&](qsizetype kept) {
        Message part = message;
        part.content = withoutMiddle(message.content, kept);
        part.tokens = counter.unscaled(part);
        part.encoding = counter.encoding();
        return part;
    };

    Message best = of(0);
    const double budget = limit - counter.known(best);
    // Tokens grow with the characters, nearly evenly: a few proportional steps come close.
    // More than eight characters a token are rare, so the first step counts little text.
    qsizetype kept = std::min(message.content.size(), qsizetype(std::max(0.0, budget) * 8));
    for (int i = 0; i < tries && kept > 0; ++i) {
        Message part = of(kept);
        const int tokens = counter.known(part);
        const double used = std::max(1, tokens - (limit - int(budget)));
        if (tokens <= limit) {
            if (part.tokens > best.tokens)
                best = std::move(part);
            if (used > budget * 0.97 || kept == message.content.size())
                break;
        }
        kept = std::min(message.content.size(), qsizetype(double(kept) * budget / used * 0.99));
    }
    return best;
}

} // namespace Core
