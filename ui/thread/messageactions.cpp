#include "ui/thread/messageactions.h"

#include "ui/base/colors.h"
#include "ui/base/icons.h"
#include "ui/base/reasontext.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace {

using Core::Role;
using Core::Verdict;

bool isStreaming(const ThreadRow &row)
{
    return row.message.status == Core::MessageStatus::Streaming;
}

bool isPinned(const ThreadRow &row)
{
    return row.plan && row.plan->verdict == Verdict::Pinned;
}

bool isExcluded(const ThreadRow &row)
{
    return row.plan && row.plan->verdict == Verdict::Excluded;
}

} // namespace

MessageActions::MessageActions(QWidget *parent)
    : QWidget(parent)
    , m_copy(new QAction(this))
    , m_inspect(new QAction(this))
    , m_edit(new QAction(this))
    , m_regenerate(new QAction(this))
    , m_pin(new QAction(this))
    , m_exclude(new QAction(this))
    , m_with(new QMenu(this))
{
    build();
    wire();
    updateWords();
}

void MessageActions::build()
{
    m_copy->setIcon(Icons::icon(Icons::Name::Copy));
    m_inspect->setIcon(Icons::icon(Icons::Name::Inspector));
    m_edit->setIcon(Icons::icon(Icons::Name::Edit));
    m_regenerate->setIcon(Icons::icon(Icons::Name::Regenerate));
    m_pin->setIcon(Icons::icon(Icons::Name::Pin));
    m_exclude->setIcon(Icons::icon(Icons::Name::Exclude));
    m_with->setIcon(Icons::icon(Icons::Name::Regenerate));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    addButton(m_copy);
    addButton(m_inspect);
    addButton(m_edit);
    m_withButton = addButton(m_regenerate);
    m_withButton->setPopupMode(QToolButton::MenuButtonPopup);
    addButton(m_pin);
    addButton(m_exclude);
    setCursor(Qt::ArrowCursor);
    hide();
}

QToolButton *MessageActions::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setIconSize({16, 16});
    // The keyboard has the same actions as keys and in the menu of the message.
    button->setFocusPolicy(Qt::NoFocus);
    layout()->addWidget(button);
    // A button whose action is not there takes no room.
    connect(action, &QAction::changed, button,
            [button, action] { button->setVisible(action->isVisible()); });
    return button;
}

void MessageActions::wire()
{
    connect(m_copy, &QAction::triggered, this, &MessageActions::copyRequested);
    connect(m_inspect, &QAction::triggered, this, &MessageActions::inspectRequested);
    connect(m_edit, &QAction::triggered, this, &MessageActions::editRequested);
    connect(m_regenerate, &QAction::triggered, this, [this] { emit regenerateRequested({}, {}); });
    connect(m_pin, &QAction::triggered, this, [this] { emit pinRequested(!isPinned(m_row)); });
    connect(m_exclude, &QAction::triggered, this,
            [this] { emit excludeRequested(!isExcluded(m_row)); });
}

void MessageActions::setRow(const ThreadRow &row)
{
    m_row = row;
    m_inspect->setVisible(row.message.role == Role::Assistant && !isStreaming(row));
    m_edit->setVisible(row.message.role == Role::User || row.message.role == Role::System);
    m_regenerate->setVisible(row.message.role == Role::Assistant && !isStreaming(row));
    m_pin->setVisible(!isStreaming(row));
    m_exclude->setVisible(!isStreaming(row) && row.message.role != Role::System);
    updateWords();
    adjustSize();
}

void MessageActions::updateWords()
{
    const auto say = [](QAction *action, const QString &words, const QString &tip) {
        action->setText(words);
        action->setToolTip(tip);
    };
    say(m_copy, tr("Copy"), tr("Copy the message as it was written (Ctrl+C)"));
    say(m_inspect, tr("Inspect"), tr("Show what was sent for this answer and what it cost (I)"));
    say(m_edit, tr("Edit"), tr("Edit the message and ask again; this version is kept (E)"));
    say(m_regenerate, tr("Regenerate"), tr("Ask again; this version is kept (R)"));
    if (isPinned(m_row))
        say(m_pin, tr("Unpin"), tr("Let the strategy decide about the message again (P)"));
    else
        say(m_pin, tr("Pin"), tr("Always send the message (P)"));
    if (isExcluded(m_row))
        say(m_exclude, tr("Include again"),
            tr("Let the strategy decide about the message again (X)"));
    else
        say(m_exclude, tr("Leave out"), tr("Never send the message (X)"));
    m_with->setTitle(tr("Regenerate with"));
}

void MessageActions::setChoices(const QStringList &models, const QStringList &strategies)
{
    m_models = models;
    m_strategies = strategies;
    rebuildChoices();
}

void MessageActions::rebuildChoices()
{
    m_with->clear();
    if (!m_models.isEmpty())
        m_with->addSection(tr("Model"));
    for (const QString &model : std::as_const(m_models))
        m_with->addAction(model, this, [this, model] { emit regenerateRequested(model, {}); });
    if (!m_strategies.isEmpty())
        m_with->addSection(tr("Strategy"));
    for (const QString &strategy : std::as_const(m_strategies))
        m_with->addAction(strategyName(strategy), this,
                          [this, strategy] { emit regenerateRequested({}, strategy); });
    const bool any = !m_with->isEmpty();
    m_withButton->setMenu(any ? m_with : nullptr);
    m_withButton->setPopupMode(any ? QToolButton::MenuButtonPopup : QToolButton::DelayedPopup);
}

void MessageActions::fill(QMenu &menu) const
{
    menu.addAction(m_copy);
    menu.addAction(m_inspect);
    menu.addAction(m_edit);
    menu.addAction(m_regenerate);
    if (m_regenerate->isVisible() && !m_with->isEmpty())
        menu.addMenu(m_with);
    menu.addSeparator();
    menu.addAction(m_pin);
    menu.addAction(m_exclude);
}

bool MessageActions::press(int key)
{
    QAction *action = key == Qt::Key_I ? m_inspect
        : key == Qt::Key_E             ? m_edit
        : key == Qt::Key_R             ? m_regenerate
        : key == Qt::Key_P             ? m_pin
        : key == Qt::Key_X             ? m_exclude
                                       : nullptr;
    if (!action || !action->isVisible())
        return false;
    action->trigger();
    return true;
}

void MessageActions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        updateWords();
        rebuildChoices();
    }
}

void MessageActions::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Colors::line(palette()));
    painter.setBrush(Colors::surface(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}
