#include "ui/thread/markdownblocks.h"

#include <algorithm>

namespace Markdown {

int Text::sourceEnd() const
{
    return runs.isEmpty() ? -1 : runs.last().source + runs.last().sourceLength;
}

int Text::toSource(int position) const
{
    if (runs.isEmpty())
        return -1;
    const auto after =
        std::upper_bound(runs.begin(), runs.end(), position,
                         [](int wanted, const SourceRun &run) { return wanted < run.start; });
    if (after == runs.begin())
        return runs.first().source;
    const SourceRun &run = *std::prev(after);
    const int within = position - run.start;
    if (within >= run.length)
        return run.source + run.sourceLength;
    return run.source + (run.length == run.sourceLength ? within : 0);
}

int Text::fromSource(int position) const
{
    const auto after =
        std::upper_bound(runs.begin(), runs.end(), position,
                         [](int wanted, const SourceRun &run) { return wanted < run.source; });
    if (after == runs.begin())
        return 0;
    const SourceRun &run = *std::prev(after);
    const int within = position - run.source;
    if (within >= run.sourceLength)
        return run.start + run.length;
    return run.start + (run.length == run.sourceLength ? within : 0);
}

int Block::sourceBegin() const
{
    if (kind != Kind::Table)
        return text.sourceBegin();
    for (const Text &cell : cells) {
        if (cell.sourceBegin() >= 0)
            return cell.sourceBegin();
    }
    return -1;
}

int Block::sourceEnd() const
{
    if (kind != Kind::Table)
        return text.sourceEnd();
    for (auto cell = cells.crbegin(); cell != cells.crend(); ++cell) {
        if (cell->sourceEnd() >= 0)
            return cell->sourceEnd();
    }
    return -1;
}

Blocks verbatim(const QString &source, const QString &language)
{
    Block block{.kind = Block::Kind::Code, .language = language};
    block.text.shown = source;
    for (QChar &character : block.text.shown)
        character = visible(character);
    const int length = int(source.size());
    block.text.runs = {{.length = length, .sourceLength = length}};
    return {block};
}

QString copiedCode(const Block &block)
{
    return QString(block.text.shown).remove(QChar(QChar::ReplacementCharacter));
}

QChar visible(QChar character)
{
    const char16_t code = character.unicode();
    if (code == u'\n' || code == u'\t' || (code >= 0x20 && code < 0x7f))
        return character;
    const bool controls = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const bool reorders = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return controls || reorders ? QChar(QChar::ReplacementCharacter) : character;
}

} // namespace Markdown
