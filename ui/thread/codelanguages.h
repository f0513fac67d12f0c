#pragma once

#include "ui/thread/codetokens.h"

namespace Code {

/// What codetokens needs to know about a language.
struct Grammar
{
    QList<QStringView> lineComments;
    bool blockComments = false; ///< /* … */
    bool tripleStrings = false;
    bool backquotes = false; ///< strings over many lines
    bool caseless = false;
    QStringView quotes; ///< characters that strings begin and end with
    QList<QStringView> keywords; ///< sorted
};

const Grammar &grammarOf(Language language);

} // namespace Code
