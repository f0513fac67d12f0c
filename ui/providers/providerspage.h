#pragma once

#include "core/net/health.h"
#include "core/settings/keyvault.h"
#include "ui/base/columnpage.h"
#include "ui/providers/providercheck.h"

#include <QHash>
#include <QList>

class CanaryCard;
class CompareCard;
class FoundServers;
class ProviderCard;
class ProviderForm;
class QPushButton;
class UndoBar;

/// The providers as cards, and the form to add or change one. Values in, wishes out.
class ProvidersPage final : public ColumnPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProvidersPage)

public:
    explicit ProvidersPage(QWidget *parent = nullptr);

    /// All but the practice provider, which is always there.
    void setProviders(const QList<Core::Provider> &providers, const QString &defaultName);
    void setKeyPlace(const QString &provider, Core::KeyVault::Place place);
    void setCheck(const QString &provider, const ProviderCheck &check);
    void setHealth(const QString &provider, const Core::ProviderHealth &health);
    void setShare(const QString &provider, double share); ///< of new conversations, from 0 to 1
    /// Opens the form for a new provider.
    void add();

    CanaryCard &canary() { return *m_canary; }
    CompareCard &comparison() { return *m_comparison; }
    FoundServers &foundServers() { return *m_found; }

signals:
    /// `oldName` is empty for a new provider, `key` where none was typed.
    void providerSaved(const QString &oldName, const Core::Provider &provider,
                       const QByteArray &key);
    void providerRemoved(const QString &name);
    void testAsked(const Core::Provider &provider);
    void defaultChosen(const QString &name);
    void weightChanged(const QString &name, double weight);
    void localServersAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void wire();
    void retranslate();
    void rebuild();
    void showNames();
    ProviderCard *addCard(const Core::Provider &provider);
    void edit(const Core::Provider &provider);
    void remove(const Core::Provider &provider);
    QStringList names() const;

    QList<Core::Provider> m_providers;
    QString m_default;
    QHash<QString, Core::KeyVault::Place> m_keyPlaces;
    QHash<QString, ProviderCheck> m_checks;
    QHash<QString, Core::ProviderHealth> m_health;
    QHash<QString, double> m_shares;
    QHash<QString, ProviderCard *> m_cards;
    ProviderForm *m_form;
    QPushButton *m_add;
    QPushButton *m_look;
    FoundServers *m_found;
    UndoBar *m_undo;
    QVBoxLayout *m_list;
    CompareCard *m_comparison;
    CanaryCard *m_canary;
};
