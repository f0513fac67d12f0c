#include "ui/base/noticebar.h"

#include "ui/base/colors.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace {

constexpr int iconExtent = 16;

Icons::Name iconOf(NoticeBar::Tone tone)
{
    switch (tone) {
    case NoticeBar::Tone::Information:
        return Icons::Name::Info;
    case NoticeBar::Tone::Good:
        return Icons::Name::Check;
    case NoticeBar::Tone::Warning:
        return Icons::Name::Warning;
    case NoticeBar::Tone::Bad:
        return Icons::Name::Error;
    }
    return Icons::Name::Info;
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QWidget(this))
    , m_text(Labels::body({}, this))
    , m_buttons(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    m_icon->setFixedSize(iconExtent, iconExtent);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(Icons::icon(Icons::Name::Close));
    m_close->setAutoRaise(true);
    m_close->setIconSize({14, 14});
    m_close->setFixedSize(28, 28);
    m_buttons->setSpacing(8);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::clear);
    retranslate();
    hide();
}

void NoticeBar::say(Tone tone, const QString &text, const QList<Action> &actions)
{
    clear();
    m_tone = tone;
    m_text->setText(text);
    setAccessibleName(text);
    for (const Action &action : actions)
        addButton(action);
    update();
    show();
}

void NoticeBar::clear()
{
    if (m_heir && isAncestorOf(QApplication::focusWidget()))
        m_heir->setFocus();
    hide();
    m_text->clear();
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that is being clicked
        delete item;
    }
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NoticeBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Colors::line(palette()));
    painter.setBrush(ground());
    painter.drawRoundedRect(QRectF(contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    Icons::icon(iconOf(m_tone)).paint(&painter, m_icon->geometry());
}

void NoticeBar::retranslate()
{
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Put this message away"));
}

void NoticeBar::addButton(const Action &action)
{
    auto *button = new QPushButton(action.text, this);
    connect(button, &QPushButton::clicked, this, [this, run = action.run] {
        clear();
        run();
    });
    m_buttons->addWidget(button);
}

/// A breath of the tone over the surface: the text on it keeps its contrast.
QColor NoticeBar::ground() const
{
    QColor tone = Colors::accent(palette());
    if (m_tone == Tone::Good)
        tone = Colors::good(palette());
    else if (m_tone == Tone::Warning)
        tone = Colors::warning(palette());
    else if (m_tone == Tone::Bad)
        tone = Colors::bad(palette());
    tone.setAlphaF(0.1F);
    return tone;
}
