#include "ui/base/colors.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Colors {

namespace {

/// A colour in both themes.
struct Pair
{
    QRgb light;
    QRgb dark;

    QColor in(const QPalette &palette) const { return QColor(isDark(palette) ? dark : light); }
};

constexpr Pair accentPair{0xff2f5fd0, 0xff8fb0ff};
constexpr Pair onAccentPair{0xffffffff, 0xff10182b};
constexpr Pair accentTintPair{0xffe3eafb, 0xff2a3550};
constexpr Pair hoverTintPair{0xffeef0f4, 0xff292d34};
constexpr Pair railPair{0xffebedf1, 0xff16181c};
constexpr Pair surfacePair{0xffffffff, 0xff24272d};
constexpr Pair linePair{0xffd5d9e0, 0xff3a3f48};
constexpr Pair quietPair{0xff5a6270, 0xffa3abb8};
constexpr Pair goodPair{0xff17763f, 0xff5fcf8a};
constexpr Pair warningPair{0xff8a5a00, 0xfff0b541};
constexpr Pair badPair{0xffb3261e, 0xffff8d85};
constexpr Pair userPair{0xffe6edfc, 0xff2b3650};
constexpr Pair codePair{0xfff1f3f6, 0xff191b20};
constexpr Pair hitPair{0xffffe59a, 0xff6b5300};

// Parts of a request and verdicts share their hues: what is kept is the history's blue, what
// is in the summary has the summary's orange.
constexpr Pair systemPair{0xff6b7686, 0xff98a3b3};
constexpr Pair pinnedPair{0xff9b4d83, 0xffd992c0};
constexpr Pair summaryPair{0xffd88a00, 0xffe6a83a};
constexpr Pair historyPair{0xff2a78b8, 0xff5ba7dd};
constexpr Pair retrievedPair{0xff0b8a67, 0xff3fbf98};
constexpr Pair questionPair{0xff2f4fb0, 0xff8fb0ff};
constexpr Pair shortenedPair{0xff56a5d6, 0xff86c8f0};
constexpr Pair droppedPair{0xffc3c9d2, 0xff4a505b};
constexpr Pair excludedPair{0xffc8553d, 0xffdf7a63};
constexpr Pair reservePair{0xffb9c1ce, 0xff555c69};
constexpr Pair freePair{0xffe4e7ec, 0xff32363e};
constexpr Pair otherPair{0xff8b93a0, 0xff8b93a0};

// Okabe and Ito's eight. Black and blue would vanish on a dark ground and are lighter there.
constexpr std::array<Pair, 8> okabeIto{{
    {0xff0072b2, 0xff3d9ad6},
    {0xffe69f00, 0xffe69f00},
    {0xff009e73, 0xff19b88c},
    {0xffcc79a7, 0xffd68cb6},
    {0xff56b4e9, 0xff56b4e9},
    {0xffd55e00, 0xffe8762b},
    {0xfff0e442, 0xfff0e442},
    {0xff000000, 0xffc9ced6},
}};

/// The same number for the same name on every machine and in every run, which qHash is not.
/// FNV-1a, from an offset with which the usual models and strategies get colours of their own.
quint32 stableHash(const QString &name)
{
    quint32 hash = 2166150229U;
    const QByteArray bytes = name.toUtf8();
    for (const char byte : bytes)
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619U;
    return hash ^ (hash >> 15);
}

QColor mixed(const QColor &colour, const QColor &other, double share)
{
    const auto channel = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return QColor(channel(colour.red(), other.red()), channel(colour.green(), other.green()),
                  channel(colour.blue(), other.blue()));
}

struct Grounds
{
    QRgb window;
    QRgb base;
    QRgb alternate;
    QRgb button;
    QRgb text;
    QRgb disabled;
    QRgb highlight;
    QRgb link;
    QRgb shadow;
};

void setDisabled(QPalette &palette, const QColor &disabled)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, disabled);
}

QPalette paletteOf(const Grounds &grounds)
{
    const QColor text(grounds.text);
    const QColor button(grounds.button);
    QPalette palette(button, QColor(grounds.window));
    palette.setColor(QPalette::Window, QColor(grounds.window));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, QColor(grounds.base));
    palette.setColor(QPalette::AlternateBase, QColor(grounds.alternate));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, badPair.in(palette));
    palette.setColor(QPalette::Highlight, QColor(grounds.highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(grounds.link));
    palette.setColor(QPalette::LinkVisited, pinnedPair.in(palette));
    palette.setColor(QPalette::ToolTipBase, QColor(grounds.base));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, quietPair.in(palette));
    palette.setColor(QPalette::Shadow, QColor(grounds.shadow));
    setDisabled(palette, QColor(grounds.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, linePair.in(palette));
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QPalette lightPalette()
{
    return paletteOf({.window = 0xfff6f7f9,
                      .base = 0xffffffff,
                      .alternate = 0xfff3f5f8,
                      .button = 0xfff3f4f7,
                      .text = 0xff1c2128,
                      .disabled = 0xff8d95a1,
                      .highlight = accentPair.light,
                      .link = 0xff2552b8,
                      .shadow = 0xff9aa2ae});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xff1d2025,
                      .base = 0xff22252b,
                      .alternate = 0xff272b31,
                      .button = 0xff2d3138,
                      .text = 0xffe6e9ee,
                      .disabled = 0xff747c89,
                      .highlight = 0xff3c62c4,
                      .link = 0xff9dbaff,
                      .shadow = 0xff0c0d10});
}

QColor accent(const QPalette &palette)
{
    return accentPair.in(palette);
}

QColor onAccent(const QPalette &palette)
{
    return onAccentPair.in(palette);
}

QColor accentTint(const QPalette &palette)
{
    return accentTintPair.in(palette);
}

QColor hoverTint(const QPalette &palette)
{
    return hoverTintPair.in(palette);
}

QColor rail(const QPalette &palette)
{
    return railPair.in(palette);
}

QColor surface(const QPalette &palette)
{
    return surfacePair.in(palette);
}

QColor line(const QPalette &palette)
{
    return linePair.in(palette);
}

QColor quietText(const QPalette &palette)
{
    return quietPair.in(palette);
}

QColor good(const QPalette &palette)
{
    return goodPair.in(palette);
}

QColor warning(const QPalette &palette)
{
    return warningPair.in(palette);
}

QColor bad(const QPalette &palette)
{
    return badPair.in(palette);
}

QColor userBubble(const QPalette &palette)
{
    return userPair.in(palette);
}

QColor codeBackground(const QPalette &palette)
{
    return codePair.in(palette);
}

QColor searchHit(const QPalette &palette)
{
    return hitPair.in(palette);
}

QColor part(Core::Part part, const QPalette &palette)
{
    switch (part) {
    case Core::Part::System:
        return systemPair.in(palette);
    case Core::Part::Pinned:
        return pinnedPair.in(palette);
    case Core::Part::Summary:
        return summaryPair.in(palette);
    case Core::Part::History:
        return historyPair.in(palette);
    case Core::Part::Retrieved:
        return retrievedPair.in(palette);
    case Core::Part::Question:
        return questionPair.in(palette);
    }
    Q_UNREACHABLE();
}

QColor verdict(Core::Verdict verdict, const QPalette &palette)
{
    switch (verdict) {
    case Core::Verdict::Kept:
        return historyPair.in(palette);
    case Core::Verdict::Pinned:
        return pinnedPair.in(palette);
    case Core::Verdict::Retrieved:
        return retrievedPair.in(palette);
    case Core::Verdict::Shortened:
        return shortenedPair.in(palette);
    case Core::Verdict::Summarised:
        return summaryPair.in(palette);
    case Core::Verdict::Dropped:
        return droppedPair.in(palette);
    case Core::Verdict::Excluded:
        return excludedPair.in(palette);
    }
    Q_UNREACHABLE();
}

QColor reserve(const QPalette &palette)
{
    return reservePair.in(palette);
}

QColor free(const QPalette &palette)
{
    return freePair.in(palette);
}

QColor series(const QString &name, const QPalette &palette)
{
    if (name.isEmpty())
        return otherPair.in(palette);
    const quint32 hash = stableHash(name);
    const QColor colour = okabeIto.at(hash % okabeIto.size()).in(palette);
    // Names that share a hue still differ in lightness in two cases of three.
    switch ((hash / okabeIto.size()) % 3) {
    case 1:
        return mixed(colour, Qt::white, 0.4);
    case 2:
        return mixed(colour, QColor(0xff606060), 0.45);
    default:
        return colour;
    }
}

} // namespace Colors
