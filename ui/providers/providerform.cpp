#include "ui/providers/providerform.h"

#include "core/net/networkrules.h"
#include "core/settings/presets.h"
#include "ui/base/keyfield.h"
#include "ui/base/labels.h"
#include "ui/providers/providercheck.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

ProviderForm::ProviderForm(QWidget *parent)
    : Card(parent)
    , m_title(Labels::title({}, this))
    , m_presetLabel(Labels::body({}, this))
    , m_nameLabel(Labels::body({}, this))
    , m_urlLabel(Labels::body({}, this))
    , m_modelLabel(Labels::body({}, this))
    , m_keyLabel(Labels::body({}, this))
    , m_preset(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_url(new QLineEdit(this))
    , m_model(new QLineEdit(this))
    , m_needsKey(new QCheckBox(this))
    , m_key(new KeyField(this))
    , m_problem(Labels::body({}, this))
    , m_save(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    build();
    wire();
    retranslate();
}

void ProviderForm::begin(const QStringList &taken)
{
    m_oldName.clear();
    m_taken = taken;
    m_preset->setCurrentIndex(1);
    m_key->setPlace(Core::KeyVault::Place::None, {});
    takePreset(1);
    retranslate();
    m_key->setFocus();
}

void ProviderForm::edit(const Core::Provider &provider, Core::KeyVault::Place key,
                        const QStringList &taken)
{
    m_oldName = provider.name;
    m_taken = taken;
    m_taken.removeAll(provider.name);
    m_preset->setCurrentIndex(qMax(0, m_preset->findData(provider.preset)));
    m_key->setPlace(key, provider.name);
    fill(provider);
    retranslate();
    m_name->setFocus();
}

void ProviderForm::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProviderForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        Card::keyPressEvent(event);
}

void ProviderForm::build()
{
    m_preset->addItem({}, QString());
    for (const Core::ProviderPreset &preset : Core::providerPresets())
        m_preset->addItem(preset.name, preset.id);
    m_key->setButtonsShown(false);
    m_save->setDefault(true);
    m_problem->hide();

    auto *fields = new QFormLayout;
    fields->setRowWrapPolicy(QFormLayout::WrapLongRows);
    fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    fields->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    fields->setHorizontalSpacing(24);
    fields->setVerticalSpacing(12);
    const auto add = [fields](QLabel *label, QWidget *field) {
        label->setMinimumSize(110, 32); // as high as a field, so that they stand level
        label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        label->setBuddy(field);
        fields->addRow(label, field);
    };
    add(m_presetLabel, m_preset);
    add(m_nameLabel, m_name);
    add(m_urlLabel, m_url);
    add(m_modelLabel, m_model);
    fields->addRow(QString(), m_needsKey);
    add(m_keyLabel, m_key);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    layout->addLayout(fields);
    layout->addLayout(buttons);
}

void ProviderForm::wire()
{
    connect(m_preset, &QComboBox::activated, this, &ProviderForm::takePreset);
    connect(m_needsKey, &QCheckBox::toggled, this, [this](bool needs) {
        m_key->setVisible(needs);
        m_keyLabel->setVisible(needs);
    });
    connect(m_save, &QPushButton::clicked, this, &ProviderForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &ProviderForm::cancelled);
    for (QLineEdit *field : {m_name, m_url, m_model}) {
        connect(field, &QLineEdit::textEdited, m_problem, &QLabel::hide);
        connect(field, &QLineEdit::returnPressed, this, &ProviderForm::save);
    }
}

void ProviderForm::retranslate()
{
    m_title->setText(m_oldName.isEmpty() ? tr("New provider")
                                         : tr("Change provider “%1”").arg(m_oldName));
    m_presetLabel->setText(tr("Preset"));
    m_preset->setItemText(0, tr("Another one"));
    m_nameLabel->setText(tr("Name"));
    m_urlLabel->setText(tr("Address"));
    m_url->setPlaceholderText(u"https://api.example.com/v1"_s);
    m_modelLabel->setText(tr("Model"));
    m_model->setPlaceholderText(tr("The test shows which there are"));
    m_needsKey->setText(tr("It wants a key"));
    m_keyLabel->setText(tr("Key"));
    m_save->setText(tr("Save and test"));
    m_cancel->setText(tr("Cancel"));
    setAccessibleName(m_title->text());
}

void ProviderForm::takePreset(int index)
{
    const QString id = m_preset->itemData(index).toString();
    Core::Provider provider{.preset = id};
    for (const Core::ProviderPreset &preset : Core::providerPresets()) {
        if (preset.id == id)
            provider = {.name = preset.name,
                        .preset = preset.id,
                        .baseUrl = preset.baseUrl,
                        .model = preset.model,
                        .needsKey = preset.needsKey};
    }
    fill(provider);
}

void ProviderForm::fill(const Core::Provider &provider)
{
    m_provider = provider;
    m_name->setText(provider.name);
    m_url->setText(provider.baseUrl.toString());
    m_model->setText(provider.model);
    m_needsKey->setChecked(provider.needsKey);
    m_key->setVisible(provider.needsKey);
    m_keyLabel->setVisible(provider.needsKey);
    m_key->take();
    m_problem->hide();
}

Core::Provider ProviderForm::entered() const
{
    Core::Provider provider = m_provider;
    provider.name = m_name->text().simplified();
    provider.preset = m_preset->currentData().toString();
    provider.baseUrl = Core::baseUrlFrom(m_url->text());
    provider.model = m_model->text().trimmed();
    provider.needsKey = m_needsKey->isChecked();
    return provider;
}

void ProviderForm::save()
{
    const Core::Provider provider = entered();
    QString problem = problemWith(provider, m_taken);
    if (problem.isEmpty() && provider.needsKey)
        problem = problemWithKey(m_key->typed());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        emit saved(m_oldName, provider, m_key->take());
}
