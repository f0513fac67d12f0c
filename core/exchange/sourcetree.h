#pragma once

#include "core/chat/bundle.h"
#include "core/exchange/importer.h"

#include <QJsonValue>

namespace Core {

/// One node of a conversation as its source has it.
struct SourceNode
{
    Message message; ///< id and parentId are the source's own; an empty id: it has none
    int rank = 0; ///< among the children of its parent; equal ranks keep their order
    bool isHidden = false; ///< not shown by its source: bridged, and kept as `raw`
    QJsonValue raw = QJsonValue::Undefined; ///< where the message alone does not say all
};

/// A conversation as its source has it. Parents may be missing, ids double, and the tree may
/// bite its own tail.
struct SourceConversation
{
    QLatin1StringView format;
    Conversation conversation; ///< id and activeLeaf are the source's own
    QList<SourceNode> nodes;
    bool isLinear = false; ///< no parents are given: each node follows the one before it
    bool hasOwnUuids = false; ///< a message whose id is a UUID keeps it
};

/// Makes a sound tree of it: a parent that is unknown or a descendant is cut off; children of a
/// hidden node move up to the nearest visible ancestor; reasoning of hidden nodes goes to the
/// next answer below; a message without time inherits its parent's. Ids come from the desk,
/// the source's own stay in the metadata. BadInput when nothing visible remains.
Result<Bundle> assembled(SourceConversation source, ImportDesk &desk);

/// What an importer says about a message whose role is none of ours; `index` from 0.
LeftOut unknownRole(qsizetype index, const QString &role);

/// The same messages, parents before children and otherwise in their order; a parent that is
/// unknown or a descendant is cut off.
QList<Message> parentsFirst(const QList<Message> &messages);

} // namespace Core
