#include "ui/lab/labbar.h"

#include "core/base/text.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimer>

namespace {

constexpr int usualTraffic = 1000;
constexpr int mostTraffic = 100'000'000;
constexpr int trafficStep = 100;
constexpr int questionDelayMs = 200; // planning waits until one pauses
constexpr int questionLength = 120;
constexpr int titleCharacters = 20;

} // namespace

LabBar::LabBar(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addWidget(buildHead());
    column->addWidget(buildQuestion());
    wire();
    retranslate();
}

QWidget *LabBar::buildHead()
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
    m_replay = new QPushButton(head);
    m_add = new QPushButton(head);
    m_add->setIcon(Icons::icon(Icons::Name::Add));
    m_ask = new QPushButton(head);
    m_ask->setIcon(Icons::icon(Icons::Name::Send));
    m_ask->setDefault(true);
    row->addWidget(m_title);
    row->addSpacing(8);
    row->addWidget(m_conversation, 1);
    row->addWidget(m_replay);
    row->addWidget(m_add);
    row->addWidget(m_ask);
    return head;
}

QWidget *LabBar::buildQuestion()
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

void LabBar::wire()
{
    connect(m_conversation, &QComboBox::activated, this, [this](int place) {
        emit conversationChosen(m_conversation->itemData(place).toString());
    });
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(questionDelayMs);
    connect(m_question, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &LabBar::questionChanged);
    connect(m_traffic, &QSpinBox::valueChanged, this, &LabBar::callsPerDayChanged);
    connect(m_replay, &QPushButton::clicked, this, &LabBar::replayRequested);
    connect(m_add, &QPushButton::clicked, this, &LabBar::cardRequested);
    connect(m_ask, &QPushButton::clicked, this, &LabBar::askRequested);
}

void LabBar::retranslate()
{
    m_title->setText(tr("Lab"));
    m_conversation->setAccessibleName(tr("Conversation"));
    m_conversation->setToolTip(tr("The conversation that is looked at"));
    m_replay->setText(tr("What if…"));
    m_replay->setToolTip(tr("What the whole stored past would have cost"));
    m_add->setText(tr("Add card"));
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
    showPlaceholder();
}

void LabBar::setConversations(const QList<Core::Conversation> &conversations,
                              const QString &current)
{
    const QSignalBlocker blocker(m_conversation);
    m_conversation->clear();
    for (const Core::Conversation &each : conversations)
        m_conversation->addItem(each.title.isEmpty() ? tr("Untitled conversation") : each.title,
                                each.id);
    m_conversation->setCurrentIndex(m_conversation->findData(current));
    m_conversation->lineEdit()->setCursorPosition(0);
}

void LabBar::setLastQuestion(const QString &question)
{
    m_lastQuestion = Core::firstLine(question, questionLength);
    showPlaceholder();
}

void LabBar::showPlaceholder()
{
    m_question->setPlaceholderText(m_lastQuestion.isEmpty()
                                       ? tr("This conversation has no question yet")
                                       : tr("Its last question: %1").arg(m_lastQuestion));
}

void LabBar::setCanAsk(bool can)
{
    m_ask->setEnabled(can);
}

QString LabBar::question() const
{
    return m_question->text().trimmed();
}

void LabBar::setQuestion(const QString &question)
{
    if (question != this->question())
        m_question->setText(question);
}

int LabBar::callsPerDay() const
{
    return m_traffic->value();
}

void LabBar::setCallsPerDay(int calls)
{
    m_traffic->setValue(calls);
}

void LabBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
