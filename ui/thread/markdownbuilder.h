#pragma once

#include "ui/thread/markdownblocks.h"

#include <QByteArray>
#include <QCoreApplication>

#include <md4c.h>

namespace Markdown {

/// Positions in UTF-8 turned into positions in UTF-16. Cheap as long as questions come in
/// ascending order, which those of the parser do but for a few steps back.
class Utf16Positions
{
public:
    Utf16Positions(const QByteArray &bytes, int offset);
    int at(qsizetype byte);

private:
    int unitsAt(qsizetype byte) const;

    const QByteArray &m_bytes;
    qsizetype m_byte = 0;
    int m_position;
};

/// Receives what libmd4c finds, in order, and builds the blocks of it. Used by parse() only.
class Builder
{
    Q_DECLARE_TR_FUNCTIONS(Markdown)
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

    void enterLink(const MD_ATTRIBUTE &target);
    void enterImage(const MD_ATTRIBUTE &target);
    void leaveImage();
    int *counterOf(MD_SPANTYPE type);
    Styles styles() const;
    void append(const QString &shown, int source, int sourceLength);
    void appendMade(QChar character);
    void appendRun(const SourceRun &run);
    void appendSpan(int start, int length);
    Text &target() { return m_inCell ? m_block.cells.last() : m_block.text; }

    const QByteArray &m_bytes;
    Utf16Positions m_positions;
    qsizetype m_linkBudget; ///< one definition may be the target of thousands of links
    Blocks m_blocks;

    Block m_block; ///< the one being filled, if m_open
    bool m_open = false;
    bool m_inCell = false;
    bool m_skipping = false; ///< in a cell beyond the limits
    int m_row = -1;
    int m_column = 0;

    QList<Container> m_containers;
    int m_tooDeep = 0;
    QList<List> m_lists;
    QString m_marker; ///< of the item whose first block is yet to come

    int m_bold = 0;
    int m_italic = 0;
    int m_strike = 0;
    int m_code = 0;
    QStringList m_links; ///< targets of the links we are in
    QStringList m_images; ///< sources of the images we are in
};

} // namespace Markdown
