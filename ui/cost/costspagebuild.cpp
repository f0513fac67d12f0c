// The parts of the page and where they stand.

#include "ui/base/chartlegend.h"
#include "ui/base/emptystate.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/base/paddeddelegate.h"
#include "ui/base/paddedheader.h"
#include "ui/base/stackchart.h"
#include "ui/base/tilelayout.h"
#include "ui/cost/chargetablemodel.h"
#include "ui/cost/costfilterbar.h"
#include "ui/cost/costnotices.h"
#include "ui/cost/costspage.h"
#include "ui/cost/costtable.h"
#include "ui/cost/costtiles.h"
#include "ui/cost/heatmap.h"
#include "ui/cost/section.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

constexpr int chartHeight = 280;
constexpr int rowsHeight = 360;
constexpr double mostBudget = 9'000'000; // what an amount of money can hold

} // namespace

void CostsPage::build()
{
    auto *inside = new QWidget(this);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins({});
    m_empty = new EmptyState(inside);
    m_empty->setIcon(Icons::Name::Costs);
    m_empty->setTexts(tr("Adding up…"), tr("The charges are being read from the store."));
    m_filled = buildContent();
    column->addWidget(m_empty);
    column->addWidget(m_filled);
    showFilled(false);
    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Costs"));
}

QWidget *CostsPage::buildContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    m_filters = new CostFilterBar(content);
    m_tiles = new CostTiles(content);
    m_notices = new CostNotices(content);

    Section days(content, {});
    m_perBucketTitle = days.title;
    m_perBucketLegend = new ChartLegend(days.card);
    m_perBucket = new StackChart(days.card);
    m_perBucket->setAccessibleName(tr("Spend over time"));
    m_perBucket->setFixedHeight(chartHeight);
    days.column->addWidget(m_perBucketLegend);
    days.column->addWidget(m_perBucket);

    column->addWidget(buildHead());
    column->addWidget(m_filters);
    column->addWidget(m_tiles);
    column->addWidget(m_notices);
    column->addWidget(days.card);
    column->addWidget(buildRows());
    column->addWidget(buildCharts());
    column->addWidget(buildRankings());
    column->addWidget(buildTable());
    column->addStretch(1);
    return content;
}

QWidget *CostsPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(8);
    auto *button = new QPushButton(tr("Export"), head);
    button->setIcon(Icons::icon(Icons::Name::Export));
    auto *menu = new QMenu(button);
    menu->addAction(tr("Table (CSV)"), this, [this] { askFile(FileKind::Csv); });
    menu->addAction(tr("Picture (PNG)"), this, [this] { askFile(FileKind::Png); });
    menu->addAction(tr("Document (PDF)"), this, [this] { askFile(FileKind::Pdf); });
    button->setMenu(menu);
    row->addWidget(Labels::heading(tr("Costs"), head), 1);
    row->addWidget(button);
    return head;
}

QWidget *CostsPage::buildCharts()
{
    auto *both = new QWidget(this);
    auto *across = new QHBoxLayout(both);
    across->setContentsMargins({});
    across->setSpacing(12);

    Section sum(both, tr("Added up"));
    m_sumLegend = new ChartLegend(sum.card);
    m_sum = new StackChart(sum.card);
    m_sum->setAccessibleName(tr("Spend added up"));
    m_sum->setFixedHeight(chartHeight);
    m_band = Labels::quiet({}, sum.card);
    sum.column->addWidget(m_sumLegend);
    sum.column->addWidget(m_sum, 1);
    sum.column->addWidget(m_band);
    sum.column->addWidget(buildBudget());

    Section heat(both, tr("By hour and weekday"));
    m_heat = new HeatMap(heat.card);
    m_heat->setAccessibleName(tr("Spend by hour and weekday"));
    heat.column->addWidget(m_heat, 1);
    across->addWidget(sum.card, 1);
    across->addWidget(heat.card, 1);
    return both;
}

QWidget *CostsPage::buildBudget()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_budget = new QDoubleSpinBox(line);
    m_budget->setRange(0, mostBudget);
    m_budget->setDecimals(2);
    m_budget->setGroupSeparatorShown(true);
    m_budget->setPrefix(tr("$", "before an amount of US dollars"));
    m_budget->setSpecialValueText(tr("none"));
    m_budget->setKeyboardTracking(false);
    m_budget->setAccessibleName(tr("Budget of a month"));
    QLabel *name = Labels::body(tr("Budget of a month"), line);
    name->setWordWrap(false);
    row->addWidget(name);
    row->addWidget(m_budget);
    row->addStretch(1);
    return line;
}

QWidget *CostsPage::buildRankings()
{
    auto *all = new QWidget(this);
    auto *tiles = new TileLayout(12, all);
    const auto add = [&](const QString &title) {
        Section section(all, title);
        auto *table = new CostTable(CostTable::Size::Compact, section.card);
        table->setAccessibleName(title);
        section.column->addWidget(table);
        section.column->addStretch(1);
        tiles->addWidget(section.card);
        return std::pair(table, section);
    };
    const auto [conversations, section] = add(tr("Top conversations"));
    m_conversations = conversations;
    m_conversationsNote = Labels::quiet(tr("Being added up…"), section.card);
    section.column->insertWidget(1, m_conversationsNote);
    m_users = add(tr("Top users")).first;
    for (CostTable *table : {m_conversations, m_users})
        table->setColumnHidden(CostTableModel::PerRequest, true);
    m_strategies = add(tr("Strategies compared")).first;
    for (CostTable *table : {m_conversations, m_strategies}) // which have long names
        table->setColumnHidden(CostTableModel::Share, true);
    m_strategies->setColumnHidden(CostTableModel::Requests, true); // it is compared by the average
    return all;
}

QWidget *CostsPage::buildTable()
{
    Section section(this, {});
    m_tableTitle = section.title;
    m_table = new CostTable(CostTable::Size::Full, section.card);
    m_table->setAccessibleName(tr("The rows that sum to the spend on top"));
    section.column->addWidget(m_table);
    return section.card;
}

QWidget *CostsPage::buildRows()
{
    Section section(this, {});
    m_rowsCard = section.card;
    m_rowsTitle = section.title;
    auto *close = new QToolButton(section.card);
    close->setIcon(Icons::icon(Icons::Name::Close));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the list of requests"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, m_rowsCard, &QWidget::hide);
    section.column->removeWidget(m_rowsTitle);
    auto *head = new QHBoxLayout;
    head->addWidget(m_rowsTitle, 1);
    head->addWidget(close);
    section.column->addLayout(head);
    m_rows = new ChargeTableModel(this);
    m_rowsView = new QTableView(section.card);
    m_rowsView->setHorizontalHeader(new PaddedHeader(m_rowsView));
    m_rowsView->setModel(m_rows);
    m_rowsView->setItemDelegate(new PaddedDelegate(m_rowsView));
    m_rowsView->setAccessibleName(tr("The requests behind a figure"));
    m_rowsView->setFrameShape(QFrame::NoFrame);
    m_rowsView->setShowGrid(false);
    m_rowsView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rowsView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rowsView->setTabKeyNavigation(false);
    m_rowsView->setWordWrap(false);
    m_rowsView->verticalHeader()->hide();
    m_rowsView->setFixedHeight(rowsHeight);
    section.column->addWidget(m_rowsView);
    section.column->addWidget(
        Labels::quiet(tr("Double-click a request to open its conversation."), section.card));
    m_rowsCard->hide();
    return section.card;
}
