#include "ui/lab/timerow.h"

#include "core/base/text.h"
#include "ui/base/elidedlabel.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/lab/fatebar.h"
#include "ui/lab/labcolumn.h"
#include "ui/lab/planstrip.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace {

constexpr int factLength = 60;
constexpr int factWidth = 300; // the bars of all cards stand below each other
constexpr int outcomeWidth = 230;
constexpr int outcomePadding = 8; // as of a button, so that the words stand below each other
constexpr int fateHeight = 22; // of a button, which only what was lost has
constexpr int mostFates = 3;

} // namespace

TimeRow::TimeRow(const Core::TrialCard &card, const QList<Core::Message> &messages, QWidget *parent)
    : QWidget(parent)
    , m_card(card)
    , m_messages(messages)
    , m_title(Labels::body({}, this))
    , m_figures(Labels::quiet({}, this))
    , m_strip(new PlanStrip(this))
    , m_lines(new QGridLayout)
{
    build();
    retranslate();
}

void TimeRow::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    m_title->setFont(Fonts::semibold(Fonts::body()));
    m_figures->setAlignment(Qt::AlignRight | Qt::AlignBottom);
    head->addWidget(m_title, 1);
    head->addWidget(m_figures, 1);
    m_strip->setScale(m_messages);
    m_lines->setHorizontalSpacing(8);
    m_lines->setVerticalSpacing(2);
    m_lines->setColumnMinimumWidth(0, factWidth);
    m_lines->setColumnMinimumWidth(1, outcomeWidth);
    m_lines->setColumnStretch(2, 1);
    column->addLayout(head);
    column->addWidget(m_strip);
    column->addLayout(m_lines);
    connect(m_strip, &PlanStrip::messageActivated, this, &TimeRow::messageActivated);
}

void TimeRow::retranslate()
{
    m_title->setText(cardTitle(m_card));
    m_strip->setAccessibleName(cardTitle(m_card));
    showFigures();
    showFates();
}

void TimeRow::setMarked(const QSet<QString> &messages)
{
    m_strip->setMarked(messages);
}

void TimeRow::setPlan(const Core::ContextPlan &plan)
{
    m_strip->setPlan(plan);
    showFigures();
}

void TimeRow::showFigures()
{
    const Core::ContextPlan &plan = m_strip->plan();
    if (plan.items.isEmpty())
        return m_figures->clear();
    const QString figures =
        tr("%1 of %2 messages · %3", "sent, so far, tokens")
            .arg(Formats::number(sentMessages(plan)), Formats::number(plan.items.size()),
                 Formats::exactTokens(plan.use.total()));
    m_figures->setText(plan.fits() ? figures : tr("%1 · over its budget", "figures").arg(figures));
    m_strip->setAccessibleDescription(m_figures->text());
}

void TimeRow::setTurn(int turn)
{
    m_turn = turn;
    for (FateBar *bar : std::as_const(m_bars))
        bar->setTurn(turn);
}

void TimeRow::addFates(const QList<Core::FactFate> &fates)
{
    m_fates += fates;
    std::stable_sort(m_fates.begin(), m_fates.end(), [](const auto &left, const auto &right) {
        const int never = std::numeric_limits<int>::max();
        const auto lost = [never](int turn) { return turn > 0 ? turn : never; };
        return lost(left.lostAt()) < lost(right.lostAt());
    });
    showFates();
}

void TimeRow::clearFates()
{
    m_fates.clear();
    showFates();
}

void TimeRow::showFates()
{
    m_bars.clear();
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide(); // at once; it is deleted when nothing is under way in it
        item->widget()->deleteLater();
        delete item;
    }
    const int shown = std::min(mostFates, int(m_fates.size()));
    for (int line = 0; line < shown; ++line)
        buildFate(m_fates[line], line);
    const auto isLost = [](const Core::FactFate &fate) { return fate.lostAt() > 0; };
    const auto rest = m_fates.mid(shown);
    if (!rest.isEmpty())
        m_lines->addWidget(Labels::quiet(tr("Further marked messages: %1, of them lost: %2")
                                             .arg(Formats::number(rest.size()),
                                                  Formats::number(std::count_if(
                                                      rest.begin(), rest.end(), isLost))),
                                         this),
                           shown, 0, 1, 3);
}

void TimeRow::buildFate(const Core::FactFate &fate, int line)
{
    const QString fact = beginningOf(fate.message);
    auto *name = new ElidedLabel(this);
    name->setFont(Fonts::small());
    name->setForegroundRole(QPalette::PlaceholderText);
    name->setText(fact);
    name->setFixedWidth(factWidth);
    auto *bar = new FateBar(this);
    bar->setFate(fate);
    bar->setTurn(m_turn);
    connect(bar, &FateBar::turnActivated, this, &TimeRow::turnActivated);
    m_bars.append(bar);
    m_lines->setRowMinimumHeight(line, fateHeight);
    m_lines->addWidget(name, line, 0);
    m_lines->addWidget(buildOutcome(fate), line, 1, Qt::AlignLeft);
    m_lines->addWidget(bar, line, 2);
}

QWidget *TimeRow::buildOutcome(const Core::FactFate &fate)
{
    if (fate.lostAt() == 0) {
        QLabel *never = Labels::quiet(fateText(fate), this);
        never->setContentsMargins(outcomePadding, 0, 0, 0);
        return never;
    }
    auto *outcome = new QToolButton(this);
    outcome->setAutoRaise(true);
    outcome->setFont(Fonts::small());
    outcome->setText(fateText(fate));
    outcome->setToolTip(tr("Goes to that turn"));
    connect(outcome, &QToolButton::clicked, this,
            [this, at = fate.lostAt()] { emit turnActivated(at); });
    return outcome;
}

QString TimeRow::beginningOf(const QString &messageId) const
{
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        if (m_messages[i].id == messageId)
            return tr("%1: “%2”", "number of the message, its beginning")
                .arg(Formats::number(i + 1), Core::firstLine(m_messages[i].content, factLength));
    }
    return messageId;
}

void TimeRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
