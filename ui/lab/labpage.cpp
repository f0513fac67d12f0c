#include "ui/lab/labpage.h"

#include "ui/base/chip.h"
#include "ui/base/emptystate.h"
#include "ui/base/errortext.h"
#include "ui/base/flowlayout.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/base/verdictlegend.h"
#include "ui/lab/cardheader.h"
#include "ui/lab/experimentspane.h"
#include "ui/lab/labbar.h"
#include "ui/lab/labmatrix.h"
#include "ui/lab/probespane.h"
#include "ui/lab/repliespane.h"
#include "ui/lab/timepane.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace {

constexpr int lowerHeight = 240;

} // namespace

LabPage::LabPage(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_empty(new EmptyState(this))
    , m_toChats(m_empty->addButton({}))
    , m_bar(new LabBar(this))
    , m_tabs(new QTabWidget(this))
    , m_table(new LabMatrix(m_model, this))
    , m_lower(new QStackedWidget(this))
    , m_replies(new RepliesPane(this))
    , m_probes(new ProbesPane(this))
    , m_time(new TimePane(this))
    , m_experiments(new ExperimentsPane(this))
{
    m_empty->setIcon(Icons::Name::Lab);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(buildContent());
    wire();
    wireMatrix();
    retranslate();
    m_table->cards().setCallsPerDay(m_bar->callsPerDay());
}

QWidget *LabPage::buildContent()
{
    auto *content = new QWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->addTab(buildCompare(), QString());
    m_tabs->addTab(m_time, QString());
    m_tabs->addTab(m_experiments, QString());
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_bar);
    column->addWidget(m_tabs, 1);
    return content;
}

QWidget *LabPage::buildCompare()
{
    auto *compare = new QWidget(this);
    auto *split = new QSplitter(Qt::Vertical, compare);
    split->setChildrenCollapsible(false);
    m_lower->addWidget(m_replies);
    m_lower->addWidget(m_probes);
    split->addWidget(m_table);
    split->addWidget(m_lower);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({3 * lowerHeight / 2, lowerHeight});
    m_lower->hide();
    m_table->setCorner(buildCorner());
    auto *column = new QVBoxLayout(compare);
    column->setContentsMargins(0, 12, 0, 0);
    column->addWidget(split);
    return compare;
}

QWidget *LabPage::buildCorner()
{
    auto *corner = new QWidget(this);
    auto *column = new QVBoxLayout(corner);
    column->setContentsMargins(0, 4, 12, 8);
    column->setSpacing(8);
    m_counts = Labels::body({}, corner);
    m_onlyDifferent = new Chip(corner);
    m_onlyDifferent->setCheckable(true);
    column->addWidget(m_counts);
    m_probesChip = new Chip(corner);
    m_probesChip->setCheckable(true);
    auto *chips = new QWidget(corner);
    auto *row = new FlowLayout(8, chips);
    row->setContentsMargins({});
    row->addWidget(m_onlyDifferent);
    row->addWidget(m_probesChip);
    column->addWidget(chips);
    column->addStretch(1);
    column->addWidget(new VerdictLegend(corner));
    return corner;
}

void LabPage::retranslate()
{
    setAccessibleName(tr("Lab"));
    m_empty->setTexts(tr("Compare strategies on a conversation"),
                      tr("The lab lays context strategies side by side: which messages each one "
                         "sends, what a call costs, and what the model answers. Begin or import "
                         "a conversation in Chats first."));
    m_toChats->setText(tr("Go to Chats"));
    for (const auto &[tab, name] :
         {std::pair(Tab::Compare, tr("Compare")), std::pair(Tab::Time, tr("Time travel")),
          std::pair(Tab::Experiments, tr("Experiments"))})
        m_tabs->setTabText(int(tab), name);
    m_onlyDifferent->setText(tr("Only differences"));
    m_onlyDifferent->setToolTip(tr("Only messages of which the cards send different parts"));
    m_probesChip->setText(tr("Probes"));
    m_probesChip->setToolTip(tr("Mark which messages a question needs, and measure how much of "
                                "them each card sends"));
    showDifferences();
}

void LabPage::wire()
{
    connect(m_bar, &LabBar::conversationChosen, this, &LabPage::conversationChosen);
    connect(m_bar, &LabBar::questionChanged, this, &LabPage::questionChanged);
    connect(m_bar, &LabBar::cardRequested, this, &LabPage::cardAdded);
    connect(m_bar, &LabBar::replayRequested, this, &LabPage::replayRequested);
    connect(m_bar, &LabBar::askRequested, this, &LabPage::askRequested);
    connect(m_bar, &LabBar::callsPerDayChanged, &m_table->cards(), &CardHeader::setCallsPerDay);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        showAsk();
        emit tabChanged();
    });
    connect(m_probesChip, &Chip::toggled, this, &LabPage::showProbes);
    connect(m_probes, &ProbesPane::closeRequested, this, [this] { showProbes(false); });
    connect(m_replies, &RepliesPane::runningChanged, this, &LabPage::showAsk);
    connect(m_replies, &RepliesPane::closeRequested, this, [this] {
        showProbes(m_probesChip->isChecked());
        emit m_replies->stopRequested(); // nobody looks at what it would cost
    });
    connect(m_time, &TimePane::messageActivated, this, &LabPage::messageActivated);
    connect(m_toChats, &QPushButton::clicked, this, &LabPage::chatsRequested);
}

void LabPage::wireMatrix()
{
    connect(&m_table->cards(), &CardHeader::cardChanged, this, &LabPage::cardChanged);
    connect(&m_table->cards(), &CardHeader::duplicateRequested, this, &LabPage::cardDuplicated);
    connect(&m_table->cards(), &CardHeader::moveRequested, this, &LabPage::cardMoved);
    connect(m_table, &LabMatrix::evidenceToggled, this, &LabPage::evidenceToggled);
    connect(&m_table->cards(), &CardHeader::removeRequested, this, &LabPage::cardRemoved);
    connect(m_table, &LabMatrix::messageActivated, this, &LabPage::messageActivated);
    connect(m_onlyDifferent, &Chip::toggled, this, [this](bool only) {
        m_table->showRows(only ? LabFilter::Rows::OnlyDifferent : LabFilter::Rows::All);
    });
    connect(&m_model, &LabMatrixModel::compared, this, &LabPage::showDifferences);
}

void LabPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

LabPage::Tab LabPage::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void LabPage::addTab(QWidget *view, const QString &title)
{
    m_tabs->addTab(view, title);
}

void LabPage::showProbes(bool shown)
{
    m_probesChip->setChecked(shown);
    m_table->setMarking(shown);
    m_table->cards().setCompact(shown); // so that there are rows to be marked
    m_lower->setCurrentWidget(shown ? static_cast<QWidget *>(m_probes) : m_replies);
    m_lower->setVisible(shown);
    emit probesShown(shown);
}

void LabPage::setConversations(const QList<Core::Conversation> &conversations,
                               const QString &current)
{
    m_bar->setConversations(conversations, current);
    if (conversations.isEmpty())
        m_pages->setCurrentWidget(m_empty);
}

QString LabPage::question() const
{
    return m_bar->question();
}

void LabPage::setQuestion(const QString &question)
{
    m_bar->setQuestion(question);
}

int LabPage::callsPerDay() const
{
    return m_bar->callsPerDay();
}

void LabPage::setCallsPerDay(int calls)
{
    m_bar->setCallsPerDay(calls);
}

void LabPage::setModels(const QList<LabModel> &models)
{
    m_table->cards().setModels(models);
    m_probes->setModels(models);
    m_replies->setModels(models);
}

void LabPage::setMessages(const QList<Core::Message> &messages)
{
    m_model.setMessages(messages);
    if (question().isEmpty()) // otherwise the last message is what was typed
        m_bar->setLastQuestion(messages.isEmpty() ? QString() : messages.last().content);
    m_pages->setCurrentIndex(1);
    showAsk();
}

void LabPage::showError(const Core::Error &error)
{
    m_counts->setText(errorText(error));
    m_pages->setCurrentIndex(1);
}

void LabPage::beginReplies(const QList<Core::TrialCard> &cards)
{
    m_replies->begin(cards);
    m_lower->setCurrentWidget(m_replies);
    m_lower->show();
    showTab(Tab::Compare);
}

void LabPage::showDifferences()
{
    const int rows = m_model.rowCount();
    const int different = m_model.differences();
    m_counts->setText(rows == 0 ? tr("No messages yet. Ask something above, and see what goes out.")
                                : tr("%1 of %2 messages differ between the cards.")
                                      .arg(Formats::number(different), Formats::number(rows)));
    showAsk();
}

void LabPage::showAsk()
{
    m_bar->setCanAsk(m_model.rowCount() > 0 && m_model.columnCount() > 0
                     && !m_replies->isRunning());
}

void LabPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
