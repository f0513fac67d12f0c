#pragma once

#include "core/retrieval/analyser.h"

#include <QString>
#include <QStringList>

namespace Core {

/// What a text gives away besides its words, in English and Vietnamese.
struct TextCues
{
    bool asks = false; ///< there is a question in it
    bool tellsTime = false; ///< there is a time, a day or a date in it
};

TextCues cuesOf(const QString &text);
bool asksSomething(const QString &text); ///< TextCues::asks
bool tellsTime(QStringView word); ///< TextCues::tellsTime, of one word of a lowered text

/// Whose words a question is about.
enum class AskedAbout : quint8 { Anybody, User, Assistant };

/// Whether the question asks for a time: "when", "how long", "khi nào", "bao lâu".
bool asksForTime(const QString &question, TextLanguage language);

/// In a talk between named speakers: whom the question names, where it names only one side.
/// Else by person: "my order" is about what the user said, "your offer" about the assistant.
AskedAbout askedAbout(const QString &question, TextLanguage language, const QStringList &userNames,
                      const QStringList &assistantNames);

} // namespace Core
