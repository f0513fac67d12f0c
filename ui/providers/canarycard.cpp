#include "ui/providers/canarycard.h"

#include "ui/base/labels.h"
#include "ui/base/wheelguard.h"
#include "ui/providers/canarytext.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shownEvents = 8;

} // namespace

CanaryCard::CanaryCard(QWidget *parent)
    : Card(parent)
    , m_title(Labels::title({}, this))
    , m_state(Labels::body({}, this))
    , m_finding(Labels::quiet({}, this))
    , m_history(Labels::quiet({}, this))
    , m_plan(new QWidget(this))
    , m_canaryLabel(Labels::body({}, m_plan))
    , m_controlLabel(Labels::body({}, m_plan))
    , m_stepsLabel(Labels::body({}, m_plan))
    , m_errorsLabel(Labels::body({}, m_plan))
    , m_slowLabel(Labels::body({}, m_plan))
    , m_fewestLabel(Labels::body({}, m_plan))
    , m_canaryChoice(new QComboBox(m_plan))
    , m_controlChoice(new QComboBox(m_plan))
    , m_steps(new QLineEdit(m_plan))
    , m_errors(new QDoubleSpinBox(m_plan))
    , m_slow(new QDoubleSpinBox(m_plan))
    , m_fewest(new QSpinBox(m_plan))
    , m_problem(Labels::body({}, this))
    , m_begin(new QPushButton(this))
    , m_promote(new QPushButton(this))
    , m_rollBack(new QPushButton(this))
{
    build();
    new WheelGuard(this);
    wire();
    retranslate();
}

void CanaryCard::setProviders(const QStringList &names, const QString &control)
{
    const QString canary = m_canaryChoice->currentText();
    for (QComboBox *choice : {m_canaryChoice, m_controlChoice}) {
        choice->clear();
        choice->addItems(names);
    }
    m_controlChoice->setCurrentText(control);
    const bool isKnown = names.contains(canary) && canary != control;
    for (const QString &name : names) {
        if (isKnown ? name == canary : name != control)
            m_canaryChoice->setCurrentText(name); // the newest stands last
    }
}

void CanaryCard::setCanary(const Core::Canary &canary)
{
    m_canary = canary;
    showState();
}

void CanaryCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QWidget *CanaryCard::buildPlan()
{
    const Core::CanaryPlan standard;
    m_steps->setText(canaryStepsText(standard.steps));
    for (QDoubleSpinBox *box : {m_errors, m_slow}) {
        box->setDecimals(1);
        box->setSuffix(u"%"_s);
        box->setSingleStep(0.5);
    }
    m_errors->setRange(0.1, 50);
    m_errors->setValue(100 * standard.errorMargin);
    m_slow->setRange(5.5, 90); // 5% are slower than 95% by definition
    m_slow->setValue(100 * standard.slowShare);
    m_fewest->setRange(20, 1'000'000);
    m_fewest->setSingleStep(50);
    m_fewest->setValue(int(standard.fewest));

    auto *fields = new QFormLayout(m_plan);
    fields->setContentsMargins(0, 8, 0, 0);
    fields->setRowWrapPolicy(QFormLayout::WrapLongRows);
    fields->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    fields->setHorizontalSpacing(24);
    fields->setVerticalSpacing(8);
    const QList<std::pair<QLabel *, QWidget *>> rows{
        {m_canaryLabel, m_canaryChoice}, {m_controlLabel, m_controlChoice},
        {m_stepsLabel, m_steps},         {m_errorsLabel, m_errors},
        {m_slowLabel, m_slow},           {m_fewestLabel, m_fewest}};
    for (const auto &[label, field] : rows) {
        label->setMinimumSize(280, 32); // as high as a field, so that they stand level
        label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        label->setBuddy(field);
        field->setMinimumWidth(220);
        fields->addRow(label, field);
    }
    return m_plan;
}

void CanaryCard::build()
{
    m_problem->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_begin);
    buttons->addWidget(m_promote);
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    buttons->addWidget(m_rollBack);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addWidget(m_finding);
    layout->addWidget(m_history);
    layout->addWidget(buildPlan());
    layout->addSpacing(8);
    layout->addLayout(buttons);
}

void CanaryCard::wire()
{
    connect(m_begin, &QPushButton::clicked, this, &CanaryCard::begin);
    connect(m_promote, &QPushButton::clicked, this, &CanaryCard::promoteAsked);
    connect(m_rollBack, &QPushButton::clicked, this, &CanaryCard::rollBackAsked);
    connect(m_steps, &QLineEdit::textEdited, m_problem, &QLabel::hide);
    for (QComboBox *choice : {m_canaryChoice, m_controlChoice})
        connect(choice, &QComboBox::activated, m_problem, &QLabel::hide);
}

void CanaryCard::retranslate()
{
    m_title->setText(tr("Canary"));
    m_canaryLabel->setText(tr("Provider to be tried"));
    m_controlLabel->setText(tr("Compared with"));
    m_stepsLabel->setText(tr("Steps, in percent"));
    m_errorsLabel->setText(tr("More errors that are tolerated"));
    m_slowLabel->setText(tr("Slow answers that are tolerated"));
    m_slow->setToolTip(tr("How many of its answers may be slower than 95% of the other one's."));
    m_fewestLabel->setText(tr("Requests of each before a verdict"));
    m_begin->setText(tr("Begin"));
    m_promote->setText(tr("Make it the main one"));
    m_rollBack->setText(tr("Take it back"));
    const QList<std::pair<QLabel *, QWidget *>> rows{
        {m_canaryLabel, m_canaryChoice}, {m_controlLabel, m_controlChoice},
        {m_stepsLabel, m_steps},         {m_errorsLabel, m_errors},
        {m_slowLabel, m_slow},           {m_fewestLabel, m_fewest}};
    for (const auto &[label, field] : rows)
        field->setAccessibleName(label->text());
    setAccessibleName(m_title->text());
    showState();
}

void CanaryCard::showState()
{
    using State = Core::Canary::State;
    const State state = m_canary.state();
    const bool isOn = state == State::Running || state == State::Passed;
    m_state->setText(canaryText(m_canary));
    m_finding->setText(canaryFindingText(m_canary.finding()));
    m_finding->setVisible(state == State::Running);
    QStringList lines;
    const QList<Core::CanaryEvent> &history = m_canary.history();
    for (auto event = history.crbegin(); event != history.crend() && lines.size() < shownEvents;
         ++event)
        lines += canaryEventText(*event);
    m_history->setText(lines.join(u'\n'));
    m_history->setVisible(!lines.isEmpty());
    m_plan->setVisible(!isOn);
    m_begin->setVisible(!isOn);
    m_promote->setVisible(isOn);
    m_rollBack->setVisible(isOn);
}

void CanaryCard::begin()
{
    const auto steps = canarySteps(m_steps->text());
    const bool isOneAlone = m_canaryChoice->currentText() == m_controlChoice->currentText();
    m_problem->setText(isOneAlone
                           ? tr("Choose two different providers.")
                           : tr("The steps must be rising percentages, such as 1, 5, 25, 50."));
    m_problem->setVisible(isOneAlone || !steps);
    if (isOneAlone || !steps)
        return;
    emit beginAsked({.canary = m_canaryChoice->currentText(),
                     .control = m_controlChoice->currentText(),
                     .steps = *steps,
                     .errorMargin = m_errors->value() / 100,
                     .slowShare = m_slow->value() / 100,
                     .fewest = m_fewest->value()});
}
