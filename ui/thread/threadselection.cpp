#include "ui/thread/threadselection.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace {

using namespace Qt::Literals::StringLiterals;
using Markdown::Block;

int lineBegin(const QString &source, int position)
{
    return position <= 0 ? 0 : int(source.lastIndexOf(u'\n', position - 1)) + 1;
}

int lineEnd(const QString &source, int position)
{
    const qsizetype end = source.indexOf(u'\n', position);
    return end < 0 ? int(source.size()) : int(end);
}

bool isFence(const QString &source, int begin, int end)
{
    const QStringView line = QStringView(source).sliced(begin, end - begin);
    return line.contains("```"_L1) || line.contains("~~~"_L1);
}

int beginWithMarkup(const QString &source, const Block &block)
{
    const int begin = lineBegin(source, block.sourceBegin());
    if (block.kind != Block::Kind::Code || begin == 0)
        return begin;
    const int above = lineBegin(source, begin - 1);
    return isFence(source, above, begin - 1) ? above : begin;
}

int endWithMarkup(const QString &source, const Block &block)
{
    const int end = lineEnd(source, block.sourceEnd());
    if (block.kind != Block::Kind::Code || end == source.size())
        return end;
    const int below = lineEnd(source, end + 1);
    return isFence(source, end + 1, below) ? below : end;
}

} // namespace

SourceRange ThreadSelection::in(int row, int length) const
{
    if (isEmpty() || row < begin().row || row > end().row)
        return {};
    const int from = row == begin().row ? begin().source : 0;
    const int to = row == end().row ? end().source : length;
    return {std::clamp(from, 0, length), std::clamp(to, 0, length)};
}

QString copiedSource(const QString &source, const Markdown::Blocks &blocks, SourceRange range)
{
    const Block *first = nullptr;
    const Block *last = nullptr;
    for (const Block &block : blocks) {
        if (block.sourceBegin() < 0 || block.sourceEnd() <= range.begin
            || block.sourceBegin() >= range.end)
            continue;
        first = first ? first : &block;
        last = &block;
    }
    if (first != last) {
        if (range.begin <= first->sourceBegin())
            range.begin = std::min(range.begin, beginWithMarkup(source, *first));
        if (range.end >= last->sourceEnd())
            range.end = std::max(range.end, endWithMarkup(source, *last));
    }
    return source.mid(range.begin, range.end - range.begin);
}

SourceRange wordAt(const QString &source, int position)
{
    // A word is short; what surrounds it may be megabytes.
    constexpr int reach = 256;
    const int from = std::max(position - reach, 0);
    const QString near = source.mid(from, 2 * reach);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, near);
    finder.setPosition(position - from);
    const qsizetype begin = finder.isAtBoundary() && position - from < near.size()
        ? position - from
        : finder.toPreviousBoundary();
    finder.setPosition(std::max<qsizetype>(begin, 0));
    const qsizetype end = finder.toNextBoundary();
    return {from + int(std::max<qsizetype>(begin, 0)), from + int(end < 0 ? near.size() : end)};
}
