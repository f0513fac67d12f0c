#pragma once

#include "core/settings/keyvault.h"
#include "core/settings/settings.h"
#include "ui/base/columnpage.h"

#include <QHash>

class CacheCard;
class CopiesCard;
class KeyField;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class SettingCard;
class SettingRow;
class StoreCard;
class TemplatesCard;

/// Everything that can be set on this machine, in groups and explained. A change goes out at
/// once; nothing is saved or applied here.
class SettingsPage final : public ColumnPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    explicit SettingsPage(QWidget *parent = nullptr);

    /// `strategies`: ids, in the order in which they are offered.
    void setStrategies(const QStringList &strategies);
    void setSettings(const Core::Settings &settings);
    const Core::Settings &settings() const { return m_settings; }

    TemplatesCard &templates() { return *m_templates; }
    StoreCard &store() { return *m_store; }
    CacheCard &cache() { return *m_cache; }
    CopiesCard &copies() { return *m_copies; }
    void showStorage(); ///< scrolls to where the conversations are

    void setKeyPlace(const QString &provider, Core::KeyVault::Place place);
    void setKeyProblem(const QString &provider, const QString &sentence);

signals:
    void settingsChanged(const Core::Settings &settings);
    void keyEntered(const QString &provider, const QByteArray &key);
    void keyRemoveAsked(const QString &provider);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildWindow();
    void buildAnswers();
    void buildPerson();
    void buildTemplates();
    void buildKeys();
    void buildStore();
    SettingRow *addRow(SettingCard *card, QWidget *control);
    void wire();
    void fill();
    void fillChoices();
    void fillKeys();
    void read();
    void retranslate();
    void retranslateAnswers();

    Core::Settings m_settings;
    QStringList m_strategies;
    QHash<QString, Core::KeyVault::Place> m_keyPlaces;
    QHash<QString, KeyField *> m_keyFields;

    SettingCard *m_window;
    SettingCard *m_answers;
    SettingCard *m_person;
    TemplatesCard *m_templates;
    SettingCard *m_keys;
    StoreCard *m_store;
    CacheCard *m_cache;
    CopiesCard *m_copies;
    QComboBox *m_language;
    QComboBox *m_theme;
    QCheckBox *m_enterSends;
    QCheckBox *m_costInList;
    QCheckBox *m_reducedMotion;
    QComboBox *m_provider;
    QLineEdit *m_model;
    QComboBox *m_strategy;
    QSpinBox *m_budget;
    QSpinBox *m_reserve;
    QDoubleSpinBox *m_temperature;
    QSpinBox *m_maxTokens;
    QLineEdit *m_summaryModel;
    QLineEdit *m_user;
    QHash<QWidget *, SettingRow *> m_rows; ///< by their control
};
