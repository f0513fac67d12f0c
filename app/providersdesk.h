#pragma once

#include "core/net/resilientclient.h"
#include "core/session/canarykeeper.h"
#include "core/session/healthkeeper.h"
#include "core/session/providertest.h"
#include "core/session/sidebyside.h"
#include "core/settings/keyvault.h"
#include "core/settings/settings.h"
#include "ui/providers/providerspage.h"

#include <QObject>

/// Carries out what the page of providers asks for: saves and removes them, keeps their keys,
/// tests them, finds those of this machine, compares two, sets weights, drives the canary, and
/// shows how they have answered.
class ProvidersDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProvidersDesk)

public:
    struct Parts
    {
        ProvidersPage &page;
        Core::ConversationStore &store;
        Core::KeyVault &vault;
        Core::ResilientClient &client;
        const Core::HealthKeeper &health;
        Core::CanaryKeeper &canary;
        const Core::ModelBook &models;
        const Core::PriceList &prices;
        const Core::Settings &settings;
        const Core::Clock &clock;
    };

    explicit ProvidersDesk(const Parts &parts, QObject *parent = nullptr);

    void setPracticeUrl(const QUrl &url) { m_practiceUrl = url; }
    /// The settings have changed: the page follows.
    void settingsChanged();

signals:
    /// The settings as they are to be from now on.
    void settingsWanted(const Core::Settings &settings);
    void failed(const Core::Error &error);

private:
    void wire();
    void save(const QString &oldName, const Core::Provider &provider, const QByteArray &key);
    void keepKey(const Core::Provider &provider, const QByteArray &key);
    void remove(const QString &name);
    void setWeight(const QString &name, double weight);
    void keepLearnt(const Core::Provider &learnt);
    void change(const Core::Provider &provider);
    void test(const Core::Provider &provider);
    void runTest(const Core::Provider &provider, const QByteArray &key);
    void wireCanary();
    void wireComparison();
    void lookForServers();
    void compare(const QString &question, const QStringList &providers);
    void showHealth();

    Parts m_parts;
    QUrl m_practiceUrl;
    QPointer<Core::SideBySide> m_comparison;
};
