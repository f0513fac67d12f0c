#include "ui/cost/replaypage.h"

#include "ui/base/chartlegend.h"
#include "ui/base/emptystate.h"
#include "ui/base/errortext.h"
#include "ui/base/formats.h"
#include "ui/base/rowtable.h"
#include "ui/base/stackchart.h"
#include "ui/base/tonelabel.h"
#include "ui/cost/costtile.h"
#include "ui/cost/replaycharts.h"
#include "ui/cost/replayform.h"
#include "ui/cost/replaywords.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>

#include <limits>

ReplayPage::ReplayPage(QWidget *parent)
    : QScrollArea(parent)
{
    build();
    wire();
    retranslate();
    m_running->hide();
    m_problem->hide();
    showReport();
}

void ReplayPage::setPast(qint64 conversations, qint64 messages)
{
    m_past = {conversations, messages};
    showEmpty();
}

void ReplayPage::wire()
{
    connect(m_form->startButton(), &QPushButton::clicked, this, &ReplayPage::startRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ReplayPage::cancelRequested);
    connect(m_form, &ReplayForm::changed, this, &ReplayPage::showEmpty);
    connect(m_kept, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_shown = std::max(0, index);
        showReport();
    });
    connect(m_by, &QComboBox::currentIndexChanged, this, &ReplayPage::showParts);
    connect(m_rowsTable, &RowTable::rowChosen, this,
            [this](const QModelIndex &index) { chooseRow(index.row()); });
    for (StackChart *chart : {m_costs, m_tokens})
        connect(chart, &StackChart::barActivated, this, &ReplayPage::chooseRow);
}

void ReplayPage::setModels(const QList<Core::ReplayModel> &usual,
                           const QList<Core::ReplayModel> &others)
{
    m_form->setModels(usual, others);
}

std::optional<Core::ReplayQuery> ReplayPage::query(const QDateTime &now) const
{
    return m_form->query(now);
}

void ReplayPage::setReports(const QList<Core::ReplayReport> &reports)
{
    m_reports = reports;
    m_shown = 0;
    const QSignalBlocker blocker(m_kept);
    m_kept->clear();
    for (const Core::ReplayReport &report : reports)
        m_kept->addItem(ReplayWords::title(report));
    showReport();
}

void ReplayPage::beginRun()
{
    m_problem->hide();
    m_form->setEnabled(false);
    m_bar->setRange(0, 0);
    m_running->show();
    showEmpty();
}

void ReplayPage::showProgress(qint64 conversations, qint64 of)
{
    constexpr qint64 most = std::numeric_limits<int>::max();
    m_bar->setRange(0, int(std::min(most, of)));
    m_bar->setValue(int(std::min(most, conversations)));
    m_bar->setFormat(
        tr("%1 of %2 conversations").arg(Formats::number(conversations), Formats::number(of)));
}

void ReplayPage::endRun()
{
    m_running->hide();
    m_form->setEnabled(true);
    showEmpty();
}

void ReplayPage::showError(const Core::Error &error)
{
    const bool isCancelled = error.kind == Core::Error::Kind::Cancelled;
    m_problem->setTone(isCancelled ? ToneLabel::Tone::Quiet : ToneLabel::Tone::Bad);
    m_problem->setText(isCancelled
                           ? tr("Cancelled. A part is not shown for the whole, so nothing is kept.")
                           : errorText(error));
    m_problem->show();
}

void ReplayPage::showReport()
{
    m_result->setVisible(m_shown < m_reports.size());
    showEmpty();
    if (m_shown >= m_reports.size())
        return;
    const Core::ReplayReport &report = m_reports[m_shown];
    m_headline->setText(ReplayWords::headline(report));
    m_parameters->setText(ReplayWords::parameters(report.query));
    m_notes->setText(ReplayWords::notes(report));
    m_rows.setReport(report);
    m_rowsTable->fitColumns();
    showTiles();
    chooseRow(std::max<qsizetype>(0, ReplayRows::cheapest(report)));
}

void ReplayPage::showEmpty()
{
    m_empty->setVisible(m_reports.isEmpty() && m_running->isHidden());
    const auto query = m_form->query(QDateTime::currentDateTimeUtc());
    if (m_past && m_past->first == 0)
        m_empty->setTexts(tr("No conversations yet"),
                          tr("Once there are some, this page tells what their answers would have "
                             "cost under other strategies, models and prices."));
    else if (!query)
        m_empty->setTexts(tr("Nothing to compare yet"),
                          tr("Choose at least one strategy and one model."));
    else
        m_empty->setTexts(tr("Ready to look back"), whatIsAsked(*query));
}

QString ReplayPage::whatIsAsked(const Core::ReplayQuery &query) const
{
    const auto ways = int(query.ways.size());
    const auto models = int(query.models.size());
    const QString asked =
        tr("Every request of the chosen time is built once more for %1 and %2: %3 to compare by "
           "cost, tokens and share of the cache, beside what was billed; each of them also by day, "
           "by user and by model.",
           "strategies, models, rows")
            .arg(tr("%Ln strategies", nullptr, ways), tr("%Ln models", nullptr, models),
                 tr("%Ln rows", nullptr, ways * models));
    if (!m_past)
        return asked;
    return tr("%1 with %2 are stored.", "conversations, messages")
               .arg(tr("%Ln conversation(s)", nullptr, int(m_past->first)),
                    tr("%Ln message(s)", nullptr, int(m_past->second)))
        + QChar::Space + asked;
}

void ReplayPage::showTiles()
{
    const Core::ReplayReport &report = m_reports[m_shown];
    const Core::ReplayPart &all = report.figures.all;
    const auto billed = all.billed.known();
    const qsizetype best = ReplayRows::cheapest(report);
    const auto cost =
        best < 0 ? std::optional<Core::Money>() : all.costOf(ReplayRows::totals(report, all, best));
    const auto saved = Core::savingOf(billed, cost);
    m_tiles[Billed]->setFigure(tr("Billed"), ReplayWords::money(billed));
    m_tiles[Billed]->setNote(billed ? tr("for the same requests") : tr("no bill is known"));
    m_tiles[Cheapest]->setFigure(tr("Cheapest"), ReplayWords::money(cost));
    m_tiles[Cheapest]->setNote(best < 0 ? QString() : ReplayWords::row(report.query, best));
    m_tiles[Saved]->setFigure(tr("Saved"), ReplayWords::money(saved));
    m_tiles[Saved]->setNote(ReplayWords::share(saved, billed));
    m_tiles[Requests]->setFigure(tr("Requests"),
                                 Formats::number(all.billed.requests + all.billed.unbilled));
    m_tiles[Requests]->setNote(
        tr("of %Ln conversations, in %1", nullptr, int(report.figures.conversations))
            .arg(Formats::duration(qRound64(report.seconds * 1000))));
}

void ReplayPage::chooseRow(qsizetype row)
{
    m_row = row;
    m_rows.setChosen(int(row));
    showCharts();
    showParts();
}

void ReplayPage::showCharts()
{
    const Core::ReplayReport &report = m_reports[m_shown];
    m_costs->setData(ReplayCharts::costs(report, palette()));
    m_costsLegend->setEntries(m_costs->data());
    m_tokens->setData(ReplayCharts::tokens(report, palette()));
    m_tokensLegend->setEntries(m_tokens->data());
    m_days->setData(ReplayCharts::days(report, m_row, palette()));
    m_daysLegend->setEntries(m_days->data());
}

void ReplayPage::showParts()
{
    if (m_shown >= m_reports.size())
        return;
    const Core::ReplayReport &report = m_reports[m_shown];
    m_daysTitle->setText(ReplayWords::row(report.query, m_row));
    m_parts.setReport(report, m_row, ReplayPartsModel::By(std::max(0, m_by->currentIndex())));
    m_partsTable->fitColumns();
}

void ReplayPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && m_shown < m_reports.size())
        showCharts(); // they hold colours
}
