#pragma once

#include "core/settings/keyvault.h"
#include "ui/base/card.h"
#include "ui/providers/providercheck.h"

class QLabel;
class QPushButton;
class StateLight;

/// One provider: what it is, whether it has a key, and what its last test found.
class ProviderCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProviderCard)

public:
    enum class Kind { Practice, Own };

    ProviderCard(const Core::Provider &provider, Kind kind, QWidget *parent = nullptr);

    const Core::Provider &provider() const { return m_provider; }
    void setKeyPlace(Core::KeyVault::Place place);
    void setIsDefault(bool isDefault);
    void setCheck(const ProviderCheck &check);

signals:
    void testAsked();
    void editAsked();
    void removeAsked();
    void defaultAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();

    Core::Provider m_provider;
    Kind m_kind;
    Core::KeyVault::Place m_key = Core::KeyVault::Place::None;
    ProviderCheck m_check;
    bool m_isDefault = false;
    QLabel *m_name;
    QLabel *m_default;
    QLabel *m_address;
    QLabel *m_model;
    QLabel *m_keyWords;
    StateLight *m_light;
    QLabel *m_checkWords;
    QPushButton *m_test;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_makeDefault;
};
