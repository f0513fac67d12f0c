#include "ui/cost/levelbar.h"

#include "ui/base/colors.h"
#include "ui/base/stylepainting.h"

#include <QStyleOptionProgressBar>
#include <QStylePainter>

namespace {

QColor colorOf(Core::SpendLevel level, const QPalette &palette)
{
    switch (level) {
    case Core::SpendLevel::Low:
        return Colors::accent(palette);
    case Core::SpendLevel::From70:
    case Core::SpendLevel::From90:
        return Colors::warning(palette);
    case Core::SpendLevel::Reached:
        return Colors::bad(palette);
    }
    Q_UNREACHABLE();
}

} // namespace

LevelBar::LevelBar(Core::SpendLevel level, QWidget *parent)
    : QProgressBar(parent)
    , m_level(level)
{
    setTextVisible(false);
}

void LevelBar::paintEvent(QPaintEvent * /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionProgressBar option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_ProgressBarGroove, option);
    StylePainting::progressContents(&painter, option, colorOf(m_level, palette()));
}
