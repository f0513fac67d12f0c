#include "ui/composer/composer.h"

#include "ui/base/colors.h"
#include "ui/base/icons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimerEvent>
#include <QToolButton>

namespace {

constexpr int draftMilliseconds = 300;

} // namespace

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_edit(new ComposerEdit(this))
    , m_send(new QToolButton(this))
{
    build();
    wire();
    updateButton();
}

void Composer::build()
{
    m_edit->setPlaceholderText(tr("Write a message, or / for a template"));
    m_edit->setAccessibleName(tr("Message"));
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->installEventFilter(this);
    m_send->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_send->setAutoRaise(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->setSpacing(4);
    row->addWidget(m_edit, 1, Qt::AlignVCenter);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void Composer::wire()
{
    connect(m_edit, &ComposerEdit::sendPressed, this, &Composer::send);
    connect(m_edit, &ComposerEdit::escapePressed, this, &Composer::escape);
    connect(m_edit, &ComposerEdit::upPressedWhileEmpty, this, &Composer::editLastRequested);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::edited);
    connect(m_send, &QToolButton::clicked, this, [this] {
        if (m_busy)
            emit stopRequested();
        else
            send();
    });
}

void Composer::setDraft(const QString &draft)
{
    flushDraft();
    m_settingDraft = true;
    m_edit->setPlainText(draft);
    m_edit->moveCursor(QTextCursor::End);
    m_settingDraft = false;
    updateButton();
}

void Composer::flushDraft()
{
    if (!m_draftTimer.isActive())
        return;
    m_draftTimer.stop();
    emit draftChanged(draft());
}

void Composer::clear()
{
    m_edit->clear();
}

void Composer::setSendKey(ComposerEdit::SendKey key)
{
    m_edit->setSendKey(key);
    updateButton();
}

void Composer::setBusy(bool busy)
{
    m_busy = busy;
    updateButton();
}

void Composer::edited()
{
    updateButton();
    if (m_settingDraft)
        return;
    m_draftTimer.start(draftMilliseconds, this);
    emit textEdited();
}

void Composer::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_draftTimer.timerId())
        flushDraft();
    else
        QWidget::timerEvent(event);
}

void Composer::send()
{
    const QString text = draft();
    if (m_busy || text.trimmed().isEmpty())
        return;
    emit sendRequested(text);
}

void Composer::escape()
{
    if (m_busy)
        emit stopRequested();
}

void Composer::updateButton()
{
    m_send->setIcon(Icons::icon(m_busy ? Icons::Name::Stop : Icons::Name::Send));
    m_send->setText(m_busy ? tr("Stop") : tr("Send"));
    m_send->setAccessibleName(m_send->text());
    const bool byEnter = m_edit->sendKey() == ComposerEdit::SendKey::Enter;
    m_send->setToolTip(m_busy        ? tr("Stop the answer (Esc)")
                           : byEnter ? tr("Send (Enter); Shift+Enter begins a new line")
                                     : tr("Send (Ctrl+Enter); Enter begins a new line"));
    m_send->setEnabled(m_busy || !m_edit->document()->isEmpty());
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update(); // the frame shows the focus
    return QWidget::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_edit->hasFocus();
    painter.setPen(
        QPen(focused ? Colors::accent(palette()) : Colors::line(palette()), focused ? 1.5 : 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}
