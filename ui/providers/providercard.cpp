#include "ui/providers/providercard.h"

#include "ui/base/healthstate.h"
#include "ui/base/keyfield.h"
#include "ui/base/labels.h"
#include "ui/base/statelight.h"
#include "ui/base/wheelguard.h"
#include "ui/providers/healthtext.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

/// What was not tested may have been used, which says as much.
StateLight::State lightFor(const ProviderCheck &check, const Core::ProviderHealth &health)
{
    switch (check.state) {
    case ProviderCheck::State::NotTested:
        return lightFor(healthState(health));
    case ProviderCheck::State::Running:
        return StateLight::State::Busy;
    case ProviderCheck::State::Passed:
        return StateLight::State::Good;
    case ProviderCheck::State::Failed:
        return StateLight::State::Bad;
    }
    Q_UNREACHABLE();
}

} // namespace

ProviderCard::ProviderCard(const Core::Provider &provider, Kind kind, QWidget *parent)
    : Card(parent)
    , m_provider(provider)
    , m_kind(kind)
    , m_name(Labels::title({}, this))
    , m_default(Labels::quiet({}, this))
    , m_address(Labels::body({}, this))
    , m_model(Labels::body({}, this))
    , m_keyWords(Labels::quiet({}, this))
    , m_light(new StateLight(this))
    , m_checkWords(Labels::body({}, this))
    , m_stepWords(Labels::quiet({}, this))
    , m_healthWords(Labels::quiet({}, this))
    , m_weightLabel(Labels::body({}, this))
    , m_weight(new QDoubleSpinBox(this))
    , m_shareWords(Labels::quiet({}, this))
    , m_test(new QPushButton(this))
    , m_edit(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_makeDefault(new QPushButton(this))
{
    build();
    new WheelGuard(this);
    connect(m_test, &QPushButton::clicked, this, &ProviderCard::testAsked);
    connect(m_edit, &QPushButton::clicked, this, &ProviderCard::editAsked);
    connect(m_remove, &QPushButton::clicked, this, &ProviderCard::removeAsked);
    connect(m_weight, &QDoubleSpinBox::editingFinished, this, [this] {
        if (!qFuzzyCompare(1 + m_weight->value(), 1 + m_provider.weight))
            emit weightChosen(m_weight->value());
    });
    connect(m_makeDefault, &QPushButton::clicked, this, &ProviderCard::defaultAsked);
    retranslate();
}

void ProviderCard::setKeyPlace(Core::KeyVault::Place place)
{
    m_key = place;
    retranslate();
}

void ProviderCard::setIsDefault(bool isDefault)
{
    m_isDefault = isDefault;
    retranslate();
}

void ProviderCard::setCheck(const ProviderCheck &check)
{
    m_check = check;
    retranslate();
}

void ProviderCard::setHealth(const Core::ProviderHealth &health)
{
    m_health = health;
    retranslate();
}

void ProviderCard::setShare(double share)
{
    m_share = share;
    retranslate();
}

void ProviderCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProviderCard::build()
{
    m_address->setForegroundRole(QPalette::PlaceholderText);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setWordWrap(false);
    m_default->setWordWrap(false);

    m_weight->setRange(0, 100'000);
    m_weight->setDecimals(2);
    m_weight->setValue(m_provider.weight);
    m_shareWords->setWordWrap(false);

    auto *weight = new QHBoxLayout;
    weight->setSpacing(8);
    weight->addWidget(m_weightLabel);
    weight->addWidget(m_weight);
    weight->addWidget(m_shareWords);
    weight->addStretch();

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_name);
    head->addWidget(m_default);
    head->addStretch();

    auto *check = new QHBoxLayout;
    check->setSpacing(8);
    check->addWidget(m_light);
    check->addWidget(m_checkWords, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_test);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_makeDefault);
    buttons->addStretch();
    buttons->addWidget(m_remove);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_address);
    layout->addWidget(m_model);
    layout->addWidget(m_keyWords);
    layout->addSpacing(4);
    layout->addLayout(check);
    layout->addWidget(m_stepWords);
    layout->addWidget(m_healthWords);
    layout->addLayout(weight);
    layout->addSpacing(8);
    layout->addLayout(buttons);
}

void ProviderCard::retranslate()
{
    const bool practice = m_kind == Kind::Practice;
    m_name->setText(practice ? tr("Practice") : m_provider.name);
    m_default->setText(tr("default"));
    m_default->setVisible(m_isDefault);
    m_address->setText(practice ? tr("Runs inside this program; nothing leaves this machine.")
                                : m_provider.baseUrl.toDisplayString());
    m_model->setText(m_provider.model.isEmpty() ? tr("No model set")
                                                : tr("Model: %1").arg(m_provider.model));
    m_model->setVisible(!practice);
    m_keyWords->setText(m_provider.needsKey ? keyPlaceText(m_key, m_provider.name)
                                            : tr("Needs no key."));
    m_light->setState(lightFor(m_check, m_health));
    m_checkWords->setText(checkText(m_check, m_provider, m_health));
    m_stepWords->setText(stepsText(m_check));
    m_stepWords->setVisible(!m_check.steps.isEmpty());
    m_healthWords->setText(healthText(m_health));
    m_weightLabel->setText(tr("Weight"));
    m_weightLabel->setBuddy(m_weight);
    m_weight->setAccessibleName(tr("Weight of %1").arg(m_name->text()));
    m_shareWords->setText(shareText(m_share));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_weightLabel, m_weight, m_shareWords})
        widget->setVisible(!practice);
    m_test->setText(tr("Test"));
    m_test->setEnabled(m_check.state != ProviderCheck::State::Running);
    m_edit->setText(tr("Change…"));
    m_edit->setVisible(!practice);
    m_makeDefault->setText(tr("Ask by default"));
    m_makeDefault->setVisible(!m_isDefault);
    m_remove->setText(tr("Remove"));
    m_remove->setVisible(!practice);
    for (QPushButton *button : {m_test, m_edit, m_makeDefault, m_remove})
        button->setAccessibleName(tr("%1: %2", "what a button does, and to which provider")
                                      .arg(button->text(), m_name->text()));
    setAccessibleName(m_name->text());
}
