#include "ui/lab/replyview.h"

#include "ui/base/errortext.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/base/tonelabel.h"
#include "ui/lab/labcolumn.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace {

constexpr int leastWidth = 240;
constexpr int leastHeight = 40;

/// "1,850 tokens sent (1,024 cached), 240 received · $0.001234 · 1.4 s"
QString figuresText(const Core::TrialReply &reply)
{
    const Core::Usage &usage = reply.usage;
    const QString sent = Formats::number(usage.prompt);
    const QString received = Formats::number(usage.completion);
    const QString tokens = usage.cachedRead > 0
        ? ReplyView::tr("%1 tokens sent (%2 cached), %3 received")
              .arg(sent, Formats::number(usage.cachedRead), received)
        : ReplyView::tr("%1 tokens sent, %2 received").arg(sent, received);
    QStringList parts{tokens, Formats::moneyOrUnpriced(reply.cost)};
    if (reply.timing.total >= 0)
        parts += Formats::duration(reply.timing.total);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ReplyView::ReplyView(const Core::TrialCard &card, QWidget *parent)
    : Card(parent)
    , m_card(card)
    , m_title(Labels::body(cardTitle(card), this))
    , m_text(new QPlainTextEdit(this))
    , m_state(new ToneLabel(tr("Waiting for the first words…"), ToneLabel::Tone::Quiet, this))
{
    build();
}

void ReplyView::build()
{
    m_title->setFont(Fonts::semibold(Fonts::body()));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Reply of %1").arg(cardTitle(m_card)));
    m_text->viewport()->setAutoFillBackground(false);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_text->setMinimumHeight(leastHeight);
    m_state->setFont(Fonts::small());
    m_state->setWordWrap(true);
    setMinimumWidth(leastWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_text, 1);
    column->addWidget(m_state);
}

QString ReplyView::text() const
{
    return m_text->toPlainText();
}

/// Follows the text as long as one looks at its end.
void ReplyView::grow(const QString &text)
{
    QScrollBar *bar = m_text->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(text);
    if (atEnd)
        bar->setValue(bar->maximum());
    m_state->setText(tr("Answering…"));
}

void ReplyView::end(const Core::TrialReply &reply)
{
    m_running = false;
    if (text() != reply.text && !reply.text.isEmpty())
        m_text->setPlainText(reply.text);
    const bool billed = reply.usage.prompt > 0;
    if (!reply.problem) {
        m_state->setTone(ToneLabel::Tone::Quiet);
        return m_state->setText(figuresText(reply));
    }
    const bool stopped = reply.problem->kind == Core::Error::Kind::Cancelled;
    m_state->setTone(stopped ? ToneLabel::Tone::Warning : ToneLabel::Tone::Bad);
    const QString why = stopped ? tr("Stopped") : errorText(*reply.problem);
    m_state->setText(billed ? why + u'\n' + figuresText(reply) : why);
}
