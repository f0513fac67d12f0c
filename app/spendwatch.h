#pragma once

#include "core/chat/attempt.h"
#include "core/context/contextplan.h"
#include "core/cost/pricelist.h"
#include "core/settings/settings.h"
#include "core/store/conversationstore.h"
#include "ui/base/tonelabel.h"

#include <QObject>

/// Warns beside the composer, before a request is sent, of the limits of spending that it would
/// take to a higher level or pass.
class SpendWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpendWatch)

public:
    struct Parts
    {
        ToneLabel &label;
        Core::ConversationStore &store;
        const Core::PriceList &prices;
        const Core::Settings &settings;
        const Core::Clock &clock;
    };

    explicit SpendWatch(const Parts &parts, QObject *parent = nullptr);

    /// The request that would go out now, of that conversation; empty: of a new one.
    void look(const QString &conversationId, const Core::ContextPlan &plan,
              const Core::Attempt &request);

private:
    struct Call
    {
        Core::Provider provider;
        QString model;
        Core::Money most; ///< that it can cost
    };

    void takeLimits(const QString &conversationId, const Call &call,
                    const QList<Core::SpendLimit> &limits);
    void takeConversation(const Call &call, const QList<Core::SpendLimit> &limits,
                          const Core::Conversation &conversation);
    void show(const Call &call, const QList<Core::SpendState> &states);

    Parts m_parts;
    int m_generation = 0; ///< only the newest request counts
};
