#pragma once

#include "core/chat/attempt.h"
#include "core/chat/charge.h"
#include "core/chat/conversation.h"
#include "core/chat/provider.h"
#include "core/context/strategies.h"
#include "core/cost/pricelist.h"
#include "core/settings/settings.h"

#include <QMetaType>

#include <optional>

namespace Core {

/// A model that is asked for summaries. A plain value.
struct SummaryModel
{
    Provider provider;
    QString model; ///< empty: none is asked
};

/// One question to be asked, with everything it is asked with. A plain value.
struct Turn
{
    QString conversationId;
    QString text; ///< empty: answer the newest question again, beside the answer it has
    QString author; ///< who asks; empty: not known
    /// The message to go below; empty: a new beginning; not set: the end of the shown branch.
    std::optional<QString> parentId;
    Provider provider;
    QList<Provider> fallbacks; ///< asked in that order when the provider fails
    QString routedBecause; ///< untranslated: why it is this provider
    bool sticks = false; ///< the conversation stays with this provider from now on
    QString model;
    QString strategy;
    StrategyOptions options;
    int budgetTokens = 0; ///< largest request; 0: the model's window less the reserve
    int replyReserve = Budget::defaultReserve;
    double temperature = 0.7;
    int maxTokens = 2048;
    bool stream = true;
    Charge::Kind kind = Charge::Kind::Turn;
    /// Asked for summaries where the strategy sends one; without a model this machine makes them.
    SummaryModel summariser;
};

/// All that is known of a turn when it has ended, so that nobody has to ask back.
struct TurnRecord
{
    Conversation conversation; ///< its row as it now is
    Message answer;
    Attempt attempt;
    std::optional<Charge> charge; ///< nothing was billed where there is none
    ContextPlan plan;
    Exactness exactness = Exactness::Estimated; ///< of the plan's counts
    double factor = 1.0; ///< that they were multiplied by
    std::optional<Error> warning; ///< the answer is whole, but not all is well: PromptCut
};

/// The turn that asks `text` in `conversation` with what the settings and the conversation
/// itself say. `provider` is the one that they name.
Turn turnFor(const Settings &settings, const Conversation &conversation, const Provider &provider,
             const QString &text);

/// The provider of that name: one of the settings', or the practice provider, whose address
/// is known once it runs. NotFound names those there are.
Result<Provider> providerByName(const Settings &settings, const QString &name,
                                const QUrl &practiceUrl);

/// Who is asked for summaries for this turn: what its option says, else its summariser; nothing
/// where its strategy sends none or this machine makes them.
std::optional<SummaryModel> summariserOf(const Turn &turn);

/// The models that the price list knows at this provider, its own default first; for choosing.
QStringList modelsOf(const Provider &provider, const PriceList &prices);

/// The practice provider as an entry beside the others.
Provider practiceProvider(const QUrl &url);

} // namespace Core

Q_DECLARE_METATYPE(Core::TurnRecord)
