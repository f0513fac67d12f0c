#pragma once

#include "core/base/money.h"
#include "core/chat/message.h"
#include "core/context/contextplan.h"

#include <QMetaType>

#include <optional>

/// What the quiet line below a message says besides its tokens. What is not known is not said.
struct MessageFoot
{
    std::optional<Core::Money> cost;
    bool charged = false; ///< there is a charge; without a cost it is an unpriced one
    QString model;
    qint64 firstTokenMs = -1;

    friend bool operator==(const MessageFoot &, const MessageFoot &) = default;
};

/// Which of its siblings a message is: `< 2/3 >`.
struct SiblingPlace
{
    int position = 1; ///< counted from one
    int count = 1;

    friend bool operator==(const SiblingPlace &, const SiblingPlace &) = default;
};

/// What became of a message in the last plan.
struct PlanMark
{
    Core::Verdict verdict = Core::Verdict::Kept;
    Core::Reason reason;

    friend bool operator==(const PlanMark &, const PlanMark &) = default;
};

/// One message with everything that is shown around it. A plain value.
struct ThreadRow
{
    Core::Message message;
    std::optional<PlanMark> plan; ///< nothing: no plan has been made with it
    SiblingPlace siblings;
    MessageFoot foot;
    bool endsSummary = false; ///< the first message that the summary does not cover
    bool startsDay = false;
    bool isOthers = false; ///< a question that somebody else than the reader has asked

    bool isLeftOut() const { return plan && !Core::isSent(plan->verdict); }

    friend bool operator==(const ThreadRow &, const ThreadRow &) = default;
};

Q_DECLARE_METATYPE(ThreadRow)
