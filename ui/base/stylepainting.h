#pragma once

#include <QStyleOption>

class QPainter;

/// How Style's controls look. Every function fills what the option describes, nothing else.
namespace StylePainting {

void button(QPainter *painter, const QStyleOptionButton &option);
void plainButton(QPainter *painter, const QStyleOption &option);
void toolButton(QPainter *painter, const QStyleOption &option);
void field(QPainter *painter, const QStyleOption &option); ///< ground and border of an input
void focus(QPainter *painter, const QStyleOption &option);
void checkBox(QPainter *painter, const QStyleOption &option);
void radioButton(QPainter *painter, const QStyleOption &option);
void expandArrow(QPainter *painter, const QRect &place);
void tabBase(QPainter *painter, const QStyleOption &option);
void tab(QPainter *painter, const QStyleOptionTab &option);
void headerSection(QPainter *painter, const QStyleOptionHeader &option);
void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider);
void slider(QPainter *painter, const QStyleOptionSlider &option, const QRect &groove,
            const QRect &handle);
void progressGroove(QPainter *painter, const QStyleOption &option);
void progressContents(QPainter *painter, const QStyleOptionProgressBar &option,
                      const QColor &filling);
void spinButton(QPainter *painter, const QStyleOption &option, const QRect &place,
                Qt::ArrowType arrow);
void panelFrame(QPainter *painter, const QStyleOption &option);
void menuPanel(QPainter *painter, const QStyleOption &option);
void menuHeading(QPainter *painter, const QStyleOptionMenuItem &option);
void splitter(QPainter *painter, const QStyleOption &option);

} // namespace StylePainting
