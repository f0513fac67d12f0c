#pragma once

#include "ui/thread/markdownblocks.h"

namespace Markdown {

/// The blocks of a text that grows. Only the end that may still change is parsed again when
/// text is appended: everything before the last safe border is settled. Borders are empty
/// lines, the items of a list and the ends of fences, all at the left margin. A link whose
/// definition comes later stays text until the whole is parsed once more.
class Stream
{
public:
    void append(const QString &text);

    const QString &source() const { return m_source; }
    const Blocks &blocks() const { return m_blocks; }
    /// Blocks before this index never change again.
    int settled() const { return m_settled; }
    /// Characters handed to the parser so far: what the tests call work.
    qint64 parsedCharacters() const { return m_parsed; }

private:
    void scanLine(QStringView line, int begin, int end);
    void settle(int end);
    Blocks parseFrom(int begin, int end);
    void countOn(Blocks &blocks) const;
    void growFence();

    QString m_source;
    Blocks m_blocks;
    int m_settled = 0;
    int m_begin = 0; ///< where the first block that may change begins in the source
    int m_scanned = 0; ///< lines before this are looked at
    QString m_fence; ///< the fence that is open; it begins at m_begin
    bool m_fenceIndented = false; ///< then its lines lose their indent, which the parser knows
    int m_fenceBegin = 0; ///< first character inside it
    bool m_afterBlank = false;
    QChar m_item; ///< the sign of the list item that the open end begins with, if it does
    bool m_afterOneItem = false; ///< what was settled last is an item and nothing else
    bool m_continues = false; ///< … and that is of the same list as the one before
    int m_lastNumber = 0; ///< of the last settled item with a number
    bool m_tight = false; ///< no empty line is before the open end
    qint64 m_parsed = 0;
};

} // namespace Markdown
