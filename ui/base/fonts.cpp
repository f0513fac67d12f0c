#include "ui/base/fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace {

QFont scaled(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * factor));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace

namespace Fonts {

QFont small()
{
    return scaled(body(), 12.0 / 13);
}

QFont body()
{
    return QGuiApplication::font();
}

QFont title()
{
    return semibold(scaled(body(), 15.0 / 13));
}

QFont heading()
{
    return semibold(scaled(body(), 20.0 / 13));
}

QFont mono()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(body().pointSizeF() > 0 ? body().pointSizeF() : font.pointSizeF());
    return font;
}

QFont semibold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace Fonts
