#pragma once

#include <QString>

/// What the page of chats says in its banner, apart from errors.
namespace ChatTexts {

QString editing(); ///< an earlier message is being changed
QString cancelEditing();
QString tryAgain();
QString truncated(); ///< the answer has reached the largest length
QString goOn(); ///< asks for the rest
QString continueAnswer(); ///< the message that asks for the rest of a cut answer

} // namespace ChatTexts
