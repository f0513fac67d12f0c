#include "ui/lab/timerow.h"

#include "core/base/text.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/lab/fatebar.h"
#include "ui/lab/labcolumn.h"
#include "ui/lab/planstrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace {

constexpr int factLength = 60;

} // namespace

TimeRow::TimeRow(const Core::TrialCard &card, const QList<Core::Message> &messages, QWidget *parent)
    : QWidget(parent)
    , m_card(card)
    , m_messages(messages)
    , m_title(Labels::body({}, this))
    , m_figures(Labels::quiet({}, this))
    , m_strip(new PlanStrip(this))
    , m_lines(new QVBoxLayout)
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
    m_lines->setSpacing(4);
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
    const QList<Core::FactFate> fates = m_fates;
    clearFates();
    for (const Core::FactFate &fate : fates)
        addFate(fate);
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

void TimeRow::addFate(const Core::FactFate &fate)
{
    m_fates.append(fate);
    m_lines->addWidget(buildFate(fate));
}

void TimeRow::clearFates()
{
    m_fates.clear();
    m_bars.clear();
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

QWidget *TimeRow::buildFate(const Core::FactFate &fate)
{
    auto *holder = new QWidget(this);
    auto *line = new QHBoxLayout(holder);
    line->setContentsMargins({});
    line->setSpacing(8);
    QLabel *name = Labels::quiet(beginningOf(fate.message), holder);
    name->setWordWrap(false);
    auto *bar = new FateBar(holder);
    bar->setFate(fate);
    bar->setTurn(m_turn);
    connect(bar, &FateBar::turnActivated, this, &TimeRow::turnActivated);
    m_bars.append(bar);
    line->addWidget(name);
    if (fate.lostAt() > 0) {
        auto *lost = new QPushButton(fateText(fate), holder);
        lost->setToolTip(tr("Goes to that turn"));
        connect(lost, &QPushButton::clicked, this,
                [this, at = fate.lostAt()] { emit turnActivated(at); });
        line->addWidget(lost);
    } else {
        QLabel *kept = Labels::quiet(fateText(fate), holder);
        kept->setWordWrap(false);
        line->addWidget(kept);
    }
    line->addWidget(bar, 1);
    return holder;
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
