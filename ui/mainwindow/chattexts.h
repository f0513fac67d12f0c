#pragma once

#include "core/net/chatreply.h"
#include "core/store/conversationchange.h"

#include <QString>

/// What the page of chats says in its banner, apart from errors.
namespace ChatTexts {

QString editing(); ///< an earlier message is being changed
QString cancelEditing();
QString tryAgain();
QString truncated(); ///< the answer has reached the largest length
QString goOn(); ///< asks for the rest
QString stop();
/// Who failed, which try comes next, whom it asks, and when.
QString retrying(const Core::Retrying &next, const QDateTime &until);
QString servedByAnother(const QString &assigned, const QString &provider);
QString branchedByAnother(); ///< somebody else asked at the same time
QString showBranch();
QString erasedByAnother();
/// Somebody else has changed the same field: what is there now, and what was not saved.
QString conflict(const Core::Conversation &theirs, const Core::ConversationChange &mine);
QString useMine();
QString keepTheirs();
QString continueAnswer(); ///< the message that asks for the rest of a cut answer

} // namespace ChatTexts
