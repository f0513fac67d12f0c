#include "ui/base/style.h"

#include "ui/base/colors.h"
#include "ui/base/stylepainting.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSlider>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTextEdit>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int controlHeight = 32;
constexpr int textInset = 4; // of what is chosen or counted, to stand below what is typed
constexpr int menuArrow = 16;

template <typename Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

/// The rows that a field with a choice opens.
bool isChoices(const QWidget *widget)
{
    return widget && widget->inherits("QComboBoxListView");
}

/// A field for several lines looks like one for a single line.
const QAbstractScrollArea *framedText(const QWidget *widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
    const bool isText =
        qobject_cast<const QPlainTextEdit *>(area) || qobject_cast<const QTextEdit *>(area);
    return isText && area->frameShape() != QFrame::NoFrame ? area : nullptr;
}

/// A button that is the one to press has white text on the accent.
QStyleOptionButton withTextOnAccent(const QStyleOptionButton &option)
{
    QStyleOptionButton copy(option);
    if (!option.features.testFlag(QStyleOptionButton::DefaultButton)
        || option.features.testFlag(QStyleOptionButton::Flat)
        || !option.state.testFlag(QStyle::State_Enabled))
        return copy;
    copy.palette.setColor(QPalette::ButtonText, option.palette.color(QPalette::HighlightedText));
    if (!copy.icon.isNull())
        copy.icon = QIcon(copy.icon.pixmap(copy.iconSize, QIcon::Selected));
    return copy;
}

/// A chosen row has a tinted ground, on which ordinary text and marks of all colours stand.
QStyleOptionViewItem withCalmSelection(const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem copy(option);
    copy.palette.setColor(QPalette::Highlight, Colors::accentTint(option.palette));
    copy.palette.setColor(QPalette::HighlightedText, option.palette.color(QPalette::Text));
    return copy;
}

QStyleOptionTab withTabText(const QStyleOptionTab &option)
{
    QStyleOptionTab copy(option);
    if (!option.state.testFlag(QStyle::State_Selected))
        copy.palette.setColor(QPalette::WindowText, Colors::quietText(option.palette));
    return copy;
}

/// A line of a menu that says what those below it are.
bool isHeading(const QStyleOptionMenuItem &item)
{
    return item.menuItemType == QStyleOptionMenuItem::Separator && !item.text.isEmpty();
}

/// Whether a tool button has a menu and no second part that opens it.
bool opensMenu(const QStyleOption *option)
{
    const auto *button = as<QStyleOptionToolButton>(option);
    return button && button->features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

/// A scroll bar without arrows: the groove is all of it.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl subControl)
{
    const QRect groove = bar.rect;
    const bool level = bar.orientation == Qt::Horizontal;
    const int room = level ? groove.width() : groove.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const qint64 share = range > 0 ? qint64(room) * bar.pageStep / (range + bar.pageStep) : room;
    const int length = int(qBound(qint64(qMin(28, room)), share, qint64(room)));
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      room - length, bar.upsideDown);
    const auto part = [&](int from, int to) {
        return level ? QRect(groove.left() + from, groove.top(), to - from, groove.height())
                     : QRect(groove.left(), groove.top() + from, groove.width(), to - from);
    };
    switch (subControl) {
    case QStyle::SC_ScrollBarGroove:
        return groove;
    case QStyle::SC_ScrollBarSlider:
        return part(start, start + length);
    case QStyle::SC_ScrollBarSubPage:
        return part(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return part(start + length, room);
    default:
        return {};
    }
}

} // namespace

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (const auto *area = framedText(widget))
        area->viewport()->setAutoFillBackground(false); // or it covers the round corners
    if (isChoices(widget)) // its own delegate asks no style how high a row is
        static_cast<QAbstractItemView *>(widget)->setItemDelegate(new QStyledItemDelegate(widget));
    if (qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QComboBox *>(widget) || qobject_cast<QSlider *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = as<QStyleOptionButton>(option))
            return StylePainting::button(painter, *button);
        break;
    case PE_PanelButtonTool:
        if (!option->state.testFlag(State_AutoRaise)) // it may lie over something
            return StylePainting::plainButton(painter, *option);
        return StylePainting::toolButton(painter, *option);
    case PE_PanelLineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            return StylePainting::field(painter, *option);
        break;
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_FrameTabBarBase:
        return StylePainting::tabBase(painter, *option);
    case PE_FrameFocusRect:
        // Rows of lists show the focus by their own ground.
        if (!qobject_cast<const QAbstractItemView *>(widget))
            StylePainting::focus(painter, *option);
        return;
    case PE_IndicatorCheckBox:
        return StylePainting::checkBox(painter, *option);
    case PE_IndicatorRadioButton:
        return StylePainting::radioButton(painter, *option);
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        return StylePainting::menuPanel(painter, *option);
    case PE_FrameMenu:
        return;
    case PE_Frame:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0) {
            if (framedText(widget))
                StylePainting::field(painter, *option);
            else
                StylePainting::panelFrame(painter, *option);
        }
        return;
    case PE_FrameTabWidget:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = as<QStyleOptionButton>(option)) {
            const QStyleOptionButton copy = withTextOnAccent(*button);
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    case CE_ItemViewItem:
        if (const auto *item = as<QStyleOptionViewItem>(option)) {
            const QStyleOptionViewItem copy = withCalmSelection(*item);
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = as<QStyleOptionTab>(option))
            return StylePainting::tab(painter, *tab);
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = as<QStyleOptionTab>(option)) {
            QStyleOptionTab copy = withTabText(*tab);
            copy.state.setFlag(State_HasFocus, false); // Fusion would draw its own frame
            QProxyStyle::drawControl(element, &copy, painter, widget);
            copy.rect.adjust(4, 2, -4, -4);
            if (tab->state.testFlag(State_HasFocus))
                StylePainting::focus(painter, copy);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto *header = as<QStyleOptionHeader>(option))
            return StylePainting::headerSection(painter, *header);
        painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
        return;
    case CE_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option); item && isHeading(*item))
            return StylePainting::menuHeading(painter, *item);
        break;
    case CE_Splitter:
        return StylePainting::splitter(painter, *option);
    case CE_ProgressBarGroove:
        return StylePainting::progressGroove(painter, *option);
    case CE_ProgressBarContents:
        if (const auto *bar = as<QStyleOptionProgressBar>(option))
            return StylePainting::progressContents(painter, *bar, Colors::accent(bar->palette));
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    const auto place = [&](SubControl part) {
        return proxy()->subControlRect(control, option, part, widget);
    };
    if (const auto *slider = as<QStyleOptionSlider>(option)) {
        if (control == CC_ScrollBar)
            return StylePainting::scrollBar(painter, *slider, place(SC_ScrollBarSlider));
        if (control == CC_Slider && slider->tickPosition == QSlider::NoTicks)
            return StylePainting::slider(painter, *slider, place(SC_SliderGroove),
                                         place(SC_SliderHandle));
    }
    if (const auto *combo = as<QStyleOptionComboBox>(option); combo && control == CC_ComboBox) {
        if (combo->frame)
            StylePainting::field(painter, *option);
        return StylePainting::expandArrow(painter, place(SC_ComboBoxArrow));
    }
    if (control == CC_ToolButton && opensMenu(option)) {
        QStyleOptionToolButton label = *as<QStyleOptionToolButton>(option);
        StylePainting::toolButton(painter, label);
        if (label.state.testFlag(State_HasFocus) && label.state.testFlag(State_KeyboardFocusChange))
            StylePainting::focus(painter, label);
        label.rect.adjust(4, 0, -menuArrow, 0);
        proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
        const QRect arrow(label.rect.right() - 2, label.rect.top(), menuArrow, label.rect.height());
        return StylePainting::expandArrow(painter, arrow);
    }
    if (const auto *box = as<QStyleOptionSpinBox>(option); box && control == CC_SpinBox) {
        if (box->frame)
            StylePainting::field(painter, *option);
        StylePainting::spinButton(painter, *option, place(SC_SpinBoxUp), Qt::UpArrow);
        return StylePainting::spinButton(painter, *option, place(SC_SpinBoxDown), Qt::DownArrow);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    if (const auto *bar = as<QStyleOptionSlider>(option); bar && control == CC_ScrollBar)
        return scrollBarPart(*bar, subControl);
    const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    const bool isText = (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        || (control == CC_SpinBox && subControl == SC_SpinBoxEditField);
    return isText ? rect.adjusted(textInset, 0, 0, 0) : rect;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = as<QStyleOptionFrame>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(5, 0, -5, 0);
    const auto *tabs = as<QStyleOptionTabWidgetFrame>(option);
    if (element == SE_TabWidgetTabBar && tabs) // so that the line below goes all the way
        return {option->rect.left(), rect.top(), option->rect.width(), rect.height()};
    return rect;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {result.width() + 12, qMax(controlHeight, result.height())};
    case CT_LineEdit:
        return {result.width() + 8, qMax(controlHeight, result.height())};
    case CT_ComboBox:
        return {result.width() + 8 + textInset, qMax(controlHeight, result.height())};
    case CT_SpinBox: // its text asks for that height by itself, without a frame
        return {result.width() + 24, qMax(controlHeight, size.height())};
    case CT_ToolButton:
        return opensMenu(option) ? result + QSize(menuArrow, 0) : result;
    case CT_TabBarTab:
        return {result.width() + 8, qMax(controlHeight + 4, result.height())};
    case CT_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option); item && isHeading(*item))
            return {qMax(result.width(), option->fontMetrics.horizontalAdvance(item->text) + 24),
                    controlHeight - 4};
        return {result.width(), result.height() + 4};
    case CT_ItemViewItem:
        return isChoices(widget) ? QSize(result.width(), qMax(controlHeight - 4, result.height()))
                                 : result;
    case CT_HeaderSection:
        return {result.width() + 8, qMax(28, result.height())};
    default:
        return result;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 5;
    case PM_FocusFrameHMargin: // the chosen row's text stands below the field's
        return isChoices(widget) ? 7 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_SliderLength:
    case PM_SliderThickness:
        return 18;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 17;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}
