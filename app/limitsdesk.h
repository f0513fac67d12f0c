#pragma once

#include "core/base/clock.h"
#include "core/store/conversationstore.h"
#include "ui/cost/limitspage.h"

#include <QObject>

/// Shows the limits of spending with how far they are used up, and keeps their changes in the
/// store.
class LimitsDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LimitsDesk)

public:
    struct Parts
    {
        LimitsPage &page;
        Core::ConversationStore &store;
        const Core::Clock &clock;
    };

    explicit LimitsDesk(const Parts &parts, QObject *parent = nullptr);

    LimitsPage &page() { return m_parts.page; }
    void refresh(); ///< the page came into view

signals:
    void changed(); ///< and kept
    void failed(const Core::Error &error);

private:
    void showLimits(const QList<Core::SpendLimit> &limits);
    void keep(const QList<Core::SpendLimit> &limits);
    void readKnown();

    Parts m_parts;
    int m_generation = 0; ///< only the newest figures are shown
};
