#include "ui/lab/probespane.h"

#include "ui/base/chartlegend.h"
#include "ui/base/errortext.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/base/stackchart.h"
#include "ui/base/tooltips.h"
#include "ui/base/undobar.h"
#include "ui/lab/recallchart.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

namespace {

constexpr int leastListWidth = 260;
constexpr int listSpacing = 3; // a row is two lines: which belong together must be seen

} // namespace

ProbesPane::ProbesPane(QWidget *parent)
    : QWidget(parent)
    , m_title(Labels::title({}, this))
    , m_state(Labels::quiet({}, this))
    , m_add(new QPushButton(this))
    , m_propose(new QToolButton(this))
    , m_proposers(new QMenu(m_propose))
    , m_confirm(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_list(new QListWidget(this))
    , m_remove(new QPushButton(this))
    , m_curveTitle(Labels::body({}, this))
    , m_hint(Labels::quiet({}, this))
    , m_chart(new StackChart(this))
    , m_legend(new ChartLegend(this))
    , m_curvePages(new QStackedWidget(this))
    , m_undo(new UndoBar(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildHead());
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(buildList(), 2);
    row->addWidget(buildCurves(), 3);
    column->addLayout(row, 1);
    column->addWidget(m_undo);
    wire();
    retranslate();
}

QWidget *ProbesPane::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_title->setWordWrap(false);
    m_propose->setPopupMode(QToolButton::InstantPopup);
    m_propose->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_propose->setMenu(m_proposers);
    m_add->setIcon(Icons::icon(Icons::Name::Add));
    m_confirm->setIcon(Icons::icon(Icons::Name::Check));
    m_close->setAutoRaise(true);
    m_close->setIcon(Icons::icon(Icons::Name::Close));
    row->addWidget(m_title);
    for (QWidget *each : std::initializer_list<QWidget *>{m_add, m_propose, m_confirm, m_dismiss})
        row->addWidget(each);
    row->addWidget(m_state, 1);
    row->addWidget(m_export);
    row->addWidget(m_close);
    return head;
}

QWidget *ProbesPane::buildList()
{
    m_listHolder = new QWidget(this);
    auto *column = new QVBoxLayout(m_listHolder);
    column->setContentsMargins({});
    column->setSpacing(4);
    m_list->setSpacing(listSpacing);
    m_list->setMinimumWidth(leastListWidth);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideRight);
    column->addWidget(m_list, 1);
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    return m_listHolder;
}

QWidget *ProbesPane::buildCurves()
{
    auto *holder = new QWidget(this);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *chart = new QWidget(holder);
    auto *inside = new QVBoxLayout(chart);
    inside->setContentsMargins({});
    inside->addWidget(m_legend);
    inside->addWidget(m_chart, 1);
    m_hint->setAlignment(Qt::AlignTop);
    m_curvePages->addWidget(m_hint);
    m_curvePages->addWidget(chart);
    column->addWidget(m_curveTitle);
    column->addWidget(m_curvePages, 1);
    return holder;
}

void ProbesPane::wire()
{
    connect(m_add, &QPushButton::clicked, this, &ProbesPane::addRequested);
    connect(m_confirm, &QPushButton::clicked, this, &ProbesPane::proposalConfirmed);
    connect(m_dismiss, &QPushButton::clicked, this, &ProbesPane::proposalDismissed);
    connect(m_export, &QPushButton::clicked, this, &ProbesPane::chooseFile);
    connect(m_close, &QToolButton::clicked, this, &ProbesPane::closeRequested);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_remove->setEnabled(row >= 0);
        if (row >= 0)
            emit probeChosen(row);
    });
    connect(m_remove, &QPushButton::clicked, this,
            [this] { emit removeRequested(m_list->currentRow()); });
}

void ProbesPane::retranslate()
{
    m_title->setText(tr("Probes"));
    m_add->setText(tr("Measure this question"));
    m_add->setToolTip(tr("Keeps the question as a probe. Then mark the messages above that its "
                         "answer needs: with a click on the diamond, or with E."));
    m_propose->setText(tr("Propose messages"));
    m_propose->setToolTip(tr("Looks for the messages that the answer may need, for you to "
                             "confirm"));
    m_dismiss->setText(tr("Dismiss"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("As JSON lines, which skein evaluate reads"));
    m_close->setToolTip(tr("Hide the probes"));
    m_close->setAccessibleName(tr("Hide the probes"));
    m_list->setAccessibleName(tr("Questions by which the cards are measured"));
    m_remove->setText(tr("Remove the probe"));
    m_curveTitle->setText(tr("Recall by budget"));
    m_curveTitle->setToolTip(tr("The budget is for what is selected: without the system messages "
                                "and the question"));
    m_chart->setAccessibleName(tr("Recall of every card under growing budgets"));
    showModels();
    showProbes();
    showProposed();
    showCurves();
}

void ProbesPane::setProbes(const QList<Core::Probe> &probes, int current)
{
    m_probes = probes;
    showProbes();
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(current);
    m_remove->setEnabled(current >= 0);
    showCurves();
}

void ProbesPane::showProbes()
{
    const QSignalBlocker blocker(m_list);
    const int current = m_list->currentRow();
    m_list->clear();
    for (const Core::Probe &probe : std::as_const(m_probes)) {
        const int needed = int(probe.evidence.size());
        const QString needs = needed > 0 ? tr("needs %Ln message(s)", nullptr, needed)
                                         : tr("mark above which messages the answer needs");
        auto *item = new QListWidgetItem(
            tr("%1\n%2", "question, what it needs").arg(probe.question, needs), m_list);
        item->setToolTip(plainToolTip(probe.question));
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    m_listHolder->setVisible(!m_probes.isEmpty());
    m_remove->setEnabled(m_list->currentRow() >= 0);
    m_export->setEnabled(hasEvidence());
}

bool ProbesPane::hasEvidence() const
{
    return std::any_of(m_probes.cbegin(), m_probes.cend(),
                       [](const Core::Probe &probe) { return !probe.evidence.isEmpty(); });
}

void ProbesPane::setProposed(int messages)
{
    m_proposed = messages;
    showProposed();
}

void ProbesPane::showProposed()
{
    m_confirm->setText(tr("Confirm %Ln message(s)", nullptr, m_proposed));
    m_confirm->setVisible(m_proposed > 0);
    m_dismiss->setVisible(m_proposed > 0);
}

void ProbesPane::setModels(const QList<LabModel> &models)
{
    m_models = models;
    showModels();
}

void ProbesPane::showModels()
{
    m_proposers->clear();
    connect(m_proposers->addAction(tr("By words, on this machine")), &QAction::triggered, this,
            &ProbesPane::proposalRequested);
    m_proposers->addSeparator();
    for (const LabModel &model : std::as_const(m_models)) {
        QAction *ask = m_proposers->addAction(
            tr("Ask %1 · %2", "model, provider").arg(model.model, model.provider));
        connect(ask, &QAction::triggered, this,
                [this, model] { emit modelProposalRequested(model); });
    }
}

void ProbesPane::setCurves(const QList<Core::EvaluationRow> &rows,
                           const QList<Core::TrialCard> &cards)
{
    m_rows = rows;
    m_cards = cards;
    showCurves();
}

void ProbesPane::showCurves()
{
    const StackData chart = recallChart(m_rows, m_cards, palette());
    m_chart->setData(chart);
    m_legend->setEntries(chart);
    m_hint->setText(
        hasEvidence()
            ? tr("The cards are being measured…")
            : tr("A probe is a question and the messages that its answer needs. Add some, "
                 "and see here how much of what they need each card sends, and from which "
                 "budget on it is enough."));
    m_curvePages->setCurrentIndex(m_rows.isEmpty() ? 0 : 1);
}

void ProbesPane::showAsking(Asking asking, const QString &model)
{
    switch (asking) {
    case Asking::NotAsked:
        return m_state->clear();
    case Asking::Asked:
        return m_state->setText(tr("%1 looks for the messages…").arg(model));
    case Asking::NoneNeeded:
        return m_state->setText(tr("The model says that no message is needed."));
    case Asking::NotUnderstood:
        return m_state->setText(tr("The model did not name messages by their numbers."));
    }
    Q_UNREACHABLE();
}

void ProbesPane::showProblem(const Core::Error &error)
{
    m_state->setText(errorText(error));
}

void ProbesPane::offerUndo(std::function<void()> undo)
{
    m_undo->offer(tr("The probe is removed."), std::move(undo));
}

void ProbesPane::offerFormerProbes(std::function<void()> undo)
{
    m_undo->offer(tr("The experiment's probes took the place of the conversation's own."),
                  std::move(undo));
}

void ProbesPane::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the probes"), tr("probes.jsonl"),
                                   tr("JSON lines (*.jsonl)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ProbesPane::exportRequested);
    dialog->open();
}

void ProbesPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showCurves(); // the chart holds colours
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
}
