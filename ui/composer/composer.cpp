#include "ui/composer/composer.h"

#include "ui/base/colors.h"
#include "ui/base/icons.h"
#include "ui/composer/templatefields.h"
#include "ui/composer/templatepopup.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTextBlock>
#include <QTimerEvent>
#include <QToolButton>

namespace {

constexpr int draftMilliseconds = 300;

} // namespace

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_edit(new ComposerEdit(this))
    , m_send(new QToolButton(this))
    , m_hint(new QLabel(this))
    , m_templates(new TemplatePopup(this))
{
    build();
    wire();
    retranslate();
}

void Composer::retranslate()
{
    m_edit->setPlaceholderText(tr("Write a message, or / for a template"));
    m_edit->setAccessibleName(tr("Message"));
    updateButton();
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Composer::build()
{
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->installEventFilter(this);
    m_send->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_send->setAutoRaise(true);
    m_send->setMinimumHeight(m_edit->sizeHint().height()); // of one line, to stand beside it

    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setIndent(6);
    m_hint->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_edit, 1, Qt::AlignVCenter);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 4, 4);
    column->setSpacing(2);
    column->addWidget(m_hint);
    column->addLayout(row);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void Composer::wire()
{
    connect(m_edit, &ComposerEdit::sendPressed, this, &Composer::send);
    connect(m_edit, &ComposerEdit::escapePressed, this, &Composer::escape);
    connect(m_edit, &ComposerEdit::upPressedWhileEmpty, this, &Composer::editLastRequested);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::edited);
    connect(m_templates, &TemplatePopup::chosen, this, &Composer::insertTemplate);
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
    m_edit->setText(draft);
    m_settingDraft = false;
    m_fromTemplate = false;
    m_hint->hide();
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
    m_fromTemplate = false;
    m_edit->clear();
}

void Composer::setTemplates(const QList<Core::ReplyTemplate> &templates)
{
    m_templates->setTemplates(templates);
}

void Composer::insertTemplate(const Core::ReplyTemplate &reply)
{
    m_edit->replaceText(reply.text);
    m_edit->moveCursor(QTextCursor::Start);
    m_fromTemplate = m_edit->selectField(1);
    if (!m_fromTemplate)
        m_edit->moveCursor(QTextCursor::End);
    m_edit->setFocus();
}

/// "/" and a word in the first line, and nothing else, is a search for a template.
void Composer::offerTemplates()
{
    const QTextDocument &document = *m_edit->document();
    const QString first = document.begin().text();
    const bool asks = document.blockCount() == 1 && first.startsWith(u'/') && first.size() < 60;
    if (asks && m_edit->hasFocus())
        m_templates->showFor(first.sliced(1), *this);
    else
        m_templates->hide();
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
    m_hint->hide();
    if (m_settingDraft)
        return;
    offerTemplates();
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
    if (!asksForFields())
        emit sendRequested(text);
}

/// A field that is left over from a template is asked for once; sending again sends it.
bool Composer::asksForFields()
{
    if (!m_fromTemplate)
        return false;
    m_fromTemplate = false;
    m_edit->moveCursor(QTextCursor::Start);
    if (!m_edit->selectField(1))
        return false;
    m_hint->setText(tr("%1 is not filled in yet. Send again to send it as it is.")
                        .arg(m_edit->textCursor().selectedText()));
    m_hint->show();
    return true;
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
    if (event->type() == QEvent::FocusOut)
        m_templates->hide();
    if (event->type() == QEvent::KeyPress)
        return m_templates->takeKey(static_cast<QKeyEvent *>(event)->key());
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
