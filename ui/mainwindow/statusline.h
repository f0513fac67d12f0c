#pragma once

#include "core/base/money.h"
#include "core/store/storestate.h"
#include "ui/base/healthstate.h"

#include <QWidget>

#include <optional>

class QLabel;

/// The line at the lower edge: how the provider is, what is on its way, what today has cost,
/// and which store is open.
class StatusLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    enum class StoreKind { None, Local, Team, ReadOnly };

    explicit StatusLine(QWidget *parent = nullptr);

    void setHealth(const QString &provider, HealthState health, const QString &details = {});
    void setInFlight(int requests);
    /// `unpriced` requests of today have no known price and are not in `today`.
    void setSpend(Core::Money today, std::optional<Core::Money> budget, int unpriced);
    void setStore(StoreKind kind, const QString &location);
    /// Of a team's store: whether its server is there, and what waits for it.
    void setStoreState(const Core::StoreState &state, const QDateTime &now);

signals:
    void healthClicked();
    void spendClicked();
    void storeClicked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showHealth();
    void showSpend();
    void showStore();
    QString teamWords() const;

    QString m_provider;
    QString m_healthDetails;
    HealthState m_health = HealthState::Unknown;
    int m_inFlight = 0;
    Core::Money m_today;
    std::optional<Core::Money> m_budget;
    int m_unpriced = 0;
    StoreKind m_storeKind = StoreKind::None;
    QString m_storeLocation;
    Core::StoreState m_storeState;
    QDateTime m_storeStateAt;

    StateLight *m_light;
    QLabel *m_healthWords;
    QLabel *m_flight;
    StateLight *m_spendLight;
    QLabel *m_spend;
    StateLight *m_storeLight;
    QLabel *m_store;
};
