#include "ui/cost/costsheet.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/cost/costcharts.h"
#include "ui/cost/costtablemodel.h"
#include "ui/cost/costwords.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QScreen>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CostSheet)
};

constexpr int textPoints = 9;
constexpr int cellPoints = 8;
constexpr int topRows = 15;
constexpr QSize chartSize(900, 280);
constexpr qreal chartScale = 3;
constexpr qreal pointsPerInch = 72;

/// A document takes margins and the sizes of pictures in dots of the screen, whatever it is
/// printed on.
qreal screenDots()
{
    return QGuiApplication::primaryScreen()->logicalDotsPerInch();
}

/// Writes the parts of the page one below the other.
class Writer
{
public:
    Writer(QTextDocument &document, const CostSheet::Content &content, qreal pageWidth)
        : m_document(document)
        , m_cursor(&document)
        , m_content(content)
        , m_dots(screenDots() / pointsPerInch)
        , m_pageWidth(pageWidth)
    {
    }

    void write();

private:
    void text(const QString &text, qreal points, QFont::Weight weight, qreal above);
    void pairs(const QList<std::pair<QString, QString>> &rows);
    void chart();
    void table(const QString &heading, const Core::CostReport &report, int top);
    void cell(QTextTable &table, int row, int column, const QModelIndex &from, bool strong);
    QList<std::pair<QString, QString>> head() const;
    QList<std::pair<QString, QString>> sums() const;

    QTextDocument &m_document;
    QTextCursor m_cursor;
    const CostSheet::Content &m_content;
    qreal m_dots; ///< of the screen, for a point
    qreal m_pageWidth; ///< likewise
};

void Writer::write()
{
    const Core::CostFigures &figures = m_content.figures;
    text(CostSheet::title(), 18, QFont::Bold, 0);
    pairs(head());
    text(Words::tr("Total: %1 (%2)", "money, the same exactly")
             .arg(Formats::money(figures.report.total.cost),
                  Formats::exactMoney(figures.report.total.cost)),
         13, QFont::Bold, 12);
    pairs(sums());
    text(Words::tr("Spend over time"), 12, QFont::Bold, 14);
    chart();
    table(CostWords::heading(figures.query.by), figures.report, 0);
    if (figures.query.by != Core::CostBy::User)
        table(CostWords::heading(Core::CostBy::User), figures.users, topRows);
    if (m_content.details)
        table(CostWords::heading(Core::CostBy::Conversation), m_content.details->dearest, topRows);
}

QList<std::pair<QString, QString>> Writer::head() const
{
    const Core::CostFigures &figures = m_content.figures;
    const Core::CostPeriod &period = figures.query.period;
    const QString filter = CostWords::filter(figures.query.filter);
    const QDateTime now = figures.query.now.toTimeZone(period.zone);
    return {{Words::tr("Period"), CostWords::period(period)},
            {Words::tr("Time zone"), CostWords::zone(period.zone, period.from())},
            {Words::tr("Filters"), filter.isEmpty() ? Words::tr("none") : filter},
            {Words::tr("Drawn up"),
             Words::tr("%1 %2", "day, time of day")
                 .arg(CostWords::day(now.date()), QLocale().toString(now.time(), u"HH:mm"_s))}};
}

QList<std::pair<QString, QString>> Writer::sums() const
{
    const Core::CostFigures &figures = m_content.figures;
    const Core::CostRow &total = figures.report.total;
    QList<std::pair<QString, QString>> rows{
        {Words::tr("Requests"), Formats::number(total.requests)},
        {Words::tr("Without a price"),
         total.unpriced == 0 ? Formats::number(0) : CostWords::unpriced(figures.unpricedModels)},
        {Words::tr("Priced by our own count"), Formats::number(total.estimated)},
        {Words::tr("Tokens sent"),
         Words::tr("%1, of them %2 from the cache")
             .arg(Formats::number(total.inputTokens), Formats::number(total.cachedTokens))},
        {Words::tr("Tokens answered"), Formats::number(total.outputTokens)}};
    if (m_content.details)
        rows.append(
            {Words::tr("Saved by the cache"), Formats::money(m_content.details->savedByCache)});
    if (m_content.latencies && m_content.latencies->answers > 0)
        rows.append(
            {Words::tr("Latency, 95th percentile"), Formats::duration(m_content.latencies->p95Ms)});
    if (figures.query.period == figures.month && figures.monthEnd)
        rows.append({Words::tr("Forecast to month's end"),
                     Words::tr("%1 (80% range: %2 to %3)")
                         .arg(Formats::money(figures.monthEnd->expected),
                              Formats::money(figures.monthEnd->low),
                              Formats::money(figures.monthEnd->high))});
    if (figures.query.period == figures.month && m_content.monthlyBudget)
        rows.append({Words::tr("Budget of the month"), Formats::money(*m_content.monthlyBudget)});
    return rows;
}

void Writer::text(const QString &text, qreal points, QFont::Weight weight, qreal above)
{
    QTextBlockFormat block;
    block.setTopMargin(above * m_dots);
    block.setBottomMargin(4 * m_dots);
    QTextCharFormat letters;
    letters.setFontPointSize(points);
    letters.setFontWeight(weight);
    m_cursor.movePosition(QTextCursor::End);
    if (!m_document.isEmpty())
        m_cursor.insertBlock();
    m_cursor.setBlockFormat(block);
    m_cursor.insertText(text, letters);
}

void Writer::pairs(const QList<std::pair<QString, QString>> &rows)
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(1.5 * m_dots);
    format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, 26),
                                      QTextLength(QTextLength::PercentageLength, 74)});
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QTextCharFormat quiet;
    quiet.setForeground(Colors::quietText(Colors::lightPalette()));
    m_cursor.movePosition(QTextCursor::End);
    const QTextTable *table = m_cursor.insertTable(int(rows.size()), 2, format);
    for (int row = 0; row < rows.size(); ++row) {
        table->cellAt(row, 0).firstCursorPosition().insertText(rows[row].first, quiet);
        table->cellAt(row, 1).firstCursorPosition().insertText(rows[row].second, QTextCharFormat());
    }
}

void Writer::chart()
{
    StackChart chart;
    chart.setPalette(Colors::lightPalette()); // paper is white
    chart.resize(chartSize);
    chart.setData(CostCharts::perBucket(m_content.figures, chart.palette()));
    QImage picture(chartSize * chartScale, QImage::Format_RGB32);
    picture.fill(Qt::white);
    picture.setDevicePixelRatio(chartScale);
    QPainter painter(&picture);
    chart.QWidget::render(&painter, {}, {}, QWidget::DrawChildren);
    painter.end();
    const QUrl name(u"chart"_s);
    m_document.addResource(QTextDocument::ImageResource, name, picture);
    QTextImageFormat image;
    image.setName(name.toString());
    image.setWidth(m_pageWidth);
    image.setHeight(m_pageWidth * chartSize.height() / chartSize.width());
    m_cursor.movePosition(QTextCursor::End);
    m_cursor.insertBlock(QTextBlockFormat());
    m_cursor.insertImage(image);
    const StackData &data = chart.data();
    m_cursor.insertBlock();
    for (const StackData::Series &series : data.bars) {
        QTextCharFormat square;
        square.setForeground(series.color);
        m_cursor.insertText(u"■ "_s, square);
        m_cursor.insertText(series.name + u"    "_s, QTextCharFormat());
    }
}

void Writer::table(const QString &heading, const Core::CostReport &report, int top)
{
    using enum CostTableModel::Column;
    constexpr int shown[] = {Name, Requests, Input, Cached, Output, Cost, Share, Remarks};
    constexpr int widths[] = {21, 9, 8, 8, 9, 8, 7, 30}; // a row in one line stays on its page
    CostTableModel model;
    model.setReport(report, top, m_content.titles);

    text(heading, 12, QFont::Bold, 14);
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(2.5 * m_dots);
    format.setHeaderRowCount(1); // again on every page
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QList<QTextLength> lengths;
    for (const int width : widths)
        lengths += QTextLength(QTextLength::PercentageLength, width);
    format.setColumnWidthConstraints(lengths);
    m_cursor.movePosition(QTextCursor::End);
    QTextTable &table = *m_cursor.insertTable(model.rowCount() + 1, int(std::size(shown)), format);
    for (int column = 0; column < int(std::size(shown)); ++column) {
        QTextCursor head = table.cellAt(0, column).firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(
            Qt::Alignment(
                model.headerData(shown[column], Qt::Horizontal, Qt::TextAlignmentRole).toInt())
            & Qt::AlignHorizontal_Mask);
        head.setBlockFormat(block);
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        strong.setFontPointSize(cellPoints);
        strong.setForeground(Colors::quietText(Colors::lightPalette()));
        head.insertText(model.headerData(shown[column], Qt::Horizontal, Qt::DisplayRole).toString(),
                        strong);
        for (int row = 0; row < model.rowCount(); ++row)
            cell(table, row + 1, column, model.index(row, shown[column]),
                 row == model.rowCount() - 1);
    }
}

void Writer::cell(QTextTable &table, int row, int column, const QModelIndex &from, bool strong)
{
    QTextCursor cursor = table.cellAt(row, column).firstCursorPosition();
    QTextBlockFormat block;
    block.setAlignment(Qt::Alignment(from.data(Qt::TextAlignmentRole).toInt())
                       & Qt::AlignHorizontal_Mask);
    cursor.setBlockFormat(block);
    QTextCharFormat letters;
    letters.setFontWeight(strong ? QFont::Bold : QFont::Normal);
    letters.setFontPointSize(cellPoints);
    cursor.insertText(from.data().toString(), letters);
    QTextTableCellFormat line = table.cellAt(row, column).format().toTableCellFormat();
    line.setTopBorder(strong ? m_dots : m_dots / 2);
    line.setTopBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    line.setTopBorderBrush(strong ? QColor(Qt::black) : Colors::line(Colors::lightPalette()));
    table.cellAt(row, column).setFormat(line);
}

QString footer(const Core::CostFigures &figures, int page, int pages)
{
    return Words::tr("%1 · %2 · page %3 of %4", "title, period, number, number")
        .arg(CostSheet::title(), CostWords::period(figures.query.period))
        .arg(page)
        .arg(pages);
}

} // namespace

QString CostSheet::title()
{
    return Words::tr("Costs of language models");
}

void CostSheet::print(QPdfWriter &writer, const Content &content)
{
    const qreal dots = writer.resolution() / pointsPerInch;
    const QSizeF page(writer.width(), writer.height() - 24 * dots); // the footer stands below
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    QFont font = document.defaultFont();
    font.setPointSizeF(textPoints);
    document.setDefaultFont(font);
    document.setPageSize(page);
    Writer(document, content, page.width() * screenDots() / writer.resolution()).write();

    QPainter painter(&writer);
    const int pages = document.pageCount();
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -i * page.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette = Colors::lightPalette();
        context.clip = QRectF(0, i * page.height(), page.width(), page.height());
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        font.setPointSizeF(textPoints - 1);
        painter.setFont(font);
        painter.setPen(Colors::quietText(Colors::lightPalette()));
        painter.drawText(QRectF(0, page.height(), page.width(), 24 * dots),
                         Qt::AlignRight | Qt::AlignBottom, footer(content.figures, i + 1, pages));
    }
}
