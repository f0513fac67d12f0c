#include "ui/lab/timepane.h"

#include "core/base/text.h"
#include "ui/base/emptystate.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/base/verdictlegend.h"
#include "ui/lab/timerow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>

namespace {

constexpr int playMs = 120; // between two turns
constexpr int mostSteps = 200; // of a whole play, however long the conversation
constexpr int questionLength = 200;

} // namespace

TimePane::TimePane(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_nothing(new EmptyState(this))
    , m_play(new QToolButton(this))
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_place(Labels::body({}, this))
    , m_question(Labels::body({}, this))
    , m_hint(Labels::quiet({}, this))
    , m_progress(new QProgressBar(this))
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildTools());
    column->addWidget(m_question);
    column->addWidget(m_hint);
    column->addWidget(m_progress);
    column->addWidget(buildRows(), 1);
    column->addWidget(new VerdictLegend(content));
    m_nothing->setIcon(Icons::Name::Lab);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(content);
    m_progress->hide();
    m_timer.setInterval(playMs);
    wire();
    retranslate();
}

QWidget *TimePane::buildTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_back->setIcon(Icons::icon(Icons::Name::Previous));
    m_forward->setIcon(Icons::icon(Icons::Name::Next));
    m_play->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_play->setCheckable(true);
    m_place->setWordWrap(false);
    m_question->setMaximumHeight(2 * QFontMetrics(Fonts::body()).lineSpacing());
    for (QWidget *each : std::initializer_list<QWidget *>{m_play, m_back, m_forward})
        row->addWidget(each);
    row->addWidget(m_slider, 1);
    row->addWidget(m_place);
    return tools;
}

QWidget *TimePane::buildRows()
{
    auto *scroll = new QScrollArea(this);
    auto *all = new QWidget(scroll);
    m_column = new QVBoxLayout(all);
    m_column->setContentsMargins(0, 4, 8, 0);
    m_column->setSpacing(16);
    m_column->addStretch(1);
    scroll->setWidget(all);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

void TimePane::wire()
{
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showTurn();
        emit turnChanged(turn());
    });
    connect(m_play, &QToolButton::toggled, this, &TimePane::play);
    connect(m_back, &QToolButton::clicked, this, [this] { setTurn(turn() - 1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { setTurn(turn() + 1); });
    connect(&m_timer, &QTimer::timeout, this, &TimePane::step);
}

void TimePane::retranslate()
{
    m_nothing->setTexts(tr("No turns yet"),
                        tr("A conversation with at least one question can be stepped through turn "
                           "by turn here."));
    m_play->setText(m_play->isChecked() ? tr("Pause") : tr("Play"));
    m_play->setToolTip(tr("Goes through the conversation by itself (Space)"));
    m_back->setToolTip(tr("One turn back"));
    m_back->setAccessibleName(tr("One turn back"));
    m_forward->setToolTip(tr("One turn on"));
    m_forward->setAccessibleName(tr("One turn on"));
    m_slider->setAccessibleName(tr("Turn of the conversation"));
    m_slider->setToolTip(tr("The arrow keys go turn by turn"));
    m_progress->setFormat(tr("Looking for the turns at which marked messages fall out"));
    m_progress->setAccessibleName(m_progress->format());
    showTurn();
}

void TimePane::setThread(const QList<Core::Message> &messages)
{
    m_play->setChecked(false);
    m_messages = messages;
    m_ends = Core::turnEnds(messages);
    setCards({}); // those of before are of another thread
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(std::min(1, turns()), turns());
    m_slider->setPageStep(std::max(1, turns() / 20));
    m_slider->setValue(turns());
    m_pages->setCurrentIndex(m_ends.isEmpty() ? 0 : 1);
    showTurn();
}

void TimePane::setCards(const QList<Core::TrialCard> &cards)
{
    for (TimeRow *row : std::as_const(m_rows))
        row->deleteLater();
    m_rows.clear();
    for (const Core::TrialCard &card : cards) {
        auto *row = new TimeRow(card, m_messages, this);
        connect(row, &TimeRow::turnActivated, this, &TimePane::setTurn);
        connect(row, &TimeRow::messageActivated, this, &TimePane::messageActivated);
        row->setMarked(m_marked);
        row->setTurn(turn());
        m_column->insertWidget(m_column->count() - 1, row);
        m_rows.append(row);
    }
}

void TimePane::setMarked(const QSet<QString> &messages)
{
    m_marked = messages;
    for (TimeRow *row : std::as_const(m_rows))
        row->setMarked(messages);
    clearFates();
    showTurn();
}

void TimePane::setPlan(const QString &cardId, int turn, const Core::ContextPlan &plan)
{
    if (turn != this->turn())
        return;
    for (TimeRow *row : std::as_const(m_rows)) {
        if (row->card().id == cardId)
            row->setPlan(plan);
    }
}

void TimePane::clearFates()
{
    for (TimeRow *row : std::as_const(m_rows))
        row->clearFates();
}

void TimePane::addFates(const QList<Core::FactFate> &fates)
{
    for (TimeRow *row : std::as_const(m_rows)) {
        QList<Core::FactFate> own;
        std::copy_if(fates.cbegin(), fates.cend(), std::back_inserter(own),
                     [row](const Core::FactFate &fate) { return fate.card == row->card().id; });
        if (!own.isEmpty())
            row->addFates(own);
    }
}

void TimePane::setProgress(int done, int all)
{
    m_progress->setVisible(all > 0);
    m_progress->setMaximum(std::max(1, all));
    m_progress->setValue(done);
}

int TimePane::turn() const
{
    return m_ends.isEmpty() ? 0 : m_slider->value();
}

void TimePane::setTurn(int turn)
{
    m_slider->setValue(turn);
}

void TimePane::showTurn()
{
    if (m_ends.isEmpty())
        return;
    const int now = turn();
    m_place->setText(tr("Turn %1 of %2").arg(Formats::number(now), Formats::number(turns())));
    m_slider->setAccessibleDescription(m_place->text());
    m_question->setText(Core::firstLine(m_messages[m_ends[now - 1] - 1].content, questionLength));
    m_hint->setText(m_marked.isEmpty()
                        ? tr("Mark messages as needed under “Compare” (Probes), and see here when "
                             "each card loses them.")
                        : tr("Marked messages have a notch above the strips."));
    m_back->setEnabled(now > 1);
    m_forward->setEnabled(now < turns());
    for (TimeRow *row : std::as_const(m_rows))
        row->setTurn(now);
}

/// From the beginning, when it stands at the end.
void TimePane::play(bool playing)
{
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    if (!playing)
        return m_timer.stop();
    if (turn() >= turns())
        setTurn(1);
    m_timer.start();
}

void TimePane::step()
{
    if (turn() >= turns())
        return m_play->setChecked(false);
    setTurn(turn() + std::max(1, turns() / mostSteps));
}

void TimePane::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        return m_play->toggle();
    case Qt::Key_Left:
        return setTurn(turn() - 1);
    case Qt::Key_Right:
        return setTurn(turn() + 1);
    case Qt::Key_Home:
        return setTurn(1);
    case Qt::Key_End:
        return setTurn(turns());
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
