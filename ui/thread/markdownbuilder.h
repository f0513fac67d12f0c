#pragma once

#include "ui/thread/markdowntext.h"

namespace Markdown {

/// Receives what libmd4c finds, in order, and builds the blocks of it. Used by parse() only.
class Builder
{
    Q_DISABLE_COPY_MOVE(Builder)

public:
    Builder(const QByteArray &source, int offset);

    void enterBlock(MD_BLOCKTYPE type, void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, QByteArrayView bytes);

    Blocks takeBlocks();

private:
    struct List
    {
        bool ordered = false;
        bool tight = false;
        unsigned next = 0;
    };

    void enterNesting(Container container);
    void leaveNesting();
    void enterItem(const MD_BLOCK_LI_DETAIL &item);
    void leaveItem();
    void enterTable(const MD_BLOCK_TABLE_DETAIL &table);
    void leaveTable();
    void enterCell(const MD_BLOCK_TD_DETAIL &cell);
    void leaveCode();
    void open(Block::Kind kind);
    void close();
    Text &target();

    TextWriter m_writer;
    Blocks m_blocks;

    Block m_block; ///< the one being filled, if m_open
    bool m_open = false;
    bool m_inCell = false;
    bool m_skipping = false; ///< in a cell beyond the limits
    Text m_skipped; ///< what is written there
    int m_row = -1;
    int m_column = 0;

    QList<Container> m_containers;
    int m_tooDeep = 0;
    QList<List> m_lists;
    QString m_marker; ///< of the item whose first block is yet to come
};

} // namespace Markdown
