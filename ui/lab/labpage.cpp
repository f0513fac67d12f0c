#include "ui/lab/labpage.h"

#include "core/base/text.h"
#include "ui/base/chip.h"
#include "ui/base/emptystate.h"
#include "ui/base/errortext.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/lab/cardheader.h"
#include "ui/lab/labmatrix.h"
#include "ui/lab/repliespane.h"
#include "ui/lab/verdictkey.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace {

constexpr int usualTraffic = 1000;
constexpr int mostTraffic = 100'000'000;
constexpr int trafficStep = 100;
constexpr int questionDelayMs = 200; // planning waits until one pauses
constexpr int questionLength = 120;
constexpr int titleCharacters = 20;

} // namespace

LabPage::LabPage(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_empty(new EmptyState(this))
    , m_toChats(m_empty->addButton({}))
    , m_table(new LabMatrix(m_model, this))
    , m_replies(new RepliesPane(this))
{
    m_empty->setIcon(Icons::Name::Lab);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(buildContent());
    wire();
    retranslate();
    m_table->cards().setCallsPerDay(m_traffic->value());
}

QWidget *LabPage::buildContent()
{
    auto *content = new QWidget(this);
    auto *split = new QSplitter(Qt::Vertical, content);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_replies);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_replies->hide();
    m_table->setCorner(buildCorner());
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(buildHead());
    column->addWidget(buildBar());
    column->addWidget(split, 1);
    return content;
}

QWidget *LabPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_title = Labels::heading({}, head);
    m_title->setWordWrap(false);
    m_conversation = new QComboBox(head);
    m_conversation->setEditable(true); // to look for one by a part of its title
    m_conversation->setInsertPolicy(QComboBox::NoInsert);
    m_conversation->completer()->setFilterMode(Qt::MatchContains);
    m_conversation->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_conversation->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_conversation->setMinimumContentsLength(titleCharacters);
    m_add = new QPushButton(head);
    m_add->setIcon(Icons::icon(Icons::Name::Add));
    m_ask = new QPushButton(head);
    m_ask->setIcon(Icons::icon(Icons::Name::Send));
    m_ask->setDefault(true);
    row->addWidget(m_title);
    row->addSpacing(8);
    row->addWidget(m_conversation, 1);
    m_replay = new QPushButton(head);
    connect(m_replay, &QPushButton::clicked, this, &LabPage::replayRequested);
    row->addWidget(m_replay);
    row->addWidget(m_add);
    row->addWidget(m_ask);
    return head;
}

QWidget *LabPage::buildBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_questionName = Labels::body({}, bar);
    m_question = new QLineEdit(bar);
    m_question->setClearButtonEnabled(true);
    m_trafficName = Labels::body({}, bar);
    m_traffic = new QSpinBox(bar);
    m_traffic->setRange(0, mostTraffic);
    m_traffic->setSingleStep(trafficStep);
    m_traffic->setGroupSeparatorShown(true);
    m_traffic->setKeyboardTracking(false);
    m_traffic->setValue(usualTraffic);
    for (QLabel *name : {m_questionName, m_trafficName})
        name->setWordWrap(false);
    row->addWidget(m_questionName);
    row->addWidget(m_question, 1);
    row->addSpacing(8);
    row->addWidget(m_trafficName);
    row->addWidget(m_traffic);
    return bar;
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
    column->addWidget(m_onlyDifferent, 0, Qt::AlignLeft);
    column->addStretch(1);
    column->addWidget(new VerdictKey(corner));
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
    m_title->setText(tr("Lab"));
    m_conversation->setAccessibleName(tr("Conversation"));
    m_conversation->setToolTip(tr("The conversation that is looked at"));
    m_add->setText(tr("Add card"));
    m_replay->setText(tr("What if…"));
    m_replay->setToolTip(tr("What the whole stored past would have cost"));
    m_ask->setText(tr("Ask all"));
    m_ask->setToolTip(tr("Sends the request of every card and shows the replies side by side. "
                         "The conversation stays as it is; what it costs is booked as lab."));
    m_questionName->setText(tr("Question"));
    m_question->setAccessibleName(tr("Question"));
    m_question->setToolTip(tr("Another question than the conversation's last one; it goes behind "
                              "the whole conversation"));
    m_trafficName->setText(tr("Calls per day"));
    m_traffic->setAccessibleName(tr("Calls per day"));
    m_traffic->setToolTip(tr("The traffic that the cost per month is projected from"));
    m_onlyDifferent->setText(tr("Only differences"));
    m_onlyDifferent->setToolTip(tr("Only messages of which the cards send different parts"));
    showPlaceholder();
    showDifferences();
}

void LabPage::wire()
{
    connect(m_conversation, &QComboBox::activated, this, [this](int place) {
        emit conversationChosen(m_conversation->itemData(place).toString());
    });
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(questionDelayMs);
    connect(m_question, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &LabPage::questionChanged);
    connect(m_traffic, &QSpinBox::valueChanged, &m_table->cards(), &CardHeader::setCallsPerDay);
    connect(m_add, &QPushButton::clicked, this, &LabPage::cardAdded);
    connect(m_ask, &QPushButton::clicked, this, &LabPage::askRequested);
    connect(&m_table->cards(), &CardHeader::cardChanged, this, &LabPage::cardChanged);
    connect(&m_table->cards(), &CardHeader::removeRequested, this, &LabPage::cardRemoved);
    connect(m_table, &LabMatrix::messageActivated, this, &LabPage::messageActivated);
    connect(m_onlyDifferent, &Chip::toggled, this, [this](bool only) {
        m_table->showRows(only ? LabFilter::Rows::OnlyDifferent : LabFilter::Rows::All);
    });
    connect(&m_model, &LabMatrixModel::compared, this, &LabPage::showDifferences);
    connect(m_replies, &RepliesPane::runningChanged, this, &LabPage::showAsk);
    connect(m_replies, &RepliesPane::closeRequested, this, [this] {
        m_replies->hide();
        emit m_replies->stopRequested(); // nobody looks at what it would cost
    });
}

void LabPage::setConversations(const QList<Core::Conversation> &conversations,
                               const QString &current)
{
    const QSignalBlocker blocker(m_conversation);
    m_conversation->clear();
    for (const Core::Conversation &each : conversations)
        m_conversation->addItem(each.title.isEmpty() ? tr("Untitled conversation") : each.title,
                                each.id);
    m_conversation->setCurrentIndex(m_conversation->findData(current));
    m_conversation->lineEdit()->setCursorPosition(0);
    if (conversations.isEmpty())
        m_pages->setCurrentWidget(m_empty);
}

void LabPage::setModels(const QList<LabModel> &models)
{
    m_table->cards().setModels(models);
}

void LabPage::setMessages(const QList<Core::Message> &messages)
{
    m_model.setMessages(messages);
    showPlaceholder();
    m_pages->setCurrentIndex(1);
    showAsk();
}

void LabPage::showPlaceholder()
{
    if (!question().isEmpty())
        return; // the last message is what was typed here
    const QList<Core::Message> &messages = m_model.messages();
    const QString last =
        messages.isEmpty() ? QString() : Core::firstLine(messages.last().content, questionLength);
    m_question->setPlaceholderText(last.isEmpty() ? tr("This conversation has no question yet")
                                                  : tr("Its last question: %1").arg(last));
}

void LabPage::showError(const Core::Error &error)
{
    m_counts->setText(errorText(error));
    m_pages->setCurrentIndex(1);
}

void LabPage::beginReplies(const QList<Core::TrialCard> &cards)
{
    m_replies->begin(cards);
    m_replies->show();
}

QString LabPage::question() const
{
    return m_question->text().trimmed();
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
    m_ask->setEnabled(m_model.rowCount() > 0 && m_model.columnCount() > 0
                      && !m_replies->isRunning());
}

void LabPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
