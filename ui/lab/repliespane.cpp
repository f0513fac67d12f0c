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
#include <QPushButton>
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
    , m_first(new QComboBox(this))
    , m_second(new QComboBox(this))
    , m_legend(Labels::quiet({}, this))
    , m_pages(new QStackedWidget(this))
    , m_differences(new QTextEdit(this))
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
    m_close->setAutoRaise(true);
    m_close->setIcon(Icons::icon(Icons::Name::Close));
    row->addWidget(m_title);
    for (QWidget *each : std::initializer_list<QWidget *>{m_compare, m_first, m_second})
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

void RepliesPane::retranslate()
{
    m_title->setText(tr("Replies"));
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

void RepliesPane::begin(const QList<Core::TrialCard> &cards)
{
    const QSignalBlocker first(m_first);
    const QSignalBlocker second(m_second);
    for (ReplyView *each : std::as_const(m_views))
        each->deleteLater();
    m_views.clear();
    m_first->clear();
    m_second->clear();
    for (const Core::TrialCard &card : cards) {
        auto *reply = new ReplyView(card, this);
        m_columns->addWidget(reply, 1);
        m_views.append(reply);
        m_first->addItem(cardTitle(card));
        m_second->addItem(cardTitle(card));
    }
    m_second->setCurrentIndex(std::min(1, int(cards.size()) - 1));
    m_compare->setEnabled(cards.size() > 1);
    m_compare->setChecked(false);
    m_stop->setVisible(true);
    emit runningChanged(true);
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
