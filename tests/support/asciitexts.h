#pragma once

#include "core/chat/message.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QTest>

#include <string>

Q_DECLARE_METATYPE(Core::Encoding)

/// Rows of both vocabularies with alphabets that are easy and hard to merge.
inline void addAsciiTexts()
{
    using Core::Encoding;
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<QByteArray>("alphabet");
    const QByteArray alphabets[] = {"a",
                                    "ab",
                                    "acgt",
                                    "ACGT",
                                    "etaoinshrdlu",
                                    "abcdefghijklmnopqrstuvwxyz",
                                    " ",
                                    "\n\r ",
                                    "=-_*#/",
                                    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
                                    "AaBbCc09 .",
                                    QByteArray("the ing\0\x7f\n", 10),
                                    QByteArray("\0", 1),
                                    QByteArray("\0a", 2)};
    for (const QByteArray &alphabet : alphabets) {
        QTest::addRow("cl100k %s", alphabet.toHex().constData()) << Encoding::Cl100k << alphabet;
        QTest::addRow("o200k %s", alphabet.toHex().constData()) << Encoding::O200k << alphabet;
    }
}

inline std::string asciiText(const QByteArray &alphabet, int length, QRandomGenerator &random)
{
    std::string text;
    for (int i = 0; i < length; ++i)
        text += alphabet[random.bounded(int(alphabet.size()))];
    return text;
}
