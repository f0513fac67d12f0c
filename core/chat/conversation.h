#pragma once

#include "core/base/money.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace Core {

/// One conversation without its messages: a row of the list. A plain value.
struct Conversation
{
    QString id; ///< UUID
    QString title;
    QString userId; ///< whose it is; empty: nobody in particular
    QDateTime createdAt; ///< UTC
    QDateTime updatedAt; ///< UTC; of its last activity: moved by the store's trigger with messages
    bool active = true; ///< false: removed by the user, kept for undo
    bool pinned = false;
    QStringList tags;
    QJsonObject metadata; ///< free

    QString activeLeaf; ///< the message that the shown branch ends in
    QString provider; ///< what it is asked with; empty: the default of the settings
    QString model;
    QString strategy;

    QString draft; ///< typed and not yet sent
    QString lastLine; ///< beginning of the newest message of the active branch
    int messageCount = 0; ///< of all branches
    Money cost; ///< sum of its charges that have a price
    int unpricedRequests = 0; ///< charges that have none
    bool hasError = false; ///< its newest answer did not complete
    qint64 version = 0; ///< of title, tags and settings, where others change them too

    /// Nothing where requests were made and none has a price.
    std::optional<Money> knownCost() const
    {
        const bool isUnknown = cost == Money{} && unpricedRequests > 0;
        return isUnknown ? std::nullopt : std::optional(cost);
    }

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

/// A reply to be sent again and again: text with {{fields}} to fill in. Opened with "/" in the
/// composer. A plain value.
struct ReplyTemplate
{
    QString id;
    QString name;
    QString text;

    friend bool operator==(const ReplyTemplate &, const ReplyTemplate &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::Conversation)
Q_DECLARE_METATYPE(Core::ReplyTemplate)
