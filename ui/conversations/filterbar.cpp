#include "ui/conversations/filterbar.h"

#include "ui/base/chip.h"
#include "ui/base/flowlayout.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QSignalBlocker>

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_mine(new Chip(this))
    , m_tag(new Chip(this))
    , m_provider(new Chip(this))
    , m_error(new Chip(this))
{
    auto *layout = new FlowLayout(6, this);
    for (Chip *chip : {m_mine, m_tag, m_provider, m_error})
        layout->addWidget(chip);
    m_tag->setOpensMenu(true);
    m_provider->setOpensMenu(true);
    m_mine->hide();
    m_tag->hide();
    m_provider->hide();
    wire();
    retranslate();
}

void FilterBar::setUser(const QString &userId)
{
    m_userId = userId;
    m_mine->setVisible(!userId.isEmpty());
    if (!m_filter.userId.isEmpty() && m_filter.userId != userId) {
        m_filter.userId = userId;
        changed();
    }
}

void FilterBar::setTags(const QStringList &tags)
{
    m_tags = tags;
    m_tag->setVisible(!tags.isEmpty());
}

void FilterBar::setProviders(const QStringList &providers)
{
    m_providers = providers;
    m_provider->setVisible(providers.size() > 1);
}

bool FilterBar::isFiltering() const
{
    return m_filter != Core::ConversationFilter{};
}

void FilterBar::clear()
{
    m_filter = {};
    changed();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilterBar::wire()
{
    connect(m_mine, &Chip::clicked, this, [this](bool on) {
        m_filter.userId = on ? m_userId : QString();
        changed();
    });
    connect(m_error, &Chip::clicked, this, [this](bool on) {
        m_filter.onlyWithError = on;
        changed();
    });
    connect(m_tag, &Chip::clicked, this,
            [this] { choose(m_tag, m_tags, &Core::ConversationFilter::tag); });
    connect(m_provider, &Chip::clicked, this,
            [this] { choose(m_provider, m_providers, &Core::ConversationFilter::provider); });
}

void FilterBar::retranslate()
{
    m_mine->setText(tr("Mine"));
    m_mine->setToolTip(tr("Only conversations that you began"));
    m_tag->setText(m_filter.tag.isEmpty() ? tr("Tag") : m_filter.tag);
    m_tag->setToolTip(tr("Only conversations with a tag"));
    m_provider->setText(m_filter.provider.isEmpty() ? tr("Provider") : m_filter.provider);
    m_provider->setToolTip(tr("Only conversations with a provider"));
    m_error->setText(tr("Has error"));
    m_error->setToolTip(tr("Only conversations whose last answer is incomplete"));
    for (Chip *chip : {m_mine, m_tag, m_provider, m_error})
        chip->updateGeometry();
}

void FilterBar::choose(Chip *chip, const QStringList &values,
                       QString Core::ConversationFilter::*field)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    const auto offer = [&](const QString &text, const QString &value) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_filter.*field == value);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, field, value] {
            m_filter.*field = value;
            changed();
        });
    };
    offer(tr("All"), {});
    menu->addSeparator();
    for (const QString &value : values)
        offer(value, value);
    // The click has toggled the chip; what the filter says holds.
    chip->setChecked(!(m_filter.*field).isEmpty());
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height() + 2)));
}

void FilterBar::changed()
{
    m_mine->setChecked(!m_filter.userId.isEmpty());
    m_tag->setChecked(!m_filter.tag.isEmpty());
    m_provider->setChecked(!m_filter.provider.isEmpty());
    m_error->setChecked(m_filter.onlyWithError);
    retranslate();
    emit filterChanged(m_filter);
}
