#include "ui/mainwindow/conversationheader.h"

#include "ui/base/colors.h"
#include "ui/base/elidedlabel.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/reasontext.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

QString providerWords(const QString &name)
{
    return name == "practice"_L1 ? ConversationHeader::tr("Practice") : name;
}

} // namespace

ConversationHeader::ConversationHeader(QWidget *parent)
    : QWidget(parent)
{
    build();
    retranslate();
}

void ConversationHeader::setConversation(const Core::Conversation &conversation)
{
    m_conversation = conversation;
    showTitle();
    showChoices();
}

void ConversationHeader::setDefaults(const Defaults &defaults)
{
    m_defaults = defaults;
    showChoices();
}

void ConversationHeader::setProviders(const QStringList &names)
{
    m_providers = names;
    showChoices();
}

void ConversationHeader::setModels(const QStringList &models)
{
    m_models = models;
    showChoices();
}

void ConversationHeader::setStrategies(const QStringList &ids)
{
    m_strategies = ids;
    showChoices();
}

QList<QAction *> ConversationHeader::choices() const
{
    return m_provider->menu()->actions() + m_model->menu()->actions()
        + m_strategy->menu()->actions();
}

void ConversationHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConversationHeader::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Colors::line(palette()));
}

void ConversationHeader::build()
{
    m_list = makeToggle(int(Icons::Name::List));
    m_inspector = makeToggle(int(Icons::Name::Inspector));
    connect(m_list, &QToolButton::clicked, this, &ConversationHeader::listToggled);
    connect(m_inspector, &QToolButton::clicked, this, &ConversationHeader::inspectorToggled);
    m_title = new ElidedLabel(this);
    m_title->setFont(Fonts::title());
    m_choices = new QWidget(this);
    m_provider = makeChoice();
    m_model = makeChoice();
    m_strategy = makeChoice();
    auto *choices = new QHBoxLayout(m_choices);
    choices->setContentsMargins({});
    choices->setSpacing(4);
    for (QToolButton *button : {m_provider, m_model, m_strategy})
        choices->addWidget(button);

    m_row = new QHBoxLayout;
    m_row->setSpacing(4);
    m_row->addWidget(m_list);
    m_row->addSpacing(4);
    m_row->addWidget(m_title, 1);
    m_row->addWidget(m_choices);
    m_row->addSpacing(4);
    m_row->addWidget(m_inspector);
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(8, 8, 8, 9);
    m_rows->setSpacing(4);
    m_rows->addLayout(m_row);
}

QSize ConversationHeader::minimumSizeHint() const
{
    return {m_choices->sizeHint().width() + 16, QWidget::minimumSizeHint().height()};
}

void ConversationHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// Beside a title of which something can be read, or else below it.
void ConversationHeader::arrange()
{
    constexpr int leastTitle = 96;
    constexpr int others = 2 * 32 + 16 + 5 * 4 + 2 * 4; // toggles, margins and spacing
    const bool isBelow = leastTitle + others + m_choices->sizeHint().width() > width();
    if (isBelow == (m_rows->indexOf(m_choices) >= 0))
        return;
    if (isBelow) {
        m_row->removeWidget(m_choices);
        m_rows->addWidget(m_choices, 0, Qt::AlignLeft);
    } else {
        m_rows->removeWidget(m_choices);
        m_row->insertWidget(m_row->indexOf(m_title) + 1, m_choices);
    }
}

QToolButton *ConversationHeader::makeChoice()
{
    auto *button = new QToolButton(m_choices);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setMenu(new QMenu(button));
    button->menu()->setToolTipsVisible(true);
    new QActionGroup(button->menu()); // one is chosen, so it has the mark of one
    button->setMinimumHeight(30);
    return button;
}

QToolButton *ConversationHeader::makeToggle(int icon)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIcon(Icons::icon(Icons::Name(icon)));
    button->setIconSize({18, 18});
    button->setFixedSize(32, 32);
    return button;
}

void ConversationHeader::retranslate()
{
    m_list->setToolTip(tr("Show or hide the list (F9)"));
    m_list->setAccessibleName(tr("Show or hide the list"));
    m_inspector->setToolTip(tr("Show or hide the inspector (F10)"));
    m_inspector->setAccessibleName(tr("Show or hide the inspector"));
    m_provider->setToolTip(tr("Provider of this conversation"));
    m_model->setToolTip(tr("Model of this conversation"));
    m_strategy->setToolTip(tr("Context strategy of this conversation"));
    showTitle();
    showChoices();
}

void ConversationHeader::showTitle()
{
    const bool chosen = !m_conversation.id.isEmpty();
    m_title->setText(m_conversation.title.isEmpty() && chosen ? tr("Untitled conversation")
                                                              : m_conversation.title);
    m_choices->setVisible(chosen);
}

void ConversationHeader::showChoices()
{
    m_provider->setText(providerWords(provider()));
    m_model->setText(model().isEmpty() ? tr("Model") : model());
    m_strategy->setText(strategyName(strategy()));
    fillMenu(m_provider, m_providers, provider(), &ConversationHeader::providerChosen);
    fillMenu(m_model, m_models, model(), &ConversationHeader::modelChosen);
    fillMenu(m_strategy, m_strategies, strategy(), &ConversationHeader::strategyChosen);
    m_provider->setAccessibleName(tr("Provider: %1").arg(m_provider->text()));
    m_model->setAccessibleName(tr("Model: %1").arg(m_model->text()));
    m_strategy->setAccessibleName(tr("Strategy: %1").arg(m_strategy->text()));
    m_model->setVisible(!m_conversation.id.isEmpty() && !(m_models.isEmpty() && model().isEmpty()));
    arrange();
}

void ConversationHeader::fillMenu(QToolButton *button, const QStringList &values,
                                  const QString &current,
                                  void (ConversationHeader::*chosen)(const QString &))
{
    QMenu *menu = button->menu();
    menu->clear();
    for (const QString &value : values) {
        QString words = value;
        QString command = tr("Use model %1").arg(value);
        if (button == m_provider) {
            words = providerWords(value);
            command = tr("Use provider %1").arg(words);
        } else if (button == m_strategy) {
            words = strategyName(value);
            command = tr("Use strategy %1").arg(words);
        }
        QAction *action = menu->addAction(words);
        action->setIconText(command); // what the palette shows
        action->setToolTip(button == m_strategy ? strategyText(value) : QString());
        action->setCheckable(true);
        menu->findChild<QActionGroup *>()->addAction(action);
        action->setChecked(value == current);
        connect(action, &QAction::triggered, this,
                [this, chosen, value] { emit(this->*chosen)(value); });
    }
}

QString ConversationHeader::provider() const
{
    return m_conversation.provider.isEmpty() ? m_defaults.provider : m_conversation.provider;
}

QString ConversationHeader::model() const
{
    return m_conversation.model.isEmpty() ? m_defaults.model : m_conversation.model;
}

QString ConversationHeader::strategy() const
{
    return m_conversation.strategy.isEmpty() ? m_defaults.strategy : m_conversation.strategy;
}
