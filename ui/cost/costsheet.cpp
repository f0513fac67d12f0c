#include "ui/cost/costsheet.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/cost/costcharts.h"
#include "ui/cost/costtablemodel.h"
#include "ui/cost/costwords.h"
#include "ui/cost/sheetpages.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CostSheet)
};

constexpr int topRows = 15;
constexpr QSize chartSize(900, 280);
constexpr qreal chartScale = 3;

/// Writes the parts of the page one below the other.
class Writer
{
public:
    Writer(SheetPages &pages, const CostSheet::Content &content)
        : m_pages(pages)
        , m_content(content)
    {
    }

    void write();

private:
    void title(const QString &text, qreal points, qreal above);
    void chart();
    void table(const QString &heading, const Core::CostReport &report, int top);
    QList<std::pair<QString, QString>> head() const;
    QList<std::pair<QString, QString>> sums() const;

    SheetPages &m_pages;
    const CostSheet::Content &m_content;
};

void Writer::write()
{
    const Core::CostFigures &figures = m_content.figures;
    title(CostSheet::title(), 18, 0);
    m_pages.pairs(head());
    title(Words::tr("Total: %1 (%2)", "money, the same exactly")
              .arg(Formats::money(figures.report.total.cost),
                   Formats::exactMoney(figures.report.total.cost)),
          13, 12);
    m_pages.pairs(sums());
    title(Words::tr("Spend over time"), 12, 14);
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

void Writer::title(const QString &text, qreal points, qreal above)
{
    m_pages.space(above);
    m_pages.text(text, {.points = points, .weight = QFont::Bold});
    m_pages.space(4);
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
    m_pages.picture(picture);
    QList<std::pair<QColor, QString>> legend;
    for (const StackData::Series &series : chart.data().bars)
        legend.append({series.color, series.name});
    m_pages.space(6); // away from the days below the chart
    m_pages.legend(legend);
}

void Writer::table(const QString &heading, const Core::CostReport &report, int top)
{
    using enum CostTableModel::Column;
    constexpr std::pair<int, qreal> shown[] = {{Name, 19},  {Requests, 9}, {Input, 8},
                                               {Cached, 7}, {Output, 9},   {Cost, 11},
                                               {Share, 7},  {Remarks, 30}};
    CostTableModel model;
    model.setReport(report, top, m_content.titles);
    QList<SheetPages::Column> columns;
    for (const auto &[column, width] : shown) {
        const auto alignment =
            model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        columns.append({model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), width,
                        Qt::Alignment(alignment) & Qt::AlignHorizontal_Mask});
    }
    QList<QStringList> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const auto &[column, width] : shown)
            cells += model.index(row, column).data().toString();
        rows.append(cells);
    }
    m_pages.table(heading, columns, rows);
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
    SheetPages pages(writer);
    Writer(pages, content).write();
    pages.print([&](int page) { return footer(content.figures, page, pages.count()); });
}
