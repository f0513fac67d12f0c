#pragma once

#include "ui/thread/codetokens.h"
#include "ui/thread/markdownblocks.h"

#include <QList>

struct ThreadLook;

/// A stretch of a message that is laid out and painted by itself: a paragraph, some lines of a
/// code block, one row of a table. Messages are cut into pieces so that only what is on the
/// screen is laid out, however long a message is.
struct Piece
{
    enum class Kind : quint8 { Day, SummaryEnd, Head, Text, Code, TableRow, Rule, More, Foot };

    Kind kind = Kind::Text;
    bool first = true; ///< of its block
    bool last = true;
    bool plain = false; ///< of a block so long that it is shown without looks
    Code::State state = Code::State::Plain; ///< that the code before it ends in
    int block = -1;
    int from = 0; ///< first character, or the row of a table
    int length = 0;
    int gap = 0; ///< space above
    int left = 0; ///< indent by quotes and lists
    int height = 0; ///< with the gap; estimated until it is laid out
    bool exact = false;
};

constexpr int longestBlock = 64 * 1024; ///< shown at first; the rest is asked for
constexpr int linesPerPiece = 32;
constexpr int charactersPerPiece = 4 * 1024; ///< laying out is worse than linear in a line

/// The pieces of `blocks` from `firstBlock` on, with estimated heights. `shown` is how much of
/// a long block is shown.
QList<Piece> piecesOf(const Markdown::Blocks &blocks, int firstBlock, int shown,
                      const ThreadLook &look, int width);

/// How high a message is, guessed from its length alone.
int guessedHeight(qsizetype characters, qsizetype lines, const ThreadLook &look, int width);

/// Where a block's text begins, by its quotes and lists.
int indentOf(const Markdown::Block &block);
