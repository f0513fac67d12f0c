#include "ui/cost/costspage.h"

#include "ui/base/chartlegend.h"
#include "ui/base/emptystate.h"
#include "ui/base/errortext.h"
#include "ui/base/formats.h"
#include "ui/cost/chargetablemodel.h"
#include "ui/cost/costcharts.h"
#include "ui/cost/costexport.h"
#include "ui/cost/costfilterbar.h"
#include "ui/cost/costnotices.h"
#include "ui/cost/costtable.h"
#include "ui/cost/costtiles.h"
#include "ui/cost/costwords.h"
#include "ui/cost/heatmap.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int topRows = 8;

} // namespace

CostsPage::CostsPage(QWidget *parent)
    : QScrollArea(parent)
{
    build();
    wire();
}

Core::CostQuery CostsPage::query(const QDateTime &now) const
{
    return m_filters->query(now);
}

void CostsPage::wire()
{
    connect(m_filters, &CostFilterBar::changed, this, &CostsPage::queryChanged);
    connect(m_notices, &CostNotices::anomalyActivated, this, &CostsPage::askAnomaly);
    connect(m_perBucket, &StackChart::barActivated, this, &CostsPage::askBucket);
    connect(m_sum, &StackChart::barActivated, this, &CostsPage::askBucket);
    for (CostTable *table : {m_conversations, m_users, m_strategies, m_table})
        connect(table, &CostTable::rowActivated, this, &CostsPage::askRow);
    connect(m_rowsView, &QTableView::activated, this, [this](const QModelIndex &index) {
        const Core::Charge &charge = m_rows->charge(index.row());
        if (!charge.conversationId.isEmpty())
            emit conversationActivated(charge.conversationId, charge.messageId);
    });
    connect(m_budget, &QDoubleSpinBox::valueChanged, this, [this](double dollars) {
        const Core::Money budget{qRound64(dollars * 100) * (Core::picoPerDollar / 100)};
        setMonthlyBudget(budget.pico > 0 ? std::optional(budget) : std::nullopt);
        emit monthlyBudgetChanged(m_content.monthlyBudget);
    });
}

void CostsPage::show(const Core::CostFigures &figures)
{
    const bool other = !(figures.query == m_content.figures.query);
    m_content.figures = figures;
    if (other) {
        m_content.details.reset();
        m_content.latencies.reset();
        m_rowsCard->hide();
    }
    m_filters->offer(figures);
    m_notices->show(figures);
    m_tiles->show(figures, m_content.details, m_content.monthlyBudget);
    m_tiles->showLatencies(m_content.latencies);
    m_heat->setHeat(figures.heat);
    showCharts();
    showRankings();
    const bool nothing = figures.knownModels.isEmpty() && figures.report.total.requests == 0
        && figures.query.filter.isEmpty();
    m_empty->setIcon(Icons::Name::Costs);
    m_empty->setTexts(tr("Nothing spent yet"),
                      tr("Every request is written down here with its tokens and its price. Ask "
                         "a first question in Chats, or import conversations."));
    showFilled(!nothing);
}

/// Not one above the other: what is empty would be as long as all the figures.
void CostsPage::showFilled(bool isFilled)
{
    m_empty->setVisible(!isFilled);
    m_filled->setVisible(isFilled);
}

void CostsPage::showCharts()
{
    const Core::CostFigures &figures = m_content.figures;
    switch (figures.chart.step) {
    case Core::TimeStep::Hour:
        m_perBucketTitle->setText(tr("Spend by hour"));
        break;
    case Core::TimeStep::Day:
        m_perBucketTitle->setText(tr("Spend by day"));
        break;
    case Core::TimeStep::Month:
        m_perBucketTitle->setText(tr("Spend by month"));
        break;
    }
    m_perBucket->setData(CostCharts::perBucket(figures, palette()));
    m_perBucketLegend->setEntries(m_perBucket->data());
    m_sum->setData(CostCharts::cumulative(figures, m_content.monthlyBudget, palette()));
    m_sumLegend->setEntries(m_sum->data());
    m_band->setText(m_sum->data().band ? CostWords::band(*figures.monthEnd) : QString());
    m_band->setVisible(!m_band->text().isEmpty());
}

void CostsPage::showRankings()
{
    const Core::CostFigures &figures = m_content.figures;
    m_users->setReport(figures.users, topRows);
    m_strategies->setReport(figures.strategies, topRows);
    m_tableTitle->setText(CostWords::heading(figures.query.by));
    m_table->setReport(figures.report);
    m_conversations->setVisible(m_content.details.has_value());
    m_conversationsNote->setVisible(!m_content.details);
    if (m_content.details)
        m_conversations->setReport(m_content.details->dearest, topRows, m_content.titles);
    widget()->updateGeometry();
}

void CostsPage::showDetails(const Core::CostDetails &details, const QHash<QString, QString> &titles)
{
    m_content.details = details;
    m_content.titles = titles;
    m_tiles->show(m_content.figures, details, m_content.monthlyBudget);
    showRankings();
}

void CostsPage::showLatencies(const Core::Latencies &latencies)
{
    m_content.latencies = latencies;
    m_tiles->showLatencies(latencies);
}

void CostsPage::showRows(const QList<Core::Charge> &charges, const QHash<QString, QString> &titles)
{
    m_rows->setCharges(charges, m_content.figures.query.period.zone, titles);
    std::optional<Core::Money> sum;
    for (const Core::Charge &charge : charges) {
        if (charge.amount)
            sum = sum ? *sum + *charge.amount : *charge.amount;
    }
    m_rowsTitle->setText(
        tr("Requests · %1 · %2 for %3", "day or cause, count, money")
            .arg(m_rowsHeading, Formats::number(charges.size()), Formats::moneyOrUnpriced(sum)));
    m_rowsView->resizeColumnsToContents();
    m_rowsCard->show();
    widget()->layout()->activate();
    ensureWidgetVisible(m_rowsCard);
}

bool CostsPage::isComplete() const
{
    return m_content.details || m_filled->isHidden();
}

void CostsPage::setTags(const QStringList &tags)
{
    m_filters->offerTags(tags);
}

void CostsPage::setMonthlyBudget(const std::optional<Core::Money> &budget)
{
    m_content.monthlyBudget = budget;
    const QSignalBlocker blocker(m_budget);
    m_budget->setValue(budget ? double(budget->pico) / double(Core::picoPerDollar) : 0);
    if (m_content.figures.chart.buckets.isEmpty())
        return; // nothing is shown yet
    m_tiles->show(m_content.figures, m_content.details, budget);
    showCharts();
}

void CostsPage::showError(const Core::Error &error)
{
    m_empty->setIcon(Icons::Name::Error);
    m_empty->setTexts(tr("The costs cannot be read"), errorText(error));
    showFilled(false);
}

void CostsPage::askBucket(qsizetype bucket)
{
    const Core::CostFigures &figures = m_content.figures;
    const Core::TimeBucket &time = figures.chart.buckets[bucket];
    const QTimeZone &zone = figures.query.period.zone;
    ask(CostWords::fullBucket(time, figures.chart.step, zone),
        QDateTime::fromMSecsSinceEpoch(time.fromMs, zone),
        QDateTime::fromMSecsSinceEpoch(time.toMs, zone), figures.query.filter);
}

void CostsPage::askRow(Core::CostBy by, const QString &key)
{
    const Core::CostQuery &query = m_content.figures.query;
    Core::CostFilter filter = query.filter;
    if (by == Core::CostBy::User)
        filter.userId = key;
    else if (by == Core::CostBy::Provider)
        filter.provider = key;
    else if (by == Core::CostBy::Model)
        filter.model = key;
    else if (by == Core::CostBy::Strategy)
        filter.strategy = key;
    const bool isConversation = by == Core::CostBy::Conversation;
    const QString title = m_content.titles.value(key);
    ask(isConversation && !title.isEmpty() ? title : CostWords::name(by, key), query.period.from(),
        query.period.to(), filter, isConversation ? key : QString());
}

void CostsPage::askAnomaly(const Core::Anomaly &anomaly)
{
    const Core::CostQuery &query = m_content.figures.query;
    Core::CostFilter filter = query.filter;
    if (anomaly.model)
        filter.model = anomaly.model;
    if (anomaly.userId)
        filter.userId = anomaly.userId;
    ask(tr("%1: %2", "day, cause").arg(CostWords::day(anomaly.day), CostWords::cause(anomaly)),
        anomaly.day.startOfDay(query.period.zone),
        anomaly.day.addDays(1).startOfDay(query.period.zone), filter);
}

void CostsPage::ask(const QString &heading, const QDateTime &from, const QDateTime &to,
                    const Core::CostFilter &filter, const QString &conversation)
{
    m_rowsHeading = heading;
    emit rowsRequested(from, to, filter, conversation);
}

void CostsPage::askFile(FileKind kind)
{
    const Core::CostPeriod &period = m_content.figures.query.period;
    const std::pair<QString, QString> types[] = {{u"csv"_s, tr("Table (*.csv)")},
                                                 {u"png"_s, tr("Picture (*.png)")},
                                                 {u"pdf"_s, tr("Document (*.pdf)")}};
    const auto &[suffix, filter] = types[int(kind)];
    auto *dialog = new QFileDialog(this, tr("Export the costs"), {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(u"costs-%1-%2.%3"_s.arg(period.first.toString(Qt::ISODate),
                                               period.last.toString(Qt::ISODate), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString &path) {
        if (const auto written = write(kind, path); !written)
            emit failed(written.error());
    });
    dialog->open();
}

Core::Result<void> CostsPage::write(FileKind kind, const QString &path)
{
    switch (kind) {
    case FileKind::Csv:
        return CostExport::csv(path, m_content.figures);
    case FileKind::Png:
        return CostExport::png(path, *widget());
    case FileKind::Pdf:
        return CostExport::pdf(path, m_content);
    }
    Q_UNREACHABLE();
}

void CostsPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    const bool hasFigures = !m_content.figures.chart.buckets.isEmpty();
    if (event->type() == QEvent::LanguageChange && widget())
        rebuild();
    else if (event->type() == QEvent::PaletteChange && hasFigures)
        showCharts(); // they hold colours
}

/// In another language, with the period that the page begins with.
void CostsPage::rebuild()
{
    takeWidget()->deleteLater();
    const std::optional<Core::Money> budget = m_content.monthlyBudget;
    const bool hadFigures = !m_content.figures.chart.buckets.isEmpty();
    m_content = {};
    build();
    wire();
    setMonthlyBudget(budget);
    if (hadFigures)
        emit queryChanged();
}
