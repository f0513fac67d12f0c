#include "ui/cost/limitspage.h"

#include "ui/base/card.h"
#include "ui/base/emptystate.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/base/tonelabel.h"
#include "ui/base/undobar.h"
#include "ui/cost/levelbar.h"
#include "ui/cost/limitwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int barHeight = 8;
constexpr int wholeBar = 1000;

ToneLabel::Tone toneOf(Core::SpendLevel level)
{
    switch (level) {
    case Core::SpendLevel::Low:
        return ToneLabel::Tone::Quiet;
    case Core::SpendLevel::From70:
    case Core::SpendLevel::From90:
        return ToneLabel::Tone::Warning;
    case Core::SpendLevel::Reached:
        return ToneLabel::Tone::Bad;
    }
    Q_UNREACHABLE();
}

int barValue(const Core::SpendState &state)
{
    const Core::Money limit = state.check.limit.amount;
    if (limit.pico <= 0)
        return wholeBar;
    return int(std::min(1.0, double(state.total().pico) / double(limit.pico)) * wholeBar);
}

} // namespace

LimitsPage::LimitsPage(QWidget *parent)
    : ColumnPage(parent, Place::Left)
    , m_add(new QPushButton(this))
    , m_formCard(new Card(this))
    , m_form(new LimitForm(m_formCard))
    , m_cards(new QWidget(this))
    , m_cardsColumn(new QVBoxLayout(m_cards))
    , m_nothing(new EmptyState(this))
    , m_undo(new UndoBar(this))
{
    auto *inCard = new QVBoxLayout(m_formCard);
    inCard->setContentsMargins(16, 12, 16, 12);
    inCard->addWidget(m_form);
    m_cardsColumn->setContentsMargins({});
    m_cardsColumn->setSpacing(12);
    m_add->setIcon(Icons::icon(Icons::Name::Add));
    column()->addWidget(m_add, 0, Qt::AlignLeft);
    column()->addWidget(m_formCard);
    column()->addWidget(m_undo);
    column()->addWidget(m_nothing);
    column()->addWidget(m_cards);
    column()->addStretch(1);
    m_nothing->setIcon(Icons::Name::Costs);
    m_formCard->hide();
    m_undo->hide();
    connect(m_add, &QPushButton::clicked, this, [this] {
        edit({.zone = QTimeZone::systemTimeZoneId(), .amount = {100 * Core::picoPerDollar}});
    });
    connect(m_form, &LimitForm::saved, this, &LimitsPage::save);
    connect(m_form, &LimitForm::dismissed, this, &LimitsPage::closeForm);
    retranslate();
}

void LimitsPage::setKnown(const LimitForm::Known &known)
{
    m_form->setKnown(known);
}

void LimitsPage::setStates(const QList<Core::SpendState> &states)
{
    m_states = states;
    while (QLayoutItem *item = m_cardsColumn->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Core::SpendState &state : states)
        m_cardsColumn->addWidget(card(state));
    m_nothing->setVisible(states.isEmpty());
}

QWidget *LimitsPage::card(const Core::SpendState &state)
{
    const Core::SpendLimit &limit = state.check.limit;
    auto *card = new Card(m_cards);
    const auto level = Core::spendLevel(state.total(), limit.amount);
    auto *bar = new LevelBar(level, card);
    bar->setRange(0, wholeBar);
    bar->setValue(barValue(state));
    bar->setFixedHeight(barHeight);
    bar->setAccessibleName(LimitWords::title(limit));
    bar->setAccessibleDescription(LimitWords::state(state));
    auto *figures = new ToneLabel(LimitWords::state(state), toneOf(level), card);
    auto *change = new QPushButton(tr("Change"), card);
    auto *removal = new QPushButton(tr("Remove"), card);
    change->setAccessibleName(tr("Change the limit %1").arg(LimitWords::title(limit)));
    removal->setAccessibleName(tr("Remove the limit %1").arg(LimitWords::title(limit)));
    connect(change, &QPushButton::clicked, this, [this, limit] { edit(limit); });
    connect(removal, &QPushButton::clicked, this, [this, id = limit.id] { remove(id); });

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(Labels::title(LimitWords::title(limit), card), 1);
    head->addWidget(change);
    head->addWidget(removal);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(bar);
    column->addWidget(figures);
    column->addWidget(Labels::quiet(LimitWords::rule(limit), card));
    return card;
}

QList<Core::SpendLimit> LimitsPage::limits() const
{
    QList<Core::SpendLimit> limits;
    for (const Core::SpendState &state : m_states)
        limits.append(state.check.limit);
    return limits;
}

void LimitsPage::edit(const Core::SpendLimit &limit)
{
    m_form->setLimit(limit);
    m_formCard->show();
    ensureWidgetVisible(m_formCard);
    m_form->setFocus();
}

void LimitsPage::closeForm()
{
    m_add->setFocus(); // before its buttons go, or the focus goes anywhere
    m_formCard->hide();
}

void LimitsPage::save(const Core::SpendLimit &limit)
{
    QList<Core::SpendLimit> changed = limits();
    const auto same = std::find_if(changed.begin(), changed.end(),
                                   [&](const auto &each) { return each.id == limit.id; });
    if (same != changed.end())
        *same = limit;
    else
        changed.append(limit);
    closeForm();
    emit limitsChanged(changed);
}

void LimitsPage::remove(const QString &id)
{
    m_before = limits();
    QList<Core::SpendLimit> changed = m_before;
    changed.removeIf([&](const Core::SpendLimit &limit) { return limit.id == id; });
    m_add->setFocus();
    m_undo->offer(tr("The limit was removed."), [this] { emit limitsChanged(m_before); });
    emit limitsChanged(changed);
}

void LimitsPage::changeEvent(QEvent *event)
{
    ColumnPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LimitsPage::retranslate()
{
    setTexts(tr("Limits"),
             tr("How much may be spent in a day, a week or a month. A limit warns at 70, 90 and "
                "100%. A hard one also stops calls that would pass it, several at once "
                "included; models without a price go through."));
    m_add->setText(tr("Add a limit"));
    m_nothing->setTexts(tr("No limit yet"), tr("Add one to be warned in time."));
    setStates(m_states);
}
