#include "ui/providers/comparecard.h"

#include "ui/base/errortext.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/base/wheelguard.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CompareCard)
};

constexpr int questionHeight = 64;
constexpr int answerHeight = 160;

QString usageText(const Core::Usage &usage)
{
    const QString tokens =
        Texts::tr("%1 tokens sent, %2 received")
            .arg(Formats::number(usage.prompt), Formats::number(usage.completion));
    return usage.basis == Core::Usage::Basis::Provider ? tokens
                                                       : Texts::tr("%1 (estimated)").arg(tokens);
}

} // namespace

QString replyFigures(const Core::TrialReply &reply)
{
    QStringList lines;
    if (reply.problem)
        lines += errorText(*reply.problem);
    if (reply.timing.firstToken >= 0)
        lines += Texts::tr("First token after %1, all after %2")
                     .arg(Formats::duration(reply.timing.firstToken),
                          Formats::duration(reply.timing.total));
    if (reply.usage.prompt > 0 || reply.usage.completion > 0) {
        lines += usageText(reply.usage);
        lines += reply.cost ? Texts::tr("Cost: %1").arg(Formats::money(*reply.cost))
                            : Texts::tr("Cost: no price is known");
    }
    return lines.join(u'\n');
}

CompareCard::CompareCard(QWidget *parent)
    : Card(parent)
    , m_title(Labels::title({}, this))
    , m_introduction(Labels::body({}, this))
    , m_question(new QPlainTextEdit(this))
    , m_problem(Labels::body({}, this))
    , m_ask(new QPushButton(this))
    , m_stop(new QPushButton(this))
{
    for (Side &side : m_sides) {
        side.choice = new QComboBox(this);
        side.answer = new QPlainTextEdit(this);
        side.figures = Labels::quiet({}, this);
    }
    build();
    new WheelGuard(this);
    wire();
    retranslate();
}

void CompareCard::setProviders(const QStringList &names)
{
    for (int i = 0; i < sideCount; ++i) {
        const Side &side = m_sides[size_t(i)];
        side.choice->clear();
        side.choice->addItems(names);
        side.choice->setCurrentText(names.contains(side.chosen) ? side.chosen : names.value(i));
    }
}

void CompareCard::begin()
{
    m_wasAsked = true;
    m_waiting = sideCount;
    for (Side &side : m_sides) {
        side.answer->clear();
        side.reply.reset();
    }
    retranslate();
}

void CompareCard::grow(int side, const QString &text)
{
    QPlainTextEdit *answer = m_sides[size_t(side)].answer;
    answer->moveCursor(QTextCursor::End);
    answer->insertPlainText(text);
}

void CompareCard::setReply(int side, const Core::TrialReply &reply)
{
    m_sides[size_t(side)].reply = reply;
    m_sides[size_t(side)].answer->setPlainText(reply.text);
    --m_waiting;
    retranslate();
}

void CompareCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareCard::build()
{
    // A text field wants to grow, and the card would with it, on a page with room to spare.
    m_question->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_question->setFixedHeight(questionHeight);
    m_question->setTabChangesFocus(true);
    m_problem->hide();

    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    for (const Side &side : m_sides) {
        side.answer->setReadOnly(true);
        side.answer->setTabChangesFocus(true);
        side.answer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        side.answer->setFixedHeight(answerHeight);
        side.figures->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(side.choice);
        column->addWidget(side.answer);
        column->addWidget(side.figures);
        columns->addLayout(column, 1);
        columns->setAlignment(column, Qt::AlignTop);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_ask);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_introduction);
    layout->addWidget(m_question);
    layout->addLayout(buttons);
    layout->addLayout(columns);
}

void CompareCard::wire()
{
    connect(m_ask, &QPushButton::clicked, this, &CompareCard::ask);
    connect(m_stop, &QPushButton::clicked, this, &CompareCard::stopAsked);
    connect(m_question, &QPlainTextEdit::textChanged, m_problem, &QLabel::hide);
    for (Side &side : m_sides)
        connect(side.choice, &QComboBox::activated, this,
                [&side] { side.chosen = side.choice->currentText(); });
}

void CompareCard::retranslate()
{
    m_title->setText(tr("Compare two providers"));
    m_introduction->setText(tr("Both are asked the same question at the same time. The answers "
                               "are charged and not kept."));
    m_question->setPlaceholderText(tr("A question as your customers ask it"));
    m_question->setAccessibleName(tr("Question"));
    m_ask->setText(tr("Ask both"));
    m_ask->setEnabled(!isWaiting());
    m_stop->setText(tr("Stop"));
    m_stop->setVisible(isWaiting());
    for (const Side &side : m_sides) {
        const bool isLeft = &side == &m_sides.front();
        side.choice->setAccessibleName(isLeft ? tr("Provider on the left")
                                              : tr("Provider on the right"));
        side.answer->setAccessibleName(isLeft ? tr("Answer on the left")
                                              : tr("Answer on the right"));
        side.answer->setVisible(m_wasAsked);
        side.answer->setPlaceholderText(side.reply ? tr("No answer.")
                                                   : tr("Waiting for the answer…"));
        showFigures(side);
    }
    setAccessibleName(m_title->text());
}

void CompareCard::showFigures(const Side &side)
{
    side.figures->setVisible(side.reply.has_value());
    if (side.reply)
        side.figures->setText(replyFigures(*side.reply));
}

void CompareCard::ask()
{
    const QString question = m_question->toPlainText().trimmed();
    m_problem->setText(tr("Type a question first."));
    m_problem->setVisible(question.isEmpty());
    if (question.isEmpty())
        return;
    QStringList providers;
    for (const Side &side : m_sides)
        providers += side.choice->currentText();
    emit compareAsked(question, providers);
}
