#include "ui/inspector/costpage.h"

#include "core/cost/costsummary.h"
#include "ui/base/chartlegend.h"
#include "ui/base/colors.h"
#include "ui/base/emptystate.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/base/stackchart.h"
#include "ui/base/tooltips.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

double dollars(Core::Money amount)
{
    return double(amount.pico) / double(Core::picoPerDollar);
}

} // namespace

CostPage::CostPage(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
{
    auto *empty = new EmptyState(this);
    empty->setIcon(Icons::Name::Costs);
    empty->setTexts(tr("Nothing spent yet"),
                    tr("After the first answer, the tokens and the cost of every turn stand "
                       "here."));
    m_pages->addWidget(empty);
    m_pages->addWidget(buildContent());
}

QWidget *CostPage::buildContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_spend = Labels::heading({}, content);
    m_sums = Labels::quiet({}, content);
    m_unpriced = Labels::quiet({}, content);
    m_saving = Labels::body({}, content);
    m_tokens = new StackChart(content);
    m_tokens->setAccessibleName(tr("Tokens of each turn"));
    m_tokensLegend = new ChartLegend(content);
    m_money = new StackChart(content);
    m_money->setAccessibleName(tr("Cost of each turn"));
    connect(m_tokens, &StackChart::barActivated, this, &CostPage::activate);
    connect(m_money, &StackChart::barActivated, this, &CostPage::activate);

    column->addWidget(m_spend);
    column->addWidget(m_sums);
    column->addWidget(m_unpriced);
    column->addWidget(m_saving);
    column->addSpacing(8);
    column->addWidget(Labels::title(tr("Tokens of each turn"), content));
    column->addWidget(m_tokensLegend);
    column->addWidget(m_tokens, 1);
    column->addSpacing(8);
    column->addWidget(buildMoneyHead());
    column->addWidget(m_money, 1);
    return content;
}

QWidget *CostPage::buildMoneyHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_moneyOf = new QComboBox(head);
    m_moneyOf->setAccessibleName(tr("What the cost is shown of"));
    m_moneyOf->addItems({tr("each turn"), tr("so far")});
    connect(m_moneyOf, &QComboBox::currentIndexChanged, this, &CostPage::showMoney);
    row->addWidget(Labels::title(tr("Cost"), head), 1);
    row->addWidget(m_moneyOf);
    return head;
}

void CostPage::setCharges(const QList<Core::Charge> &charges)
{
    m_charges = charges;
    m_turns = Core::turnCosts(charges);
    showSums();
    showSaving();
    showTokens();
    showMoney();
    m_pages->setCurrentIndex(m_turns.isEmpty() ? 0 : 1);
}

void CostPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) { // the charts hold colours
        showTokens();
        showMoney();
    }
}

void CostPage::setSaving(const Core::HistorySaving &saving)
{
    m_historySaving = saving;
    showSaving();
}

void CostPage::showSaving()
{
    const Core::HistorySaving &sums = m_historySaving;
    const auto share = sums.share();
    m_saving->setVisible(share.has_value());
    if (!share)
        return;
    const bool isLess = sums.saved().pico >= 0;
    const Core::Money amount{std::abs(sums.saved().pico)};
    m_saving->setText(
        (isLess ? tr("Saved against the full history: %1 (%2)", "money, share")
                : tr("The full history would have cost less, by %1 (%2)", "money, share"))
            .arg(Formats::money(amount), Formats::percent(std::abs(*share))));
    m_saving->setToolTip(plainToolTip(
        tr("Of %1 turns with a price: %2 tokens were sent instead of %3, and %4 paid instead of "
           "%5. Summaries that were made count as paid. What the turn before had sent counts as "
           "served from the provider's cache where that has a price.")
            .arg(Formats::number(sums.turns), Formats::number(sums.sentTokens),
                 Formats::number(sums.fullTokens), Formats::money(sums.paid),
                 Formats::money(sums.full))));
}

void CostPage::showSums()
{
    const Core::CostSummary sums = Core::costSummary(m_charges);
    m_spend->setText(Formats::money(sums.spend));
    m_spend->setToolTip(Formats::exactMoney(sums.spend));
    m_sums->setText(tr("%Ln request(s) · %1 tokens sent, %2 of them from the cache · %3 answered · "
                       "the cache saved %4",
                       nullptr, int(sums.requests))
                        .arg(Formats::tokens(sums.inputTokens), Formats::tokens(sums.cachedTokens),
                             Formats::tokens(sums.outputTokens),
                             Formats::money(sums.savedByCache)));
    m_unpriced->setText(
        tr("%Ln request(s) have no price and are not in the sum.", nullptr, int(sums.unpriced)));
    m_unpriced->setVisible(sums.unpriced > 0);
}

QStringList CostPage::labels() const
{
    QStringList labels;
    for (qsizetype i = 0; i < m_turns.size(); ++i)
        labels += Formats::number(i + 1);
    return labels;
}

QStringList CostPage::tips() const
{
    QStringList tips;
    for (qsizetype i = 0; i < m_turns.size(); ++i) {
        const Core::TurnCost &turn = m_turns[i];
        QStringList lines{
            tr("Turn %1, %2", "number, time")
                .arg(Formats::number(i + 1), Formats::dateTime(turn.at)),
            turn.model,
            tr("Sent: %1").arg(Formats::exactTokens(turn.freshTokens + turn.cachedTokens)),
            tr("Of them from the cache: %1").arg(Formats::exactTokens(turn.cachedTokens)),
            tr("Answered: %1").arg(Formats::exactTokens(turn.outputTokens)),
            turn.cost ? Formats::exactMoney(*turn.cost) : tr("No price is known"),
        };
        if (turn.cost && !turn.isComplete)
            lines += tr("A part of it has no price");
        lines += tr("So far: %1").arg(Formats::money(turn.soFar));
        tips += lines.join(u'\n');
    }
    return tips;
}

void CostPage::showTokens()
{
    StackData chart{.labels = labels(), .tips = tips(), .unit = tr("tokens")};
    QList<double> cached;
    QList<double> fresh;
    QList<double> output;
    for (const Core::TurnCost &turn : m_turns) {
        cached += double(turn.cachedTokens);
        fresh += double(turn.freshTokens);
        output += double(turn.outputTokens);
    }
    chart.bars = {{tr("sent, from the cache"), Colors::part(Core::Part::System, palette()), cached},
                  {tr("sent"), Colors::part(Core::Part::History, palette()), fresh},
                  {tr("answered"), Colors::part(Core::Part::Summary, palette()), output}};
    chart.label = [](double value, double) { return Formats::tokens(std::llround(value)); };
    m_tokens->setData(chart);
    m_tokensLegend->setEntries(chart);
}

void CostPage::showMoney()
{
    StackData chart{.labels = labels(), .tips = tips(), .unit = tr("US dollars")};
    QList<double> cost;
    QList<double> soFar;
    for (const Core::TurnCost &turn : m_turns) {
        cost += turn.cost ? dollars(*turn.cost) : std::numeric_limits<double>::quiet_NaN();
        soFar += dollars(turn.soFar);
        chart.incomplete += !turn.isComplete;
    }
    // Not both in one chart: the sum would make the turns too small to be told apart.
    if (m_moneyOf->currentIndex() == 0)
        chart.bars = {{tr("this turn"), Colors::part(Core::Part::History, palette()), cost}};
    else
        chart.lines = {{tr("so far"), Colors::accent(palette()), Qt::SolidLine, soFar}};
    chart.label = Formats::axisMoney;
    m_money->setData(chart);
}

void CostPage::activate(qsizetype turn)
{
    if (turn < m_turns.size() && !m_turns[turn].messageId.isEmpty())
        emit messageActivated(m_turns[turn].messageId);
}
