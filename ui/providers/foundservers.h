#pragma once

#include "core/session/localservers.h"
#include "ui/base/card.h"

class QHBoxLayout;
class QLabel;

/// Which servers answer on this machine, each with a button to add it.
class FoundServers final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoundServers)

public:
    explicit FoundServers(QWidget *parent = nullptr);

    void setLooking();
    void setFound(const QList<Core::LocalServer> &found);

signals:
    void addAsked(const Core::Provider &provider);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QList<Core::LocalServer> m_found;
    bool m_isLooking = false;
    QLabel *m_words;
    QHBoxLayout *m_buttons;
};
