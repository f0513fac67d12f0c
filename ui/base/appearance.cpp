#include "ui/base/appearance.h"

#include "ui/base/colors.h"
#include "ui/base/icons.h"
#include "ui/base/style.h"

#include <QApplication>
#include <QFontDatabase>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The one family that is asked for by name; where it is not installed, the system's own.
void setFont()
{
    QFont font = QApplication::font();
    if (QFontDatabase::hasFamily(u"Inter"_s))
        font.setFamilies({u"Inter"_s, font.family()});
    // 13 pixels at 96 dots an inch, and more where the system asks for larger text.
    font.setPointSizeF(qMax(9.75, font.pointSizeF()));
    QApplication::setFont(font);
}

} // namespace

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_systemIsDark(Colors::isDark(QApplication::palette()))
{
    QApplication::setStyle(new Style);
    QApplication::setWindowIcon(Icons::application());
    setFont();
    setTheme({});
}

void Appearance::setTheme(const QString &theme)
{
    const bool dark = theme == "dark"_L1 || (theme != "light"_L1 && m_systemIsDark);
    QApplication::setPalette(dark ? Colors::darkPalette() : Colors::lightPalette());
}
