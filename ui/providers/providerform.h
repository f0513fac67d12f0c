#pragma once

#include "core/chat/provider.h"
#include "core/settings/keyvault.h"
#include "ui/base/card.h"

#include <QStringList>

class KeyField;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

/// Where a provider is entered or changed.
class ProviderForm final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProviderForm)

public:
    explicit ProviderForm(QWidget *parent = nullptr);

    /// `taken`: names that are in use by others.
    void begin(const QStringList &taken);
    void edit(const Core::Provider &provider, Core::KeyVault::Place key, const QStringList &taken);

signals:
    /// `key` is empty where none was typed. `oldName` is empty for a new provider.
    void saved(const QString &oldName, const Core::Provider &provider, const QByteArray &key);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void wire();
    void retranslate();
    void takePreset(int index);
    void fill(const Core::Provider &provider);
    Core::Provider entered() const;
    void save();

    QString m_oldName;
    QStringList m_taken;
    Core::Provider m_provider; ///< as it was; what the form does not show is kept
    QLabel *m_title;
    QLabel *m_presetLabel;
    QLabel *m_nameLabel;
    QLabel *m_urlLabel;
    QLabel *m_modelLabel;
    QLabel *m_keyLabel;
    QComboBox *m_preset;
    QLineEdit *m_name;
    QLineEdit *m_url;
    QLineEdit *m_model;
    QCheckBox *m_needsKey;
    KeyField *m_key;
    QLabel *m_problem;
    QPushButton *m_save;
    QPushButton *m_cancel;
};
