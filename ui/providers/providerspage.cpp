#include "ui/providers/providerspage.h"

#include "ui/base/icons.h"
#include "ui/base/undobar.h"
#include "ui/providers/canarycard.h"
#include "ui/providers/comparecard.h"
#include "ui/providers/foundservers.h"
#include "ui/providers/providercard.h"
#include "ui/providers/providerform.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

ProvidersPage::ProvidersPage(QWidget *parent)
    : ColumnPage(parent)
    , m_form(new ProviderForm(content()))
    , m_add(new QPushButton(content()))
    , m_look(new QPushButton(content()))
    , m_found(new FoundServers(content()))
    , m_undo(new UndoBar(content()))
    , m_list(new QVBoxLayout)
    , m_comparison(new CompareCard(content()))
    , m_canary(new CanaryCard(content()))
{
    m_add->setIcon(Icons::icon(Icons::Name::Add));
    m_add->setDefault(true);
    m_form->hide();
    m_found->hide();
    m_list->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_add);
    top->addWidget(m_look);
    top->addStretch();
    column()->addLayout(top);
    column()->addWidget(m_found);
    column()->addWidget(m_form);
    column()->addWidget(m_undo);
    column()->addLayout(m_list);
    column()->addWidget(m_comparison);
    column()->addWidget(m_canary);
    column()->addStretch();
    wire();
    retranslate();
    rebuild();
}

void ProvidersPage::setProviders(const QList<Core::Provider> &providers, const QString &defaultName)
{
    if (providers == m_providers && defaultName == m_default)
        return;
    m_providers = providers;
    m_default = defaultName;
    rebuild();
}

void ProvidersPage::setKeyPlace(const QString &provider, Core::KeyVault::Place place)
{
    m_keyPlaces[provider] = place;
    if (ProviderCard *card = m_cards.value(provider))
        card->setKeyPlace(place);
}

void ProvidersPage::setCheck(const QString &provider, const ProviderCheck &check)
{
    m_checks[provider] = check;
    if (ProviderCard *card = m_cards.value(provider))
        card->setCheck(check);
}

void ProvidersPage::setHealth(const QString &provider, const Core::ProviderHealth &health)
{
    m_health[provider] = health;
    if (ProviderCard *card = m_cards.value(provider))
        card->setHealth(health);
}

void ProvidersPage::setShare(const QString &provider, double share)
{
    m_shares[provider] = share;
    if (ProviderCard *card = m_cards.value(provider))
        card->setShare(share);
}

void ProvidersPage::add()
{
    m_form->begin(names());
    m_form->show();
    ensureWidgetVisible(m_form);
}

void ProvidersPage::changeEvent(QEvent *event)
{
    ColumnPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProvidersPage::wire()
{
    connect(m_add, &QPushButton::clicked, this, &ProvidersPage::add);
    connect(m_look, &QPushButton::clicked, this, [this] {
        m_found->setLooking();
        m_found->show();
        emit localServersAsked();
    });
    connect(m_found, &FoundServers::addAsked, this, [this](const Core::Provider &provider) {
        m_found->hide();
        emit providerSaved({}, provider, {});
    });
    connect(m_form, &ProviderForm::cancelled, m_form, &QWidget::hide);
    connect(m_form, &ProviderForm::saved, this,
            [this](const QString &oldName, const Core::Provider &provider, const QByteArray &key) {
                m_form->hide();
                m_checks.remove(oldName);
                emit providerSaved(oldName, provider, key);
            });
}

void ProvidersPage::retranslate()
{
    setTexts(tr("Providers"),
             tr("Where requests are sent. Any server that speaks the chat-completions protocol "
                "will do, on this machine or elsewhere."));
    m_add->setText(tr("Add a provider"));
    m_look->setText(tr("Look for servers on this machine"));
}

void ProvidersPage::rebuild()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    m_cards.clear();
    for (const Core::Provider &provider : std::as_const(m_providers))
        addCard(provider);
    addCard({.name = u"practice"_s, .needsKey = false});
    showNames();
}

/// A canary needs two of the user's own; a comparison can do with the practice provider.
void ProvidersPage::showNames()
{
    const QStringList own = names();
    m_comparison->setProviders(own + QStringList{u"practice"_s});
    m_comparison->setVisible(!own.isEmpty());
    m_canary->setProviders(own, own.contains(m_default) ? m_default : own.value(0));
    m_canary->setVisible(own.size() > 1);
}

ProviderCard *ProvidersPage::addCard(const Core::Provider &provider)
{
    const bool practice = provider.name == "practice"_L1;
    auto *card = new ProviderCard(
        provider, practice ? ProviderCard::Kind::Practice : ProviderCard::Kind::Own, content());
    const QString name = provider.name;
    card->setKeyPlace(m_keyPlaces.value(name));
    card->setIsDefault(name == m_default);
    card->setCheck(m_checks.value(name));
    card->setHealth(m_health.value(name));
    card->setShare(m_shares.value(name));
    connect(card, &ProviderCard::weightChosen, this,
            [this, name](double weight) { emit weightChanged(name, weight); });
    connect(card, &ProviderCard::testAsked, this,
            [this, card] { emit testAsked(card->provider()); });
    connect(card, &ProviderCard::editAsked, this, [this, card] { edit(card->provider()); });
    connect(card, &ProviderCard::removeAsked, this, [this, card] { remove(card->provider()); });
    connect(card, &ProviderCard::defaultAsked, this, [this, name] { emit defaultChosen(name); });
    m_cards.insert(name, card);
    m_list->addWidget(card);
    return card;
}

void ProvidersPage::edit(const Core::Provider &provider)
{
    m_form->edit(provider, m_keyPlaces.value(provider.name), names());
    m_form->show();
    ensureWidgetVisible(m_form);
}

/// The key stays in the keychain, so that undoing brings back a provider that works.
void ProvidersPage::remove(const Core::Provider &provider)
{
    m_undo->offer(tr("“%1” was removed. Its key stays in the keychain.").arg(provider.name),
                  [this, provider] { emit providerSaved({}, provider, {}); });
    emit providerRemoved(provider.name);
}

QStringList ProvidersPage::names() const
{
    QStringList result;
    for (const Core::Provider &provider : m_providers)
        result.append(provider.name);
    return result;
}
