#include "ui/mainwindow/rail.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace {

constexpr int railWidth = 84;
constexpr int railIcon = 22;

/// The program's own mark at the top.
class Mark final : public QWidget
{
public:
    explicit Mark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(railWidth, 52);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        Icons::application().paint(&painter, QRect((railWidth - 32) / 2, 12, 32, 32));
    }
};

} // namespace

RailButton::RailButton(Icons::Name icon, QWidget *parent)
    : QAbstractButton(parent)
{
    setIcon(Icons::icon(icon));
    setFont(Fonts::small());
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const
{
    return {railWidth, railIcon + fontMetrics().height() + 24};
}

void RailButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect ground = rect().adjusted(6, 2, -6, -2);
    if (isChecked() || underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(Colors::accent(palette()), 2) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? Colors::accentTint(palette())
                                     : Colors::hoverTint(palette()));
        painter.drawRoundedRect(ground, 8, 8);
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Colors::accent(palette()));
        painter.drawRoundedRect(QRectF(0, ground.top() + 10, 3, ground.height() - 20), 1.5, 1.5);
    }
    icon().paint(&painter, QRect((width() - railIcon) / 2, ground.top() + 8, railIcon, railIcon));
    painter.setFont(isChecked() ? Fonts::semibold(font()) : font());
    painter.setPen(isChecked() ? palette().color(QPalette::WindowText)
                               : Colors::quietText(palette()));
    const QRect words = ground.adjusted(-5, railIcon + 8, 5, -2);
    const QString text =
        painter.fontMetrics().elidedText(this->text(), Qt::ElideRight, words.width());
    painter.drawText(words, Qt::AlignCenter, text);
}

Rail::Rail(QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(railWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(2);
    layout->addWidget(new Mark(this));
    layout->addSpacing(4);
    add(layout, Icons::Name::Chats, Place::Chats);
    add(layout, Icons::Name::Lab, Place::Lab);
    add(layout, Icons::Name::Costs, Place::Costs);
    add(layout, Icons::Name::Providers, Place::Providers);
    layout->addStretch();
    add(layout, Icons::Name::Settings, Place::Settings);
    setPlace(Place::Chats);
    retranslate();
}

void Rail::setPlace(Place place)
{
    m_buttons[int(place)]->setChecked(true);
}

void Rail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Rail::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), Colors::rail(palette()));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), Colors::line(palette()));
}

void Rail::retranslate()
{
    const QStringList words{tr("Chats"), tr("Lab"), tr("Costs"), tr("Providers"), tr("Settings")};
    for (qsizetype i = 0; i < words.size(); ++i) {
        m_buttons[i]->setText(words[i]);
        m_buttons[i]->setToolTip(tr("%1 (Ctrl+%2)").arg(words[i]).arg(i + 1));
        m_buttons[i]->setAccessibleName(words[i]);
    }
}

void Rail::add(QVBoxLayout *layout, Icons::Name icon, Place place)
{
    auto *button = new RailButton(icon, this);
    layout->addWidget(button);
    m_buttons.append(button);
    connect(button, &RailButton::clicked, this, [this, place] { emit chosen(place); });
}
