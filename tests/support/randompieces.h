#pragma once

#include "core/tokens/piecekey.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QStringList>

#include <utility>
#include <vector>

/// What pieces can be put together of so that they take every way through a vocabulary.
inline std::vector<std::pair<const char *, QStringList>> pieceAlphabets()
{
    using namespace Qt::Literals::StringLiterals;
    return {
        {"words", {u"the"_s, u" "_s, u"ing"_s, u"Q"_s, u"z"_s}},
        {"few", {u"a"_s, u"b"_s}},
        {"symbols", {u"="_s, u"-"_s, u"*"_s, u"\n"_s, u"1"_s}},
        {"scripts", {u"ế"_s, u"中"_s, u"字"_s, u"한"_s, u"😀"_s, u"e"_s}},
    };
}

inline QByteArray randomPiece(QRandomGenerator &random, const QStringList &alphabet)
{
    QByteArray piece;
    for (int i = random.bounded(1, 8); i > 0; --i)
        piece += alphabet[random.bounded(int(alphabet.size()))].toUtf8();
    return piece.left(qsizetype(Core::PieceKey::longest));
}

inline Core::PieceKey keyOf(const QByteArray &piece)
{
    return Core::PieceKey::of(piece.data(), std::size_t(piece.size()), piece.end());
}
