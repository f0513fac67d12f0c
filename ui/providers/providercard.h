#pragma once

#include "core/net/health.h"
#include "core/settings/keyvault.h"
#include "ui/base/card.h"
#include "ui/providers/providercheck.h"

class QDoubleSpinBox;
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
    void setHealth(const Core::ProviderHealth &health);
    void setShare(double share);

signals:
    void testAsked();
    void editAsked();
    void removeAsked();
    void defaultAsked();
    void weightChosen(double weight);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();

    Core::Provider m_provider;
    Kind m_kind;
    Core::KeyVault::Place m_key = Core::KeyVault::Place::None;
    ProviderCheck m_check;
    Core::ProviderHealth m_health;
    double m_share = 0;
    bool m_isDefault = false;
    QLabel *m_name;
    QLabel *m_default;
    QLabel *m_address;
    QLabel *m_model;
    QLabel *m_keyWords;
    StateLight *m_light;
    QLabel *m_checkWords;
    QLabel *m_stepWords;
    QLabel *m_healthWords;
    QLabel *m_weightLabel;
    QDoubleSpinBox *m_weight;
    QLabel *m_shareWords;
    QPushButton *m_test;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_makeDefault;
};
