#pragma once

#include "core/chat/message.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace Core {

/// Whether a text is in Vietnamese rather than in English, by its letters or, written without
/// diacritics, by its commonest words.
bool isVietnamese(const QString &text);

/// What the practice provider answers: the sentences it was sent, other than the question (the
/// last message of a user), that bear on the question, in the question's language; or that
/// nothing does. It knows nothing else, so a fact that was not sent is visibly missing. Asked to
/// summarise, it answers with the sentences that say most.
QString practiceAnswer(const QList<Message> &messages);

} // namespace Core
