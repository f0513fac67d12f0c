#include "ui/lab/replyview.h"

#include "ui/base/errortext.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/base/tonelabel.h"
#include "ui/lab/labcolumn.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
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
        parts +=
            Formats::duration(reply.timing.total).replace(u' ', QChar::Nbsp); // not on two lines
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ReplyView::ReplyView(const Core::TrialCard &card, QWidget *parent)
    : Card(parent)
    , m_card(card)
    , m_title(Labels::body(cardTitle(card), this))
    , m_text(new QPlainTextEdit(this))
    , m_state(new ToneLabel(tr("Waiting for the first words…"), ToneLabel::Tone::Quiet, this))
    , m_judgement(Labels::quiet({}, this))
    , m_mark(new QPushButton(tr("This one is better"), this))
{
    build();
}

void ReplyView::build()
{
    m_title->setFont(Fonts::semibold(Fonts::body()));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
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
    column->addWidget(m_judgement);
    column->addWidget(m_mark, 0, Qt::AlignLeft);
    m_judgement->hide();
    m_mark->hide();
    connect(m_mark, &QPushButton::clicked, this, &ReplyView::marked);
    showTitle();
}

QString ReplyView::name() const
{
    return m_hiddenBehind.isEmpty() ? cardTitle(m_card) : m_hiddenBehind;
}

void ReplyView::showTitle()
{
    m_title->setText(m_preferred ? tr("%1 · better", "card or reply").arg(name()) : name());
    m_text->setAccessibleName(tr("Reply of %1").arg(name()));
    m_mark->setAccessibleName(tr("%1 is better").arg(name()));
}

void ReplyView::hideBehind(const QString &name)
{
    m_hiddenBehind = name;
    showTitle();
}

void ReplyView::reveal()
{
    m_hiddenBehind.clear();
    showTitle();
    showState();
}

void ReplyView::setMarkable(bool markable)
{
    m_mark->setVisible(markable);
}

void ReplyView::setPreferred(bool preferred)
{
    m_preferred = preferred;
    showTitle();
}

void ReplyView::setJudgement(const QString &text)
{
    m_judgement->setText(text);
    m_judgement->setVisible(!text.isEmpty());
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
    m_reply = reply;
    m_usable = !reply.text.isEmpty();
    if (text() != reply.text && !reply.text.isEmpty())
        m_text->setPlainText(reply.text);
    showState();
}

void ReplyView::showState()
{
    if (!m_reply)
        return;
    const bool isHidden = !m_hiddenBehind.isEmpty();
    const QString figures =
        isHidden || m_reply->usage.prompt == 0 ? QString() : figuresText(*m_reply);
    if (!m_reply->problem) {
        m_state->setTone(ToneLabel::Tone::Quiet);
        return m_state->setText(isHidden ? tr("Answered") : figures);
    }
    const bool stopped = m_reply->problem->kind == Core::Error::Kind::Cancelled;
    m_state->setTone(stopped ? ToneLabel::Tone::Warning : ToneLabel::Tone::Bad);
    const QString why = stopped ? tr("Stopped")
        : isHidden              ? tr("Failed")
                                : errorText(*m_reply->problem);
    m_state->setText(figures.isEmpty() ? why : why + u'\n' + figures);
}
