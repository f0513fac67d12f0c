#pragma once

#include "core/chat/message.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Core {

/// The words of a text as the practice provider compares them: folded (no case, no diacritics,
/// d for đ), English plurals shortened, the commonest words of both languages left out.
QStringList contentWords(const QString &text);

/// The sentences of a text; a line end ends one too.
QStringList sentencesOf(const QString &text);

/// The sentences of `material` that bear on `question`, best first by BM25 found, returned in
/// the order they stand in; at most `most`. Sentences that only ask something are left out, and
/// so are those that share too little with the question beside the best one.
QStringList evidenceFor(const QString &question, const QList<Message> &material, int most = 3);

/// The sentences of `material` that say most about what all of it is about, in the order they
/// stand in; at most `most`.
QStringList keySentences(const QList<Message> &material, int most);

} // namespace Core
