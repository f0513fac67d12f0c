#include "ui/cost/sheetpages.h"

#include "ui/base/colors.h"

#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>

namespace {

constexpr qreal pointsPerInch = 72;
constexpr qreal footerPoints = 24;
constexpr qreal cellPadding = 2.5;
constexpr qreal pairPadding = 1.5;
constexpr SheetPages::Words cellWords{.points = 8};
constexpr qsizetype mostLetters = 400; // of a cell, so that it fits on a page

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= mostLetters ? line : line.left(mostLetters - 1) + QChar(0x2026);
}

qreal heightOf(const QTextLayout &layout)
{
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    return last.y() + last.height();
}

} // namespace

SheetPages::SheetPages(QPdfWriter &writer)
    : m_writer(writer)
    , m_width(writer.width())
    , m_height(writer.height() - footerPoints * writer.resolution() / pointsPerInch)
    , m_pages(1)
{
}

SheetPages::~SheetPages() = default;

qreal SheetPages::dots(qreal points) const
{
    return points * m_writer.resolution() / pointsPerInch;
}

SheetPages::Text SheetPages::textOf(const QString &text, const Words &words, qreal width,
                                    Qt::Alignment alignment) const
{
    QFont font;
    font.setPointSizeF(words.points);
    font.setWeight(words.weight);
    auto layout = std::make_shared<QTextLayout>(text, font, &m_writer);
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->beginLayout();
    qreal y = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout->endLayout();
    const QPalette palette = Colors::lightPalette(); // paper is white
    return {layout, {}, words.isQuiet ? Colors::quietText(palette) : QColor(Qt::black)};
}

SheetPages::Row SheetPages::rowOf(const QStringList &texts, const QList<Column> &columns,
                                  const Words &words, qreal padding) const
{
    qreal widths = 0;
    for (const Column &column : columns)
        widths += column.width;
    const qreal pad = dots(padding);
    Row row;
    qreal x = 0;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const qreal width = m_width * columns[i].width / widths;
        const bool followsNumber = i > 0 && columns[i - 1].alignment.testFlag(Qt::AlignRight)
            && !columns[i].alignment.testFlag(Qt::AlignRight);
        const qreal indent = pad + (followsNumber ? dots(6) : 0);
        Text cell =
            textOf(shortened(texts.value(i)), words, width - indent - pad, columns[i].alignment);
        cell.at = {x + indent, pad};
        row.height = std::max(row.height, heightOf(*cell.layout) + 2 * pad);
        row.cells.append(cell);
        x += width;
    }
    return row;
}

void SheetPages::makeRoom(qreal height)
{
    if (m_y + height <= m_height || m_y == 0)
        return;
    m_pages.emplace_back();
    m_y = 0;
}

void SheetPages::place(const Row &row)
{
    for (Text cell : row.cells) {
        cell.at.ry() += m_y;
        m_pages.back().texts.append(cell);
    }
    m_y += row.height;
}

void SheetPages::line(qreal points, const QColor &color)
{
    m_pages.back().lines.append({QLineF(0, m_y, m_width, m_y), dots(points), color});
}

void SheetPages::space(qreal points)
{
    if (m_y > 0)
        m_y += dots(points);
}

void SheetPages::text(const QString &text, const Words &words)
{
    const Row row = rowOf({text}, {Column()}, words, 0);
    makeRoom(row.height);
    place(row);
}

void SheetPages::pairs(const QList<std::pair<QString, QString>> &rows)
{
    constexpr qreal nameWidth = 26;
    const QList<Column> columns{{.width = nameWidth}, {.width = 100 - nameWidth}};
    for (const auto &[name, said] : rows) {
        Row row = rowOf({name, {}}, columns, {.isQuiet = true}, pairPadding);
        const Row second = rowOf({{}, said}, columns, {}, pairPadding);
        row.cells[1] = second.cells[1];
        row.height = std::max(row.height, second.height);
        makeRoom(row.height);
        place(row);
    }
}

void SheetPages::picture(const QImage &picture)
{
    const qreal height = m_width * picture.height() / picture.width();
    makeRoom(height);
    m_pages.back().pictures.append({QRectF(0, m_y, m_width, height), picture});
    m_y += height;
}

void SheetPages::legend(const QList<std::pair<QColor, QString>> &entries)
{
    const qreal gap = dots(12);
    Row row;
    qreal x = 0;
    const auto end = [&] {
        makeRoom(row.height);
        place(std::exchange(row, {}));
        x = 0;
    };
    for (const auto &[color, name] : entries) {
        Text square = textOf(QString(QChar(0x25a0)), cellWords, m_width, Qt::AlignLeft);
        square.color = color;
        Text words = textOf(shortened(name), cellWords, m_width - gap, Qt::AlignLeft);
        const qreal width = words.layout->maximumWidth() + gap;
        if (x > 0 && x + width > m_width)
            end();
        square.at = {x, 0};
        words.at = {x + gap, 0};
        row.cells << square << words;
        row.height = std::max(row.height, heightOf(*words.layout));
        x += width + gap;
    }
    end();
}

void SheetPages::table(const QString &heading, const QList<Column> &columns,
                       const QList<QStringList> &rows)
{
    QStringList names;
    for (const Column &column : columns)
        names += column.name;
    const Row header = rowOf(
        names, columns, {.points = cellWords.points, .weight = QFont::DemiBold, .isQuiet = true},
        cellPadding);
    QList<Row> laid;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const bool isTotal = i == rows.size() - 1;
        laid += rowOf(rows[i], columns,
                      {.points = cellWords.points, .weight = isTotal ? QFont::Bold : QFont::Normal},
                      cellPadding);
    }
    const auto needed = [&](qsizetype row) { // the total stays with the row above it
        return laid[row].height + (row == laid.size() - 2 ? laid.last().height : 0);
    };
    const Row title = rowOf({heading}, {Column()}, {.points = 12, .weight = QFont::Bold}, 0);
    space(14);
    makeRoom(title.height + header.height + (laid.isEmpty() ? 0 : needed(0)));
    place(title);
    place(header);
    for (qsizetype i = 0; i < laid.size(); ++i) {
        const int before = count();
        makeRoom(needed(i));
        if (count() > before)
            place(header);
        const bool isTotal = i == laid.size() - 1;
        line(isTotal ? 1 : 0.5, isTotal ? QColor(Qt::black) : Colors::line(Colors::lightPalette()));
        place(laid[i]);
    }
}

QStringList SheetPages::textsOf(int page) const
{
    QStringList texts;
    for (const Text &text : m_pages[size_t(page)].texts)
        texts += text.layout->text();
    return texts;
}

void SheetPages::print(const std::function<QString(int page)> &footer)
{
    QPainter painter(&m_writer);
    for (int page = 1; page <= count(); ++page) {
        if (page > 1)
            m_writer.newPage();
        Page &shown = m_pages[size_t(page - 1)];
        const qreal bottom = m_height + dots(footerPoints);
        Text below = textOf(footer(page), {.points = 8, .isQuiet = true}, m_width, Qt::AlignRight);
        below.at = {0, bottom - heightOf(*below.layout)};
        shown.texts.append(below);
        for (const auto &[area, picture] : std::as_const(shown.pictures))
            painter.drawImage(area, picture);
        for (const Line &line : std::as_const(shown.lines)) {
            painter.setPen(QPen(line.color, line.width));
            painter.drawLine(line.line);
        }
        for (const Text &text : std::as_const(shown.texts)) {
            painter.setPen(text.color);
            text.layout->draw(&painter, text.at);
        }
    }
}
