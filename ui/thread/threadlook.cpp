#include "ui/thread/threadlook.h"

#include <QFontDatabase>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

constexpr int charactersPerLine = 78;

void scale(QFont &font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(int(std::lround(font.pixelSize() * factor)));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
}

int lineHeightOf(const QFont &font, double factor)
{
    return int(std::ceil(QFontMetricsF(font).height() * factor));
}

} // namespace

ThreadLook::ThreadLook(const QFont &font, const QPalette &colours)
    : body(font)
    , small(font)
    , code(QFontDatabase::systemFont(QFontDatabase::FixedFont))
    , palette(colours)
{
    scale(small, 12.0 / 13.0);
    smallBold = small;
    smallBold.setWeight(QFont::DemiBold);
    if (font.pixelSize() > 0)
        code.setPixelSize(font.pixelSize());
    else
        code.setPointSizeF(font.pointSizeF());
    scale(code, 0.94);
    code.setStyleHint(QFont::Monospace);

    lineHeight = lineHeightOf(body, 1.28);
    smallLineHeight = lineHeightOf(small, 1.2);
    codeLineHeight = lineHeightOf(code, 1.2);
    characterWidth = QFontMetricsF(body).averageCharWidth();
}

QFont ThreadLook::heading(int level) const
{
    QFont font = body;
    scale(font,
          level == 1       ? 20.0 / 13.0
              : level == 2 ? 17.0 / 13.0
              : level == 3 ? 15.0 / 13.0
                           : 1.0);
    font.setWeight(QFont::DemiBold);
    return font;
}

int ThreadLook::columnWidth(int viewportWidth) const
{
    const int widest = int(charactersPerLine * characterWidth) + 2 * padding;
    return std::max(std::min(widest, viewportWidth - 2 * margin), 160);
}

int ThreadLook::columnLeft(int viewportWidth) const
{
    return std::max((viewportWidth - columnWidth(viewportWidth)) / 2, margin / 2);
}
