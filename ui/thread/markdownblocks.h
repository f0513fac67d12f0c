#pragma once

#include <QFlags>
#include <QList>
#include <QString>

/// Markdown of a message as a flat list of blocks. Nothing in it is markup any more: raw HTML
/// is literal text and an image is a text chip, so painting it can load and run nothing.
namespace Markdown {

constexpr int deepestNesting = 32; ///< deeper quotes and lists are shown at this depth
constexpr int mostColumns = 64;
constexpr int mostRows = 1'000; ///< of a table, without its head

enum class Style : quint8 { Bold = 1, Italic = 2, Code = 4, Strike = 8, Link = 16, Image = 32 };
Q_DECLARE_FLAGS(Styles, Style)

/// A stretch of text that looks the same.
struct Span
{
    int start = 0;
    int length = 0;
    Styles styles;
    int link = -1; ///< index into Text::links

    friend bool operator==(const Span &, const Span &) = default;
};

/// Where a stretch of shown text stands in the source. Lengths differ for an entity.
struct SourceRun
{
    int start = 0;
    int length = 0;
    int source = 0;
    int sourceLength = 0;

    friend bool operator==(const SourceRun &, const SourceRun &) = default;
};

/// Shown text with its looks and its origin. Line breaks are QChar::LineSeparator, in code '\n'.
struct Text
{
    QString shown;
    QList<Span> spans; ///< in order, only where some style is set
    QStringList links; ///< targets as the source has them, never checked here
    QList<SourceRun> runs; ///< in order of `start`

    int sourceBegin() const { return runs.isEmpty() ? -1 : runs.first().source; }
    int sourceEnd() const;
    /// The position in the source for one in `shown`, and back. Both clamp.
    int toSource(int position) const;
    int fromSource(int position) const;

    friend bool operator==(const Text &, const Text &) = default;
};

enum class Container : quint8 { Quote, List };
enum class Align : quint8 { Left, Center, Right };

/// One paragraph, heading, code block, table or rule, with what it is nested in.
struct Block
{
    enum class Kind : quint8 { Paragraph, Heading, Code, Table, Rule };

    Kind kind = Kind::Paragraph;
    int level = 0; ///< of a heading, 1 to 6
    bool tight = false; ///< stands close to the block before it
    QList<Container> containers; ///< outermost first
    QString marker; ///< "•", "3.", "☐" or "☑" on the first block of a list item
    QString language; ///< of code, as the fence has it
    Text text; ///< of a paragraph, heading or code
    QList<Align> columns; ///< of a table
    QList<Text> cells; ///< row by row, the head first
    int omittedRows = 0;
    int omittedColumns = 0;

    int rowCount() const { return columns.isEmpty() ? 0 : int(cells.size() / columns.size()); }
    int sourceBegin() const;
    int sourceEnd() const;

    friend bool operator==(const Block &, const Block &) = default;
};

using Blocks = QList<Block>;

/// The blocks of `source`. Linear in its length. `offset` is added to positions in the source.
Blocks parse(QStringView source, int offset = 0);

/// One code block of all of `source`, for what is not Markdown.
Blocks verbatim(const QString &source, const QString &language);

/// `character` as it is shown: control characters and those that reorder what follows become
/// a visible sign.
QChar visible(QChar character);

/// Code as it is copied: without the characters that visible() replaced.
QString copiedCode(const Block &block);

} // namespace Markdown

Q_DECLARE_OPERATORS_FOR_FLAGS(Markdown::Styles)
