#pragma once

#include "ui/base/columnpage.h"

#include <QUrl>

class QLabel;
class QPushButton;
class WelcomeChoice;

/// What is shown at the first start. Nothing has to be done here: the practice provider
/// answers at once.
class WelcomePage final : public ColumnPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomePage)

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// A model server that answers on this machine; an empty URL takes the offer away.
    void setLocalServer(const QString &name, const QUrl &url);

    /// Made-up conversations belong in a store of one's own, not among a team's.
    void setDemoOffered(bool isOffered);

signals:
    void practiceChosen();
    void providerChosen();
    void localServerChosen(const QString &name, const QUrl &url);
    void importChosen();
    void demoChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void wire();
    void retranslate();

    QString m_serverName;
    QUrl m_serverUrl;
    WelcomeChoice *m_practice;
    WelcomeChoice *m_provider;
    WelcomeChoice *m_server;
    WelcomeChoice *m_import;
    WelcomeChoice *m_demo;
};
