#include "ui/lab/repliespane.h"

#include "ui/base/chip.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/lab/labcolumn.h"
#include "ui/lab/replyview.h"
#include "ui/lab/worddiff.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>

namespace {

constexpr int textMargin = 12;

} // namespace

RepliesPane::RepliesPane(QWidget *parent)
    : QWidget(parent)
    , m_title(Labels::title({}, this))
    , m_stop(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_compare(new Chip(this))
    , m_blind(new Chip(this))
    , m_first(new QComboBox(this))
    , m_second(new QComboBox(this))
    , m_legend(Labels::quiet({}, this))
    , m_pages(new QStackedWidget(this))
    , m_differences(new QTextEdit(this))
    , m_markHint(Labels::quiet({}, this))
    , m_same(new QPushButton(this))
    , m_judge(new QToolButton(this))
    , m_judges(new QMenu(m_judge))
    , m_tally(Labels::quiet({}, this))
{
    auto *scroll = new QScrollArea(m_pages);
    auto *all = new QWidget(scroll);
    m_columns = new QHBoxLayout(all);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(8);
    scroll->setWidget(all);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_pages->addWidget(scroll);
    m_pages->addWidget(buildDifferences());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildHead());
    column->addWidget(m_pages, 1);
    column->addWidget(buildMarks());
    retranslate();
    showDifferences(false);
}

QWidget *RepliesPane::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_title->setWordWrap(false);
    m_stop->setIcon(Icons::icon(Icons::Name::Stop));
    m_compare->setCheckable(true);
    m_blind->setCheckable(true);
    m_close->setAutoRaise(true);
    m_close->setIcon(Icons::icon(Icons::Name::Close));
    row->addWidget(m_title);
    for (QWidget *each : std::initializer_list<QWidget *>{m_blind, m_compare, m_first, m_second})
        row->addWidget(each);
    row->addWidget(m_legend, 100);
    row->addStretch(1); // while the legend is hidden
    row->addWidget(m_stop);
    row->addWidget(m_close);
    connect(m_stop, &QPushButton::clicked, this, &RepliesPane::stopRequested);
    connect(m_close, &QToolButton::clicked, this, &RepliesPane::closeRequested);
    connect(m_compare, &Chip::toggled, this, &RepliesPane::showDifferences);
    connect(m_first, &QComboBox::currentIndexChanged, this, &RepliesPane::compare);
    connect(m_second, &QComboBox::currentIndexChanged, this, &RepliesPane::compare);
    return head;
}

QWidget *RepliesPane::buildMarks()
{
    m_marks = new QWidget(this);
    auto *row = new QHBoxLayout(m_marks);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_judge->setPopupMode(QToolButton::InstantPopup);
    m_judge->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_judge->setMenu(m_judges);
    row->addWidget(m_markHint);
    row->addWidget(m_same);
    row->addWidget(m_tally, 1);
    row->addWidget(m_judge);
    connect(m_same, &QPushButton::clicked, this, [this] { prefer({}); });
    return m_marks;
}

void RepliesPane::retranslate()
{
    m_title->setText(tr("Replies"));
    m_blind->setText(tr("Blind"));
    m_blind->setToolTip(tr("Shows the next replies in any order and without names, until you have "
                           "marked the better one"));
    m_same->setText(tr("No difference"));
    m_judge->setText(tr("Let a model judge"));
    m_judge->setToolTip(tr("Asks a model whether each reply is right. It also gets replies that "
                           "are wrong on purpose; how many of those it lets pass is shown."));
    m_markHint->setWordWrap(false);
    m_markHint->setText(tr("Which one is better?"));
    showModels();
    m_stop->setText(tr("Stop"));
    m_compare->setText(tr("Differences"));
    m_compare->setToolTip(tr("Compare two replies word by word"));
    m_first->setAccessibleName(tr("First reply to compare"));
    m_second->setAccessibleName(tr("Second reply to compare"));
    m_close->setToolTip(tr("Hide the replies"));
    m_close->setAccessibleName(tr("Hide the replies"));
    m_differences->setAccessibleName(tr("Differences between two replies"));
    compare();
}

QWidget *RepliesPane::buildDifferences()
{
    m_differences->setReadOnly(true);
    m_differences->setFrameShape(QFrame::NoFrame);
    m_differences->document()->setDocumentMargin(textMargin);
    return m_differences;
}

void RepliesPane::setBlind(bool blind)
{
    m_blind->setChecked(blind);
}

void RepliesPane::begin(const QList<Core::TrialCard> &cards)
{
    for (ReplyView *each : std::as_const(m_views))
        each->deleteLater();
    m_views.clear();
    m_marked = false;
    m_hidden = m_blind->isChecked() && cards.size() > 1;
    QList<Core::TrialCard> order = cards;
    if (m_hidden)
        std::shuffle(order.begin(), order.end(), *QRandomGenerator::global());
    for (const Core::TrialCard &card : std::as_const(order))
        addView(card);
    fillChoices();
    m_compare->setEnabled(cards.size() > 1);
    m_compare->setChecked(false);
    m_stop->setVisible(true);
    m_tally->clear();
    showMarks();
    emit runningChanged(true);
}

void RepliesPane::addView(const Core::TrialCard &card)
{
    auto *reply = new ReplyView(card, this);
    if (m_hidden)
        reply->hideBehind(tr("Reply %1", "a letter").arg(QChar(u'A' + int(m_views.size()))));
    connect(reply, &ReplyView::marked, this, [this, id = card.id] { prefer(id); });
    m_columns->addWidget(reply, 1);
    m_views.append(reply);
}

void RepliesPane::fillChoices()
{
    const QSignalBlocker first(m_first);
    const QSignalBlocker second(m_second);
    for (QComboBox *box : {m_first, m_second}) {
        box->clear();
        for (const ReplyView *each : std::as_const(m_views))
            box->addItem(each->name());
    }
    m_second->setCurrentIndex(std::min(1, int(m_views.size()) - 1));
}

void RepliesPane::prefer(const QString &cardId)
{
    m_marked = true;
    for (ReplyView *each : std::as_const(m_views))
        each->setPreferred(!cardId.isEmpty() && each->card().id == cardId);
    reveal();
    showMarks();
    emit preferred(cardId);
}

void RepliesPane::reveal()
{
    m_hidden = false;
    for (ReplyView *each : std::as_const(m_views))
        each->reveal();
    fillChoices();
}

/// One can only choose where two replies came.
void RepliesPane::showMarks()
{
    const auto usable = std::count_if(m_views.cbegin(), m_views.cend(),
                                      [](const auto *each) { return each->isUsable(); });
    if (!isRunning() && m_hidden && usable < 2)
        reveal(); // there is nothing to choose between
    const bool markable = !m_marked && !isRunning() && usable > 1;
    for (ReplyView *each : std::as_const(m_views))
        each->setMarkable(markable && each->isUsable());
    m_markHint->setVisible(markable);
    m_same->setVisible(markable);
    m_judge->setVisible(!isRunning() && !m_hidden && usable > 0 && !m_models.isEmpty());
}

void RepliesPane::setModels(const QList<LabModel> &models)
{
    m_models = models;
    showModels();
}

void RepliesPane::showModels()
{
    m_judges->clear();
    for (const LabModel &model : std::as_const(m_models)) {
        QAction *judge =
            m_judges->addAction(tr("%1 · %2", "model, provider").arg(model.model, model.provider));
        connect(judge, &QAction::triggered, this, [this, model] { emit judgeRequested(model); });
    }
}

void RepliesPane::setJudgement(const QString &cardId, std::optional<bool> accepted)
{
    if (ReplyView *judged = view(cardId))
        judged->setJudgement(!accepted       ? tr("The judge said neither yes nor no.")
                                 : *accepted ? tr("The judge takes it for right.")
                                             : tr("The judge takes it for wrong."));
}

void RepliesPane::setTally(const Core::JudgeTally &tally, bool running)
{
    m_judge->setEnabled(!running);
    if (tally.wrong == 0)
        return m_tally->setText(
            running ? tr("The judge reads…")
                    : tr("No reply that is known to be wrong could be judged, so nobody knows what "
                         "the judge is worth."));
    m_tally->setText(tr("Of %1 replies that are wrong on purpose, the judge let %2 pass (%3).")
                         .arg(Formats::number(tally.wrong), Formats::number(tally.wrongAccepted),
                              Formats::percent(*tally.falseAccepts())));
}

ReplyView *RepliesPane::view(const QString &cardId) const
{
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(), [&](const ReplyView *each) {
        return each->card().id == cardId;
    });
    return found == m_views.cend() ? nullptr : *found;
}

void RepliesPane::grow(const QString &cardId, const QString &text)
{
    if (ReplyView *reply = view(cardId))
        reply->grow(text);
}

void RepliesPane::end(const QString &cardId, const Core::TrialReply &reply)
{
    ReplyView *ended = view(cardId);
    if (!ended)
        return;
    ended->end(reply);
    compare();
    m_stop->setVisible(isRunning());
    showMarks();
    emit runningChanged(isRunning());
}

bool RepliesPane::isRunning() const
{
    return std::any_of(m_views.cbegin(), m_views.cend(),
                       [](const ReplyView *each) { return each->isRunning(); });
}

void RepliesPane::showDifferences(bool shown)
{
    m_compare->setChecked(shown);
    m_pages->setCurrentIndex(shown ? 1 : 0);
    for (QWidget *each : std::initializer_list<QWidget *>{m_first, m_second, m_legend})
        each->setVisible(shown);
    compare();
}

QString RepliesPane::differences() const
{
    return m_differences->toPlainText();
}

void RepliesPane::compare()
{
    const int first = m_first->currentIndex();
    const int second = m_second->currentIndex();
    if (m_pages->currentIndex() == 0 || first < 0 || second < 0)
        return;
    const QString before = m_views[first]->text();
    const QString after = m_views[second]->text();
    writeWordDiff(*m_differences->document(), before, after, palette());
    m_legend->setText(tr("%1 of the words are the same. Only the first has what is struck "
                         "through, only the second what is underlined.")
                          .arg(Formats::percent(sameWords(before, after))));
}

void RepliesPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        compare(); // it carries colours
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
}
