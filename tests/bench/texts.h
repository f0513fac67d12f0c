#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

struct NamedText
{
    QString name;
    QByteArray utf8;
};

/// Small texts for a quick look at everything: some of each language, and those that are hard on
/// a tokenizer.
std::vector<NamedText> shortTexts();

/// The texts of a folder, by name; of each at most `longest` bytes, and only whole characters.
std::vector<NamedText> textsIn(const QString &folder, qsizetype longest);
