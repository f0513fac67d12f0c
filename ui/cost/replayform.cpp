#include "ui/cost/replayform.h"

#include "core/context/strategies.h"
#include "ui/base/chip.h"
#include "ui/base/flowlayout.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/base/reasontext.h"
#include "ui/cost/replaywords.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using Core::CostPreset;

namespace {

constexpr int nameWidth = 96;
constexpr int mostBudget = 10'000'000;
constexpr int budgetStep = 500;
constexpr int moreCharacters = 18;
const QStringList usualStrategies{u"full"_s, u"sliding"_s, u"sliding-blocks"_s, u"summary"_s};

} // namespace

ReplayForm::ReplayForm(QWidget *parent)
    : QWidget(parent)
    , m_strategiesName(Labels::body({}, this))
    , m_modelsName(Labels::body({}, this))
    , m_restName(Labels::body({}, this))
    , m_strategiesLine(new QWidget(this))
    , m_modelsLine(new QWidget(this))
    , m_modelsFlow(new FlowLayout(8, m_modelsLine))
    , m_more(new QComboBox(this))
    , m_budget(new QSpinBox(this))
    , m_period(new QComboBox(this))
    , m_prices(new QComboBox(this))
    , m_start(new QPushButton(this))
{
    addStrategies();
    build();
    setModels({Core::ReplayModel()}, {});
    retranslate();
}

/// The name stands in the middle of the first line, which is as high as `beside`.
QWidget *ReplayForm::line(QLabel *name, QWidget *content, const QWidget &beside)
{
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins({});
    row->setSpacing(12);
    name->setMinimumWidth(nameWidth);
    name->setWordWrap(false);
    name->setMinimumHeight(beside.sizeHint().height());
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(content, 1);
    return both;
}

void ReplayForm::build()
{
    m_budget->setRange(0, mostBudget);
    m_budget->setSingleStep(budgetStep);
    m_budget->setGroupSeparatorShown(true);
    m_more->setObjectName(u"moreModels"_s);
    m_more->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_more->setMinimumContentsLength(moreCharacters);
    m_start->setDefault(true);
    m_start->setIcon(Icons::icon(Icons::Name::Send));
    m_modelsFlow->setContentsMargins({});

    auto *rest = new QWidget(this);
    auto *flow = new FlowLayout(8, rest);
    flow->setContentsMargins({});
    for (QWidget *widget : std::initializer_list<QWidget *>{m_budget, m_period, m_prices, m_start})
        flow->addWidget(widget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addWidget(line(m_strategiesName, m_strategiesLine, *m_strategies.first().second));
    column->addWidget(line(m_modelsName, m_modelsLine, *m_more));
    column->addWidget(line(m_restName, rest, *m_period));
    connect(m_more, &QComboBox::activated, this, &ReplayForm::addChosenModel);
}

void ReplayForm::addStrategies()
{
    auto *flow = new FlowLayout(8, m_strategiesLine);
    flow->setContentsMargins({});
    for (const Core::Strategy &strategy : Core::strategies()) {
        auto *chip = new Chip(m_strategiesLine);
        chip->setCheckable(true);
        chip->setChecked(usualStrategies.contains(strategy.id));
        flow->addWidget(chip);
        m_strategies.append({strategy.id, chip});
        connect(chip, &Chip::toggled, this, &ReplayForm::showStart);
    }
}

void ReplayForm::setModels(const QList<Core::ReplayModel> &usual,
                           const QList<Core::ReplayModel> &others)
{
    QList<Core::ReplayModel> chosen;
    for (const ModelChip &each : std::as_const(m_models)) {
        if (each.chip->isChecked())
            chosen += each.model;
        delete each.chip;
    }
    m_models.clear();
    m_modelsFlow->removeWidget(m_more);
    for (const Core::ReplayModel &model : usual)
        addModel(model, chosen.isEmpty() ? model.isAsAsked() : chosen.contains(model));
    for (const Core::ReplayModel &model : std::as_const(chosen)) {
        if (!usual.contains(model))
            addModel(model, true);
    }
    m_others = others;
    m_modelsFlow->addWidget(m_more);
    retranslate();
}

Chip *ReplayForm::addModel(const Core::ReplayModel &model, bool isChosen)
{
    auto *chip = new Chip(m_modelsLine);
    chip->setCheckable(true);
    chip->setChecked(isChosen);
    chip->setText(ReplayWords::model(model));
    m_modelsFlow->addWidget(chip);
    chip->show();
    m_models.append({model, chip});
    connect(chip, &Chip::toggled, this, &ReplayForm::showStart);
    return chip;
}

void ReplayForm::addChosenModel(int index)
{
    if (index < 1)
        return;
    const Core::ReplayModel model = m_others[index - 1];
    m_more->setCurrentIndex(0);
    for (const ModelChip &each : std::as_const(m_models)) {
        if (each.model == model)
            return each.chip->setChecked(true);
    }
    m_modelsFlow->removeWidget(m_more);
    addModel(model, true);
    m_modelsFlow->addWidget(m_more);
    showStart();
    updateGeometry();
}

std::optional<Core::ReplayQuery> ReplayForm::query(const QDateTime &now) const
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    Core::ReplayQuery query{.zone = zone.id(),
                            .prices = m_prices->currentIndex() == 1
                                ? Core::ReplayQuery::Prices::OfNow
                                : Core::ReplayQuery::Prices::OfThen,
                            .now = now};
    for (const auto &[id, chip] : m_strategies) {
        if (!chip->isChecked())
            continue;
        if (const auto way = Core::replayWay(id, {}, m_budget->value()))
            query.ways.append(*way);
    }
    for (const ModelChip &each : m_models) {
        if (each.chip->isChecked())
            query.models.append(each.model);
    }
    if (m_period->currentData().isValid()) {
        const auto preset = CostPreset(m_period->currentData().toInt());
        const Core::CostPeriod period = Core::costPeriod(preset, now, zone);
        query.filter.from = period.from().toUTC();
        query.filter.to = period.to().toUTC();
    }
    const bool isWhole = !query.ways.isEmpty() && !query.models.isEmpty();
    return isWhole ? std::optional(query) : std::nullopt;
}

void ReplayForm::showStart()
{
    m_start->setEnabled(query(QDateTime::currentDateTimeUtc()).has_value());
    emit changed();
}

void ReplayForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReplayForm::retranslate()
{
    m_strategiesName->setText(tr("Strategies"));
    m_modelsName->setText(tr("Models"));
    m_restName->setText(tr("Under"));
    for (const auto &[id, chip] : std::as_const(m_strategies)) {
        chip->setText(strategyName(id));
        chip->setToolTip(strategyText(id));
    }
    for (const ModelChip &each : std::as_const(m_models))
        each.chip->setText(ReplayWords::model(each.model));
    m_more->clear();
    m_more->addItem(tr("Add a model…"));
    for (const Core::ReplayModel &model : std::as_const(m_others))
        m_more->addItem(ReplayWords::model(model));
    m_more->setAccessibleName(tr("Add a model"));
    m_budget->setSpecialValueText(tr("the model's window"));
    m_budget->setSuffix(tr(" tokens", "behind a number, with the space"));
    m_budget->setAccessibleName(tr("Tokens that a request may have"));
    m_budget->setToolTip(tr("What a request may have. The full history is always sent whole."));

    const int period = std::max(0, m_period->currentIndex());
    m_period->clear();
    m_period->addItem(tr("All of the past"));
    const std::pair<QString, CostPreset> presets[] = {{tr("This month"), CostPreset::ThisMonth},
                                                      {tr("Last month"), CostPreset::LastMonth},
                                                      {tr("Last 30 days"), CostPreset::Last30Days},
                                                      {tr("This year"), CostPreset::ThisYear}};
    for (const auto &[words, preset] : presets)
        m_period->addItem(words, int(preset));
    m_period->setCurrentIndex(period);
    m_period->setAccessibleName(tr("Period"));
    const int prices = std::max(0, m_prices->currentIndex());
    m_prices->clear();
    m_prices->addItems({tr("At the prices of then"), tr("At the prices of now")});
    m_prices->setCurrentIndex(prices);
    m_prices->setAccessibleName(tr("Prices"));
    m_start->setText(tr("Ask the past again"));
    showStart();
}
