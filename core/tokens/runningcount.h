#pragma once

#include "core/tokens/tokenizer.h"

#include <QString>

#include <vector>

namespace Core {

/// The tokens of a text that changes: an answer that grows, a draft that is typed. After a
/// change only the blocks around it are counted again, and the count is the same as of the whole
/// text. Takes the changes as QTextDocument::contentsChange tells them. For one thread.
class RunningCount
{
public:
    explicit RunningCount(Encoding encoding);

    qsizetype count() const { return m_count; }
    const QString &text() const { return m_text; }

    /// Only what is not alike at the beginning and the end is counted again.
    void setText(QStringView text);
    void append(QStringView added) { replace(m_text.size(), 0, added); }
    /// Puts `added` in place of the `removed` UTF-16 units from `position` on.
    void replace(qsizetype position, qsizetype removed, QStringView added);

private:
    /// Text between two places where pieces end whatever is before and behind, so that its
    /// tokens depend on nothing else.
    struct Block
    {
        qsizetype size = 0; // UTF-16 units
        qsizetype tokens = 0;
    };

    std::vector<Block> blocksOf(qsizetype from, qsizetype to) const;

    Tokenizer m_tokenizer;
    QString m_text;
    std::vector<Block> m_blocks;
    qsizetype m_count = 0;
};

} // namespace Core
