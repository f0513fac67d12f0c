#include "ui/lab/labcard.h"

#include "ui/base/colors.h"
#include "ui/base/errortext.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/base/optiontext.h"
#include "ui/base/reasontext.h"
#include "ui/base/tonelabel.h"
#include "ui/base/tooltips.h"
#include "ui/lab/cardfigures.h"
#include "ui/lab/cardoptions.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace {

constexpr int mostTokens = 10'000'000;
constexpr int budgetStep = 500;

} // namespace

LabCard::LabCard(QWidget *parent)
    : QWidget(parent)
    , m_strategy(new QComboBox(this))
    , m_budget(new QSpinBox(this))
    , m_model(new QComboBox(this))
    , m_menu(new QToolButton(this))
    , m_optionsButton(new QToolButton(this))
    , m_options(new CardOptions(this))
    , m_figures(new CardFigures(this))
    , m_state(new ToneLabel(this))
{
    buildMenu();
    build();
    wire();
    retranslate();
}

void LabCard::wire()
{
    connect(m_strategy, &QComboBox::activated, this, &LabCard::edit);
    connect(m_model, &QComboBox::activated, this, &LabCard::edit);
    connect(m_budget, &QSpinBox::valueChanged, this, &LabCard::edit);
    connect(m_options, &CardOptions::changed, this, &LabCard::editOption);
    connect(m_optionsButton, &QToolButton::toggled, this, &LabCard::showOptions);
    connect(m_remove, &QAction::triggered, this, [this] { emit removeRequested(cardId()); });
    connect(m_duplicate, &QAction::triggered, this, [this] { emit duplicateRequested(cardId()); });
    connect(m_left, &QAction::triggered, this, [this] { emit moveRequested(cardId(), -1); });
    connect(m_right, &QAction::triggered, this, [this] { emit moveRequested(cardId(), 1); });
    connect(m_reset, &QAction::triggered, this, [this] {
        Core::TrialCard card = m_column.card;
        card.options = {};
        emit changed(card);
    });
}

void LabCard::buildMenu()
{
    auto *menu = new QMenu(m_menu);
    m_duplicate = menu->addAction(Icons::icon(Icons::Name::Copy), QString());
    m_left = menu->addAction(Icons::icon(Icons::Name::Previous), QString());
    m_right = menu->addAction(Icons::icon(Icons::Name::Next), QString());
    m_reset = menu->addAction(QString());
    menu->addSeparator();
    m_remove = menu->addAction(Icons::icon(Icons::Name::Close), QString());
    const std::pair<QAction *, QKeySequence> keys[] = {
        {m_duplicate, Qt::CTRL | Qt::Key_D},
        {m_left, Qt::ALT | Qt::SHIFT | Qt::Key_Left},
        {m_right, Qt::ALT | Qt::SHIFT | Qt::Key_Right},
        {m_remove, Qt::CTRL | Qt::Key_Delete},
    };
    for (const auto &[action, key] : keys) {
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_menu, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_menu->mapToGlobal(m_menu->rect().bottomLeft())); });
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
    m_menu->setAutoRaise(true);
    m_menu->setIcon(Icons::icon(Icons::Name::More));
    m_optionsButton->setAutoRaise(true);
    m_optionsButton->setCheckable(true);
    m_optionsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_optionsButton->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_options->hide();
    m_state->setFont(Fonts::small());
    m_state->setWordWrap(true);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(8, 8, 9, 8);
    grid->setSpacing(4);
    grid->addWidget(m_strategy, 0, 0);
    grid->addWidget(m_menu, 0, 1);
    grid->addWidget(m_budget, 1, 0, 1, 2);
    grid->addWidget(m_model, 2, 0, 1, 2);
    grid->addWidget(m_optionsButton, 3, 0, 1, 2);
    grid->addWidget(m_options, 4, 0, 1, 2);
    grid->addWidget(m_figures, 5, 0, 1, 2);
    grid->addWidget(m_state, 6, 0, 1, 2);
    grid->setRowStretch(7, 1);
    grid->setColumnStretch(0, 1);
}

void LabCard::retranslate()
{
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
    m_menu->setAccessibleName(tr("What to do with this card"));
    m_menu->setToolTip(tr("What to do with this card"));
    m_duplicate->setText(tr("Duplicate"));
    m_left->setText(tr("Move to the left"));
    m_right->setText(tr("Move to the right"));
    m_reset->setText(tr("All options as usual"));
    m_remove->setText(tr("Remove this card"));
    showChoices();
    showOptions();
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
    showChoices();
    showOptions();
    m_figures->setColumn(column, callsPerDay);
    showState();
}

void LabCard::setCompact(bool compact)
{
    m_model->setVisible(!compact);
    m_optionsButton->setVisible(!compact);
    m_optionsButton->setChecked(m_optionsButton->isChecked() && !compact);
    m_figures->setCompact(compact);
}

void LabCard::edit()
{
    Core::TrialCard card = Core::withStrategy(m_column.card, m_strategy->currentData().toString());
    card.budgetTokens = m_budget->value();
    if (const int chosen = m_model->currentIndex(); chosen >= 0 && chosen < m_models.size()) {
        card.provider = m_models[chosen].provider;
        card.model = m_models[chosen].model;
    }
    if (card != m_column.card)
        emit changed(card);
}

void LabCard::editOption(const QString &option, const QJsonValue &value)
{
    const Core::TrialCard card = Core::withOption(m_column.card, option, value);
    if (card != m_column.card)
        emit changed(card);
}

/// Closed, the button says what is set.
void LabCard::showOptions()
{
    const bool open = m_optionsButton->isChecked();
    const QString set = optionsText(m_column.card.options);
    m_options->setCard(m_column.card);
    m_options->setVisible(open);
    m_optionsButton->setIcon(Icons::icon(open ? Icons::Name::Down : Icons::Name::Next));
    m_optionsButton->setText(open || set.isEmpty() ? tr("Options") : set);
    m_optionsButton->setToolTip(plainToolTip(set.isEmpty() ? tr("All options are as usual") : set));
    m_optionsButton->setAccessibleName(tr("Options"));
    m_optionsButton->setAccessibleDescription(m_optionsButton->toolTip());
    m_reset->setEnabled(!set.isEmpty());
}

/// Only where they are others: a card is shown anew with every figure that becomes known.
void LabCard::showModels()
{
    QStringList names;
    for (const LabModel &each : std::as_const(m_models))
        names += each.provider == each.model
            ? each.model
            : tr("%1 · %2", "model, provider").arg(each.model, each.provider);
    if (names == m_modelNames)
        return;
    m_modelNames = names;
    m_model->clear();
    m_model->addItems(names);
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
    showModels();
    m_model->setCurrentIndex(int(m_models.indexOf(own)));
    m_model->setToolTip(m_model->currentText());
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
