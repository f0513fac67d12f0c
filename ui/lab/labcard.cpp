#include "ui/lab/labcard.h"

#include "ui/base/colors.h"
#include "ui/base/errortext.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/base/reasontext.h"
#include "ui/base/tonelabel.h"
#include "ui/base/tooltips.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace {

constexpr int mostTokens = 10'000'000;
constexpr int budgetStep = 500;

QString dash()
{
    return QStringLiteral("–"); // not known, which is not zero
}

} // namespace

LabCard::LabCard(QWidget *parent)
    : QWidget(parent)
    , m_strategy(new QComboBox(this))
    , m_budget(new QSpinBox(this))
    , m_model(new QComboBox(this))
    , m_remove(new QToolButton(this))
    , m_state(new ToneLabel(this))
{
    build();
    retranslate();
    connect(m_strategy, &QComboBox::activated, this, &LabCard::edit);
    connect(m_model, &QComboBox::activated, this, &LabCard::edit);
    connect(m_budget, &QSpinBox::valueChanged, this, &LabCard::edit);
    connect(m_remove, &QToolButton::clicked, this, [this] { emit removeRequested(cardId()); });
}

void LabCard::build()
{
    setBackgroundRole(QPalette::Window); // so that words are not those of a header's button
    for (const Core::Strategy &strategy : Core::strategies())
        m_strategy->addItem(QString(), strategy.id);
    for (QComboBox *box : {m_strategy, m_model}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    m_budget->setRange(0, mostTokens);
    m_budget->setSingleStep(budgetStep);
    m_budget->setGroupSeparatorShown(true);
    m_budget->setKeyboardTracking(false);
    m_remove->setAutoRaise(true);
    m_remove->setIcon(Icons::icon(Icons::Name::Close));
    m_state->setFont(Fonts::small());
    m_state->setWordWrap(true);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(8, 8, 9, 8);
    grid->setSpacing(4);
    grid->addWidget(m_strategy, 0, 0);
    grid->addWidget(m_remove, 0, 1);
    grid->addWidget(m_budget, 1, 0, 1, 2);
    grid->addWidget(m_model, 2, 0, 1, 2);
    grid->addWidget(buildFigures(), 3, 0, 1, 2);
    grid->addWidget(m_state, 4, 0, 1, 2);
    grid->setRowStretch(5, 1);
    grid->setColumnStretch(0, 1);
}

QWidget *LabCard::buildFigures()
{
    auto *all = new QWidget(this);
    auto *grid = new QGridLayout(all);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(1);
    for (int i = 0; i < FigureCount; ++i) {
        QLabel *name = Labels::quiet({}, all);
        name->setWordWrap(false);
        QLabel *value = Labels::body({}, all);
        value->setFont(Fonts::semibold(Fonts::small()));
        value->setWordWrap(false);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(name, i, 0);
        grid->addWidget(value, i, 1);
        m_names[size_t(i)] = name;
        m_figures[size_t(i)] = value;
    }
    grid->setColumnStretch(1, 1);
    return all;
}

void LabCard::retranslate()
{
    const std::array<QString, FigureCount> names{tr("Sent"), tr("Messages"), tr("Per call"),
                                                 tr("Cached"), tr("Per month")};
    for (size_t i = 0; i < names.size(); ++i)
        m_names[i]->setText(names[i]);
    for (int i = 0; i < m_strategy->count(); ++i) {
        const QString id = m_strategy->itemData(i).toString();
        m_strategy->setItemText(i, strategyName(id));
        m_strategy->setItemData(i, plainToolTip(strategyText(id)), Qt::ToolTipRole);
    }
    m_budget->setSpecialValueText(tr("Whole window"));
    m_budget->setSuffix(tr(" tokens", "behind a number, with the blank before it"));
    m_strategy->setAccessibleName(tr("Strategy"));
    m_budget->setAccessibleName(tr("Largest request in tokens"));
    m_budget->setToolTip(tr("Largest request in tokens; the whole window of the model at 0"));
    m_model->setAccessibleName(tr("Model"));
    m_remove->setAccessibleName(tr("Remove this card"));
    m_remove->setToolTip(tr("Remove this card"));
    showChoices();
    showFigures();
    showState();
}

void LabCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LabCard::setModels(const QList<LabModel> &models)
{
    m_models = models;
    showChoices();
}

void LabCard::setColumn(const LabColumn &column, int callsPerDay)
{
    m_column = column;
    m_callsPerDay = callsPerDay;
    showChoices();
    showFigures();
    showState();
}

void LabCard::edit()
{
    Core::TrialCard card = m_column.card;
    card.strategy = m_strategy->currentData().toString();
    card.budgetTokens = m_budget->value();
    if (const int chosen = m_model->currentIndex(); chosen >= 0 && chosen < m_models.size()) {
        card.provider = m_models[chosen].provider;
        card.model = m_models[chosen].model;
    }
    if (card != m_column.card)
        emit changed(card);
}

void LabCard::showChoices()
{
    const QSignalBlocker strategy(m_strategy);
    const QSignalBlocker budget(m_budget);
    const QSignalBlocker model(m_model);
    const Core::TrialCard &card = m_column.card;
    m_strategy->setCurrentIndex(m_strategy->findData(card.strategy));
    m_strategy->setToolTip(strategyText(card.strategy));
    if (m_budget->value() != card.budgetTokens)
        m_budget->setValue(card.budgetTokens);
    const LabModel own{card.provider, card.model};
    if (!card.model.isEmpty() && !m_models.contains(own))
        m_models.append(own); // one that the settings do not name any more
    m_model->clear();
    for (const LabModel &each : std::as_const(m_models))
        m_model->addItem(each.provider == each.model
                             ? each.model
                             : tr("%1 · %2", "model, provider").arg(each.model, each.provider));
    m_model->setCurrentIndex(int(m_models.indexOf(own)));
    m_model->setToolTip(m_model->currentText());
}

void LabCard::set(Figure figure, const QString &text, const QString &explanation)
{
    m_figures[size_t(figure)]->setText(text);
    m_figures[size_t(figure)]->setToolTip(explanation);
}

void LabCard::showFigures()
{
    if (!m_column.plan) {
        for (int i = 0; i < FigureCount; ++i)
            set(Figure(i), dash(), {});
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

void LabCard::showCosts()
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

void LabCard::showState()
{
    using Tone = ToneLabel::Tone;
    const auto say = [this](Tone tone, const QString &text) {
        m_state->setTone(tone);
        m_state->setText(text);
        m_state->setVisible(!text.isEmpty());
    };
    if (m_column.problem)
        return say(Tone::Bad, errorText(*m_column.problem));
    if (!m_column.plan)
        return say(Tone::Quiet, m_column.isPlanned ? tr("Planning…") : QString());
    if (!m_column.plan->fits())
        return say(Tone::Bad, tr("Over by %1").arg(Formats::exactTokens(m_column.plan->overBy())));
    say(Tone::Quiet, exactnessText(m_column.exactness));
}

void LabCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), Colors::surface(palette()));
    painter.setPen(Colors::line(palette()));
    painter.drawLine(rect().topRight(), rect().bottomRight());
}
