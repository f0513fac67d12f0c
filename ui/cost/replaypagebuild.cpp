// The parts of the page and where they stand.

#include "ui/base/chartlegend.h"
#include "ui/base/emptystate.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/base/rowtable.h"
#include "ui/base/stackchart.h"
#include "ui/base/tilelayout.h"
#include "ui/base/tonelabel.h"
#include "ui/cost/costtile.h"
#include "ui/cost/replayform.h"
#include "ui/cost/replaypage.h"
#include "ui/cost/section.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace {

constexpr int chartHeight = 240;

} // namespace

void ReplayPage::build()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    m_title = Labels::heading({}, content);
    m_introduction = Labels::quiet({}, content);
    m_problem = new ToneLabel(content);
    m_empty = new EmptyState(content);
    m_empty->setIcon(Icons::Name::Costs);
    column->addWidget(m_title);
    column->addWidget(m_introduction);
    column->addWidget(buildForm());
    column->addWidget(m_problem);
    column->addWidget(m_empty, 1);
    column->addWidget(buildResult());
    column->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QWidget *ReplayPage::buildForm()
{
    Section section(this, {});
    section.title->hide();
    m_form = new ReplayForm(section.card);
    m_running = new QWidget(section.card);
    m_bar = new QProgressBar(m_running);
    m_cancel = new QPushButton(m_running);
    auto *row = new QHBoxLayout(m_running);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    section.column->addWidget(m_form);
    section.column->addWidget(m_running);
    return section.card;
}

QWidget *ReplayPage::buildResult()
{
    m_result = new QWidget(this);
    auto *column = new QVBoxLayout(m_result);
    column->setContentsMargins({});
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_headline = Labels::title({}, m_result);
    m_kept = new QComboBox(m_result);
    m_kept->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    head->addWidget(m_headline, 1);
    head->addWidget(m_kept);
    auto *tiles = new QWidget(m_result);
    auto *layout = new TileLayout(12, tiles);
    for (CostTile *&tile : m_tiles) {
        tile = new CostTile(tiles);
        layout->addWidget(tile);
    }
    column->addLayout(head);
    m_parameters = Labels::quiet({}, m_result);
    column->addWidget(m_parameters);
    column->addWidget(tiles);
    column->addWidget(buildCharts());
    column->addWidget(buildRows());
    column->addWidget(buildParts());
    m_notes = Labels::quiet({}, m_result);
    column->addWidget(m_notes);
    return m_result;
}

QWidget *ReplayPage::buildCharts()
{
    auto *both = new QWidget(this);
    auto *across = new QHBoxLayout(both);
    across->setContentsMargins({});
    across->setSpacing(12);
    const auto add = [&](QLabel *&title, ChartLegend *&legend, StackChart *&chart) {
        Section section(both, {});
        title = section.title;
        legend = new ChartLegend(section.card);
        chart = new StackChart(section.card);
        chart->setFixedHeight(chartHeight);
        section.column->addWidget(legend);
        section.column->addWidget(chart);
        section.column->addStretch(1);
        across->addWidget(section.card, 1);
    };
    add(m_costsTitle, m_costsLegend, m_costs);
    add(m_tokensTitle, m_tokensLegend, m_tokens);
    return both;
}

QWidget *ReplayPage::buildRows()
{
    Section section(this, {});
    m_rowsTitle = section.title;
    m_rowsTable = new RowTable(section.card);
    m_rowsTable->setModel(&m_rows);
    m_rowsHint = Labels::quiet({}, section.card);
    section.column->addWidget(m_rowsTable);
    section.column->addWidget(m_rowsHint);
    return section.card;
}

QWidget *ReplayPage::buildParts()
{
    Section section(this, {});
    m_daysTitle = section.title;
    m_daysLegend = new ChartLegend(section.card);
    m_days = new StackChart(section.card);
    m_days->setFixedHeight(chartHeight);
    m_by = new QComboBox(section.card);
    m_partsTable = new RowTable(section.card);
    m_partsTable->setModel(&m_parts);
    section.column->addWidget(m_daysLegend);
    section.column->addWidget(m_days);
    section.column->addWidget(m_by, 0, Qt::AlignLeft);
    section.column->addWidget(m_partsTable);
    return section.card;
}

void ReplayPage::retranslate()
{
    setAccessibleName(tr("What if"));
    m_title->setText(tr("What would it have cost?"));
    m_introduction->setText(tr("Asks the whole stored past once more: every request under other "
                               "strategies, models and prices, counted token by token, beside "
                               "what was billed. Nothing is sent."));
    m_cancel->setText(tr("Cancel"));
    m_bar->setAccessibleName(tr("How far the look back is"));
    m_kept->setAccessibleName(tr("Earlier looks back"));
    m_costsTitle->setText(tr("Cost of each row"));
    m_costs->setAccessibleName(m_costsTitle->text());
    m_tokensTitle->setText(tr("Tokens of each row"));
    m_tokens->setAccessibleName(m_tokensTitle->text());
    m_rowsTitle->setText(tr("Strategies and models"));
    m_rowsTable->setAccessibleName(m_rowsTitle->text());
    m_rowsHint->setText(tr("Click a row to see its days, users and models below."));
    m_days->setAccessibleName(tr("Cost by day"));
    m_partsTable->setAccessibleName(tr("The row in parts"));
    m_by->setAccessibleName(tr("What the parts are by"));
    const QSignalBlocker blocker(m_by);
    const int by = std::max(0, m_by->currentIndex());
    m_by->clear();
    m_by->addItems({tr("By day"), tr("By user"), tr("By model that was asked")});
    m_by->setCurrentIndex(by);
    setReports(m_reports);
}
