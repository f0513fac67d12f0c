#include "ui/composer/composeredit.h"

#include "ui/composer/softbreaks.h"
#include "ui/composer/templatefields.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocumentFragment>

#include <algorithm>
#include <cmath>

ComposerEdit::ComposerEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(6);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ComposerEdit::takeHeight);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, &ComposerEdit::fillNamesakes);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (!m_linked.holds(textCursor().position()))
            m_linked.end();
    });
}

QString ComposerEdit::text() const
{
    return SoftBreaks::removed(toPlainText());
}

void ComposerEdit::setText(const QString &text)
{
    m_linked.end();
    setPlainText(SoftBreaks::inserted(text));
    moveCursor(QTextCursor::End);
}

void ComposerEdit::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(SoftBreaks::inserted(text));
    setTextCursor(cursor);
}

bool ComposerEdit::selectField(int step)
{
    QTextCursor cursor = textCursor();
    const int from = step > 0 ? cursor.selectionEnd() : cursor.selectionStart();
    const std::optional<Templates::Field> field = Templates::fieldFrom(toPlainText(), from, step);
    if (!field)
        return false;
    cursor.setPosition(field->start);
    cursor.setPosition(field->start + field->length, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    m_linked.link(*document(), *field);
    return true;
}

void ComposerEdit::fillNamesakes()
{
    const QSignalBlocker once(this); // whoever hears of the change hears of all of it
    m_linked.follow();
}

QMimeData *ComposerEdit::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    copied->setText(SoftBreaks::removed(textCursor().selection().toPlainText()));
    return copied;
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return;
    textCursor().insertText(SoftBreaks::inserted(source->text()));
    ensureCursorVisible();
}

/// Tab goes from field to field while there are fields, and on to the next widget otherwise.
bool ComposerEdit::focusNextPrevChild(bool next)
{
    return selectField(next ? 1 : -1) || QPlainTextEdit::focusNextPrevChild(next);
}

/// Lines on the screen, counted no further than needed.
int ComposerEdit::shownLines() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < mostLines;
         block = block.next())
        lines += std::max(block.lineCount(), 1);
    return std::clamp(lines, 1, mostLines);
}

QSize ComposerEdit::sizeHint() const
{
    const qreal line = QFontMetricsF(font()).lineSpacing();
    const int margins = int(2 * document()->documentMargin());
    return {400, int(std::ceil(shownLines() * line)) + margins + 2 * frameWidth() + 2};
}

QSize ComposerEdit::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

bool ComposerEdit::isSend(const QKeyEvent &event) const
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    return m_sendKey == SendKey::Enter ? modifiers == Qt::NoModifier
                                       : modifiers == Qt::ControlModifier;
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    if (isSend(*event)) {
        emit sendPressed();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        emit escapePressed();
        return;
    }
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier
        && document()->isEmpty()) {
        emit upPressedWhileEmpty();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        textCursor().insertBlock(); // with Shift, Qt would insert a line separator
        ensureCursorVisible();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    takeHeight(); // lines may wrap elsewhere now
}

/// The scroll bar is there only beyond the greatest height, so it cannot flicker while the
/// field grows.
void ComposerEdit::takeHeight()
{
    const bool full = shownLines() >= mostLines;
    setVerticalScrollBarPolicy(full ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

void ComposerEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        takeHeight();
}
