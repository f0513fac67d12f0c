#pragma once

#include <QList>
#include <QString>

namespace Core {

inline constexpr int embeddingSize = 384;

/// A vector for a text that needs no model: its content words and the triples of their letters,
/// hashed into places, of length 1. The same text always gives the same vector on every
/// machine, and texts that share words are close. All zero for a text without words.
QList<float> practiceEmbedding(const QString &text);

} // namespace Core
