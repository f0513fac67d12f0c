#include "ui/settings/settingspage.h"

#include "ui/base/keyfield.h"
#include "ui/base/labels.h"
#include "ui/base/reasontext.h"
#include "ui/settings/cachecard.h"
#include "ui/settings/copiescard.h"
#include "ui/settings/settingcard.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/storecard.h"
#include "ui/settings/templatescard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto practice = "practice"_L1;

void select(QComboBox *box, const QString &value)
{
    const int index = box->findData(value);
    if (index < 0 && !value.isEmpty())
        box->addItem(value, value); // not offered any more, but what holds
    box->setCurrentIndex(index < 0 && !value.isEmpty() ? box->count() - 1 : qMax(0, index));
}

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : ColumnPage(parent)
{
    buildWindow();
    buildAnswers();
    buildPerson();
    buildTemplates();
    buildKeys();
    buildStore();
    column()->addStretch();
    wire();
    retranslate();
}

void SettingsPage::setStrategies(const QStringList &strategies)
{
    m_strategies = strategies;
    fillChoices();
}

void SettingsPage::setSettings(const Core::Settings &settings)
{
    const bool sameProviders = settings.providers == m_settings.providers;
    m_settings = settings;
    fill();
    if (!sameProviders)
        fillKeys();
}

void SettingsPage::setKeyPlace(const QString &provider, Core::KeyVault::Place place)
{
    m_keyPlaces[provider] = place;
    if (KeyField *field = m_keyFields.value(provider))
        field->setPlace(place, provider);
}

void SettingsPage::setKeyProblem(const QString &provider, const QString &sentence)
{
    if (KeyField *field = m_keyFields.value(provider))
        field->setProblem(sentence);
}

void SettingsPage::showStorage()
{
    verticalScrollBar()->setValue(m_store->y());
}

void SettingsPage::changeEvent(QEvent *event)
{
    ColumnPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

SettingRow *SettingsPage::addRow(SettingCard *card, QWidget *control)
{
    auto *row = new SettingRow(control, SettingRow::Place::Beside, card);
    m_rows.insert(control, row);
    card->add(row);
    return row;
}

void SettingsPage::buildWindow()
{
    m_window = new SettingCard(content());
    m_language = new QComboBox(m_window);
    m_theme = new QComboBox(m_window);
    m_enterSends = new QCheckBox(m_window);
    m_costInList = new QCheckBox(m_window);
    m_reducedMotion = new QCheckBox(m_window);
    for (QWidget *control :
         {static_cast<QWidget *>(m_language), static_cast<QWidget *>(m_theme),
          static_cast<QWidget *>(m_enterSends), static_cast<QWidget *>(m_costInList),
          static_cast<QWidget *>(m_reducedMotion)})
        addRow(m_window, control);
    column()->addWidget(m_window);
}

void SettingsPage::buildAnswers()
{
    m_answers = new SettingCard(content());
    m_provider = new QComboBox(m_answers);
    m_model = new QLineEdit(m_answers);
    m_strategy = new QComboBox(m_answers);
    m_budget = new QSpinBox(m_answers);
    m_reserve = new QSpinBox(m_answers);
    m_temperature = new QDoubleSpinBox(m_answers);
    m_maxTokens = new QSpinBox(m_answers);
    m_summaryModel = new QLineEdit(m_answers);
    m_budget->setRange(0, 10'000'000);
    m_budget->setSingleStep(1000);
    m_reserve->setRange(1, 1'000'000);
    m_reserve->setSingleStep(256);
    m_maxTokens->setRange(1, 1'000'000);
    m_maxTokens->setSingleStep(256);
    m_temperature->setRange(0, 2);
    m_temperature->setSingleStep(0.1);
    m_temperature->setDecimals(2);
    for (QSpinBox *box : {m_budget, m_reserve, m_maxTokens})
        box->setGroupSeparatorShown(true);
    for (QWidget *control :
         {static_cast<QWidget *>(m_provider), static_cast<QWidget *>(m_model),
          static_cast<QWidget *>(m_strategy), static_cast<QWidget *>(m_budget),
          static_cast<QWidget *>(m_reserve), static_cast<QWidget *>(m_temperature),
          static_cast<QWidget *>(m_maxTokens), static_cast<QWidget *>(m_summaryModel)})
        addRow(m_answers, control);
    column()->addWidget(m_answers);
}

void SettingsPage::buildPerson()
{
    m_person = new SettingCard(content());
    m_user = new QLineEdit(m_person);
    m_user->setMaxLength(120);
    addRow(m_person, m_user);
    column()->addWidget(m_person);
}

void SettingsPage::buildTemplates()
{
    m_templates = new TemplatesCard(content());
    column()->addWidget(m_templates);
}

void SettingsPage::buildKeys()
{
    m_keys = new SettingCard(content());
    column()->addWidget(m_keys);
    fillKeys();
}

void SettingsPage::buildStore()
{
    m_store = new StoreCard(content());
    m_cache = new CacheCard(content());
    m_copies = new CopiesCard(content());
    for (QWidget *card : {static_cast<QWidget *>(m_store), static_cast<QWidget *>(m_cache),
                          static_cast<QWidget *>(m_copies)})
        column()->addWidget(card);
}

void SettingsPage::wire()
{
    for (QComboBox *box : {m_language, m_theme, m_provider, m_strategy})
        connect(box, &QComboBox::activated, this, &SettingsPage::read);
    for (QCheckBox *box : {m_enterSends, m_costInList, m_reducedMotion})
        connect(box, &QCheckBox::clicked, this, &SettingsPage::read);
    for (QLineEdit *field : {m_model, m_summaryModel, m_user})
        connect(field, &QLineEdit::editingFinished, this, &SettingsPage::read);
    for (QAbstractSpinBox *box :
         {static_cast<QAbstractSpinBox *>(m_budget), static_cast<QAbstractSpinBox *>(m_reserve),
          static_cast<QAbstractSpinBox *>(m_temperature),
          static_cast<QAbstractSpinBox *>(m_maxTokens)})
        connect(box, &QAbstractSpinBox::editingFinished, this, &SettingsPage::read);
    connect(m_cache, &CacheCard::addressChanged, this, &SettingsPage::read);
    connect(m_copies, &CopiesCard::settingsChanged, this, &SettingsPage::read);
}

void SettingsPage::fill()
{
    fillChoices();
    m_enterSends->setChecked(m_settings.enterSends);
    m_costInList->setChecked(m_settings.costInList);
    m_reducedMotion->setChecked(m_settings.reducedMotion);
    m_model->setText(m_settings.model);
    m_budget->setValue(m_settings.budgetTokens);
    m_reserve->setValue(m_settings.replyReserve);
    m_temperature->setValue(m_settings.temperature);
    m_maxTokens->setValue(m_settings.maxTokens);
    m_summaryModel->setText(m_settings.summaryModel);
    m_user->setText(m_settings.userName);
    m_cache->setAddress(m_settings.sharedCache);
    m_copies->setKept(m_settings.backupsKept);
    m_copies->setFolder(m_settings.backupsFolder);
}

void SettingsPage::fillChoices()
{
    m_language->clear();
    m_language->addItem(tr("As on this system"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Tiếng Việt"_s, u"vi"_s);
    select(m_language, m_settings.language);

    m_theme->clear();
    m_theme->addItem(tr("As on this system"), QString());
    m_theme->addItem(tr("Light"), u"light"_s);
    m_theme->addItem(tr("Dark"), u"dark"_s);
    select(m_theme, m_settings.theme);

    m_provider->clear();
    m_provider->addItem(tr("Practice (no key needed)"), QString(practice));
    for (const Core::Provider &provider : std::as_const(m_settings.providers))
        m_provider->addItem(provider.name, provider.name);
    select(m_provider, m_settings.provider);

    m_strategy->clear();
    for (const QString &strategy : std::as_const(m_strategies))
        m_strategy->addItem(strategyName(strategy), strategy);
    select(m_strategy, m_settings.strategy);
}

void SettingsPage::fillKeys()
{
    m_keys->clear();
    m_keyFields.clear();
    for (const Core::Provider &provider : std::as_const(m_settings.providers)) {
        if (!provider.needsKey)
            continue;
        const QString name = provider.name;
        auto *field = new KeyField(m_keys);
        auto *row = new SettingRow(field, SettingRow::Place::Below, m_keys);
        row->setTexts(name, provider.baseUrl.toDisplayString());
        field->setPlace(m_keyPlaces.value(name), name);
        connect(field, &KeyField::entered, this,
                [this, name](const QByteArray &key) { emit keyEntered(name, key); });
        connect(field, &KeyField::removeAsked, this, [this, name] { emit keyRemoveAsked(name); });
        m_keyFields.insert(name, field);
        m_keys->add(row);
    }
    m_keys->setVisible(!m_keyFields.isEmpty());
}

void SettingsPage::read()
{
    Core::Settings read = m_settings;
    read.language = m_language->currentData().toString();
    read.theme = m_theme->currentData().toString();
    read.enterSends = m_enterSends->isChecked();
    read.costInList = m_costInList->isChecked();
    read.reducedMotion = m_reducedMotion->isChecked();
    read.provider = m_provider->currentData().toString();
    read.model = m_model->text().trimmed();
    read.strategy = m_strategy->currentData().toString();
    read.budgetTokens = m_budget->value();
    read.replyReserve = m_reserve->value();
    read.temperature = m_temperature->value();
    read.maxTokens = m_maxTokens->value();
    read.summaryModel = m_summaryModel->text().trimmed();
    if (read.summaryModel != m_settings.summaryModel) // a model is one of a provider
        read.summaryProvider = read.summaryModel.isEmpty() ? QString() : read.provider;
    read.userName = m_user->text().trimmed();
    if (!m_cache->isFixed())
        read.sharedCache = m_cache->address();
    read.backupsKept = m_copies->kept();
    read.backupsFolder = m_copies->folder();
    if (read == m_settings)
        return;
    m_settings = read;
    emit settingsChanged(m_settings);
}
