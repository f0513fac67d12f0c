#include "ui/lab/cardfigures.h"

#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/base/tonelabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace {

QString dash()
{
    return QStringLiteral("–"); // not known, which is not zero
}

} // namespace

CardFigures::CardFigures(QWidget *parent)
    : QWidget(parent)
    , m_standing(new ToneLabel(this))
{
    build();
    retranslate();
}

void CardFigures::build()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(1);
    for (int i = 0; i < FigureCount; ++i) {
        QLabel *name = Labels::quiet({}, this);
        name->setWordWrap(false);
        QLabel *value = Labels::body({}, this);
        value->setFont(Fonts::semibold(Fonts::small()));
        value->setWordWrap(false);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(name, i, 0);
        grid->addWidget(value, i, 1);
        m_names[size_t(i)] = name;
        m_figures[size_t(i)] = value;
    }
    m_standing->setFont(Fonts::small());
    m_standing->setWordWrap(true);
    grid->addWidget(m_standing, FigureCount, 0, 1, 2);
    grid->setColumnStretch(1, 1);
}

void CardFigures::setCompact(bool compact)
{
    m_compact = compact;
    showRows();
}

void CardFigures::showRows()
{
    for (int i = 0; i < FigureCount; ++i) {
        const bool measured = i == Recall || i == AllNeeded;
        const bool extra = i == Messages || i == Cached || i == PerMonth;
        const bool shown = measured ? m_column.recall.has_value() : !(extra && m_compact);
        m_names[size_t(i)]->setVisible(shown);
        m_figures[size_t(i)]->setVisible(shown);
    }
    m_standing->setVisible(m_column.recall.has_value());
}

void CardFigures::retranslate()
{
    const std::array<QString, FigureCount> names{tr("Sent"),      tr("Messages"),  tr("Per call"),
                                                 tr("Cached"),    tr("Per month"), tr("Recall"),
                                                 tr("All needed")};
    for (size_t i = 0; i < names.size(); ++i)
        m_names[i]->setText(names[i]);
    showFigures();
}

void CardFigures::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CardFigures::setColumn(const LabColumn &column, int callsPerDay)
{
    m_column = column;
    m_callsPerDay = callsPerDay;
    showFigures();
}

void CardFigures::set(Figure figure, const QString &text, const QString &explanation)
{
    m_figures[size_t(figure)]->setText(text);
    m_figures[size_t(figure)]->setToolTip(explanation);
}

void CardFigures::showFigures()
{
    showRecall();
    if (!m_column.plan) {
        for (const Figure each : {Sent, Messages, PerCall, Cached, PerMonth})
            set(each, dash(), {});
        return;
    }
    const Core::BudgetUse &use = m_column.plan->use;
    set(Sent, Formats::exactTokens(use.total()),
        tr("%1 of %2 tokens that the request may have")
            .arg(Formats::number(use.total()), Formats::number(use.limit)));
    set(Messages,
        tr("%1 of %2", "messages sent, messages of the conversation")
            .arg(Formats::number(sentMessages(*m_column.plan)),
                 Formats::number(m_column.plan->items.size())),
        tr("Messages that are sent, in full or in part"));
    showCosts();
}

/// Shown where there are probes. A difference within the interval is called none.
void CardFigures::showRecall()
{
    const auto &recall = m_column.recall;
    showRows();
    if (!recall)
        return;
    const Core::EvaluationRow &row = recall->row;
    set(Recall, recallText(row),
        tr("Mean share of the marked messages that are sent, for %Ln probe(s); in brackets the "
           "interval in which it lies in 95 of 100 drawings of the probes",
           nullptr, row.n));
    set(AllNeeded,
        tr("%1 of %2", "share, number of probes")
            .arg(Formats::percent(row.all), Formats::number(row.n)),
        tr("Share of the probes for which everything marked is sent"));
    m_standing->setText(standingText(*recall));
    m_standing->setTone(recall->isDifferent() || row.over > 0 ? ToneLabel::Tone::Warning
                                                              : ToneLabel::Tone::Good);
}

void CardFigures::showCosts()
{
    if (!m_column.plan->fits()) { // it would not be sent, so it costs nothing to speak of
        for (const Figure each : {PerCall, Cached, PerMonth})
            set(each, dash(), tr("The request is over its budget and would not be sent"));
        return;
    }
    const auto share = m_column.replay ? m_column.replay->share() : std::nullopt;
    set(Cached, share ? Formats::percent(*share) : dash(),
        tr("Share of the requests so far that a provider's cache would have served"));
    const Core::Usage &usage = m_column.usage;
    set(PerCall, Formats::moneyOrUnpriced(m_column.perCall),
        tr("%1 tokens, %2 of them from the cache, and an answer of %3")
            .arg(Formats::number(usage.prompt), Formats::number(usage.cachedRead),
                 Formats::number(usage.completion)));
    set(PerMonth, Formats::moneyOrUnpriced(Core::costPerMonth(m_column.perCall, m_callsPerDay)),
        tr("Thirty days with %1 calls each").arg(Formats::number(m_callsPerDay)));
}
