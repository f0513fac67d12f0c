#pragma once

#include <QPalette>
#include <QString>

class QTextDocument;

/// Writes both texts into one: what only the first has is struck through, what only the second
/// has is underlined, and each has its colour besides.
void writeWordDiff(QTextDocument &document, const QString &first, const QString &second,
                   const QPalette &palette);

/// Share of the words of the longer text that both have, from 0 to 1; 1 for two empty ones.
double sameWords(const QString &first, const QString &second);
