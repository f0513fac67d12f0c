#include "ui/base/syntaxcolors.h"

#include "ui/base/colors.h"

namespace Colors {

QColor syntax(Syntax syntax, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (syntax) {
    case Syntax::Keyword:
        return QColor(dark ? 0xffc9a2ff : 0xff7a2fb5);
    case Syntax::Name:
        return QColor(dark ? 0xff8fb8ff : 0xff2454b0);
    case Syntax::String:
        return QColor(dark ? 0xff7fd6a2 : 0xff1b6b3c);
    case Syntax::Number:
        return QColor(dark ? 0xfff0ae72 : 0xff994a00);
    case Syntax::Comment:
        return QColor(dark ? 0xff9aa3b1 : 0xff5d6674);
    }
    Q_UNREACHABLE();
}

} // namespace Colors
