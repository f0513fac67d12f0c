#include "ui/budget/budgetmeter.h"

#include "ui/base/flowlayout.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/base/reasontext.h"
#include "ui/base/tonelabel.h"
#include "ui/budget/meterbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace {

ToneLabel::Tone toneOf(MeterLevel level)
{
    switch (level) {
    case MeterLevel::Calm:
        return ToneLabel::Tone::Quiet;
    case MeterLevel::Amber:
        return ToneLabel::Tone::Warning;
    case MeterLevel::Red:
    case MeterLevel::Over:
        return ToneLabel::Tone::Bad;
    }
    Q_UNREACHABLE();
}

} // namespace

BudgetMeter::BudgetMeter(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    buildLine();
    buildWaysOut();
    setState({});
}

void BudgetMeter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    showWaysOut();
    setState(m_state);
}

void BudgetMeter::buildLine()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_bar = new MeterBar(this);
    m_icon = new QLabel(this);
    m_summary = new ToneLabel(this);
    line->addWidget(m_bar, 1, Qt::AlignVCenter);
    line->addWidget(m_icon);
    line->addWidget(m_summary);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
}

void BudgetMeter::buildWaysOut()
{
    m_over = new QWidget(this);
    auto *column = new QVBoxLayout(m_over);
    column->setContentsMargins({});
    column->setSpacing(4);
    m_overText = new ToneLabel({}, ToneLabel::Tone::Bad, m_over);
    m_overText->setWordWrap(true);
    m_buttons = new QWidget(m_over);
    column->addWidget(m_overText);
    column->addWidget(m_buttons);
    layout()->addWidget(m_over);
}

void BudgetMeter::setState(const MeterState &state)
{
    const bool sameWays = m_state.waysOut == state.waysOut && m_buttons->layout();
    m_state = state;
    setAccessibleName(tr("Context budget"));
    m_bar->setState(state);
    m_bar->setToolTip(details());
    m_summary->setToolTip(details());
    m_summary->setText(summary());
    setAccessibleDescription(details());
    showLevel();
    if (!sameWays)
        showWaysOut();
}

QString BudgetMeter::summary() const
{
    const QString used = Formats::tokens(m_state.prompt());
    const QString window = Formats::tokens(m_state.budget.window);
    const QString tokens = m_state.exactness == Core::Exactness::Exact
        ? tr("%1 of %2", "tokens used, tokens of the window").arg(used, window)
        : tr("%1 of %2, estimated", "tokens used, tokens of the window").arg(used, window);
    const QString cost =
        m_state.cost ? tr("about %1").arg(Formats::money(*m_state.cost)) : tr("no price known");
    const QString share =
        Formats::percent(double(m_state.prompt()) / qMax(1, m_state.budget.promptLimit()));
    switch (meterLevel(m_state)) {
    case MeterLevel::Calm:
        return tr("%1 · %2", "tokens, cost").arg(tokens, cost);
    case MeterLevel::Amber:
    case MeterLevel::Red:
        return tr("%1 · %2 full · %3", "tokens, per cent, cost").arg(tokens, share, cost);
    case MeterLevel::Over:
        return tr("%1 · over budget", "tokens").arg(tokens);
    }
    Q_UNREACHABLE();
}

QString BudgetMeter::details() const
{
    QStringList lines;
    // A width at which nothing is rounded away: only the parts and their tokens matter here.
    const QList<MeterSegment> segments = meterSegments(m_state, 10'000);
    for (const MeterSegment &segment : segments)
        lines += tr("%1: %2", "part of the window: tokens")
                     .arg(meterPartName(segment.part), Formats::exactTokens(segment.tokens));
    lines += tr("The request: %1 of %2")
                 .arg(Formats::number(m_state.prompt()),
                      Formats::exactTokens(m_state.budget.promptLimit()));
    if (m_state.overBy() > 0)
        lines += tr("Over budget by %1").arg(Formats::exactTokens(m_state.overBy()));
    if (const QString exactness = exactnessText(m_state.exactness); !exactness.isEmpty())
        lines += tr("Tokens are %1").arg(exactness);
    lines += m_state.cost
        ? tr("Cost of this request, without the answer: %1").arg(Formats::exactMoney(*m_state.cost))
        : tr("No price is known for this model");
    return lines.join(u'\n');
}

void BudgetMeter::showLevel()
{
    const MeterLevel level = meterLevel(m_state);
    m_summary->setTone(toneOf(level));
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    const Icons::Name icon = level == MeterLevel::Amber ? Icons::Name::Warning : Icons::Name::Error;
    m_icon->setPixmap(Icons::icon(icon).pixmap(size));
    m_icon->setVisible(level != MeterLevel::Calm);
    const bool isShort = level != MeterLevel::Over && m_state.questionLost > 0;
    m_over->setVisible(level == MeterLevel::Over || isShort);
    m_overText->setTone(isShort ? ToneLabel::Tone::Warning : ToneLabel::Tone::Bad);
    if (isShort)
        m_overText->setText(tr("The message is too long and would be sent without %1 of it.")
                                .arg(Formats::exactTokens(m_state.questionLost)));
    if (level != MeterLevel::Over)
        return;
    const QString by = Formats::exactTokens(m_state.overBy());
    m_overText->setText(m_state.messagesToGo > 0
                            ? tr("Over budget by %1. The oldest %n messages would have to go.",
                                 nullptr, m_state.messagesToGo)
                                  .arg(by)
                            : tr("Over budget by %1. Nothing is sent like this.").arg(by));
}

void BudgetMeter::showWaysOut()
{
    // One of the buttons may be what was clicked and led here, so they go later.
    const auto old = m_buttons->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly);
    for (QPushButton *button : old) {
        button->hide();
        button->deleteLater();
    }
    delete m_buttons->layout();
    auto *row = new FlowLayout(8, m_buttons);
    row->setContentsMargins({});
    const auto offer = [&](const QString &text) {
        auto *button = new QPushButton(text, m_buttons);
        row->addWidget(button);
        return button;
    };
    for (const MeterWayOut &way : m_state.waysOut) {
        auto *button = offer(tr("Use %1 (%2)", "strategy, tokens")
                                 .arg(strategyName(way.strategy), Formats::tokens(way.tokens)));
        button->setToolTip(strategyText(way.strategy));
        connect(button, &QPushButton::clicked, this,
                [this, id = way.strategy] { emit strategyRequested(id); });
    }
    connect(offer(tr("Shorten the question")), &QPushButton::clicked, this,
            &BudgetMeter::shorteningRequested);
    connect(offer(tr("Choose messages")), &QPushButton::clicked, this,
            &BudgetMeter::inspectorRequested);
}
