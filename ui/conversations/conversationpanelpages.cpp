#include "ui/conversations/conversationpanel.h"

#include "ui/base/emptystate.h"
#include "ui/base/errortext.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/base/undobar.h"
#include "ui/conversations/conversationdelegate.h"
#include "ui/conversations/filterbar.h"
#include "ui/conversations/hitdelegate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

// What the panel is made of, and which of its pages is shown when.

void ConversationPanel::build()
{
    m_delegate = new ConversationDelegate(this);
    m_hitDelegate = new HitDelegate(this);
    QLayout *top = buildTop(); // first, as the keys go
    m_filters = new FilterBar(this);
    m_undo = new UndoBar(this);
    m_footer = Labels::quiet({}, this);
    m_footer->setContentsMargins(16, 4, 16, 8);

    auto *filters = new QVBoxLayout;
    filters->setContentsMargins(12, 0, 12, 4);
    filters->addWidget(m_filters);
    auto *undo = new QVBoxLayout;
    undo->setContentsMargins(8, 0, 8, 4);
    undo->addWidget(m_undo);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(filters);
    buildPages();
    layout->addWidget(m_pages, 1);
    layout->addLayout(undo);
    layout->addWidget(m_footer);
    setMinimumWidth(220);
}

QLayout *ConversationPanel::buildTop()
{
    m_field = new QLineEdit(this);
    m_field->addAction(Icons::icon(Icons::Name::Search), QLineEdit::LeadingPosition);
    m_field->setClearButtonEnabled(true);
    m_new = new QToolButton(this);
    m_new->setIcon(Icons::icon(Icons::Name::Add));
    m_new->setIconSize({18, 18});
    m_new->setFixedSize(32, 32);
    m_new->setAutoRaise(true);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 12, 8, 8);
    top->setSpacing(4);
    top->addWidget(m_field, 1);
    top->addWidget(m_new);
    return top;
}

void ConversationPanel::buildPages()
{
    m_list = makeView(m_model, m_delegate);
    m_list->setObjectName(u"conversations"_s);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_hits = makeView(m_search, m_hitDelegate);
    m_hits->setObjectName(u"hits"_s);
    m_hits->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_state = new EmptyState(this);
    m_stateAction = m_state->addButton({});
    m_stateImport = m_state->addButton({});

    m_pages = new QStackedWidget(this);
    for (QWidget *page : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_hits),
                          static_cast<QWidget *>(m_state)})
        m_pages->addWidget(page);
}

QListView *ConversationPanel::makeView(QAbstractItemModel &model, QAbstractItemDelegate *delegate)
{
    auto *view = new QListView(this);
    view->setModel(&model);
    view->setItemDelegate(delegate);
    view->setFrameShape(QFrame::NoFrame);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setMouseTracking(true);
    view->viewport()->setBackgroundRole(QPalette::Window);
    return view;
}

void ConversationPanel::choosePage()
{
    if (m_search.state() == SearchModel::State::Idle)
        showListState();
    else
        showSearchState();
    updateFooter();
}

void ConversationPanel::showListState()
{
    if (m_model.rowCount() > 0) {
        m_pages->setCurrentWidget(m_list);
        return;
    }
    const bool loading = m_model.state() == ConversationListModel::State::Loading;
    const bool failed = m_model.state() == ConversationListModel::State::Failed;
    m_stateAction->setVisible(!loading);
    m_stateImport->setVisible(!loading && !failed && !m_filters->isFiltering());
    if (loading) {
        m_state->setIcon(Icons::Name::Chats);
        m_state->setTexts(tr("Loading conversations…"), {});
    } else if (failed) {
        m_state->setIcon(Icons::Name::Error);
        m_state->setTexts(tr("The list cannot be shown"), errorText(m_model.error()));
        m_stateAction->setText(tr("Try again"));
    } else if (m_filters->isFiltering()) {
        m_state->setIcon(Icons::Name::Search);
        m_state->setTexts(tr("Nothing matches the filters"),
                          tr("No conversation has all that the filters ask for."));
        m_stateAction->setText(tr("Clear filters"));
    } else {
        m_state->setIcon(Icons::Name::Chats);
        m_state->setTexts(tr("No conversations yet"),
                          tr("Begin one, or import what you have from another program."));
        m_stateAction->setText(tr("New conversation"));
    }
    m_pages->setCurrentWidget(m_state);
}

void ConversationPanel::showSearchState()
{
    const bool searching = m_search.state() == SearchModel::State::Searching;
    if (m_search.rowCount() > 0) {
        m_pages->setCurrentWidget(m_hits);
        return;
    }
    m_stateAction->hide();
    m_stateImport->hide();
    m_state->setIcon(Icons::Name::Search);
    if (searching)
        m_state->setTexts(tr("Searching…"), {});
    else if (m_search.state() == SearchModel::State::Failed)
        m_state->setTexts(tr("The search failed"), errorText(m_search.error()));
    else
        m_state->setTexts(tr("Nothing found"),
                          tr("No message has “%1” in it. Words may be in any order, with or "
                             "without accents.")
                              .arg(m_search.words()));
    m_pages->setCurrentWidget(m_state);
}

void ConversationPanel::updateFooter()
{
    QString words;
    if (m_search.state() == SearchModel::State::Ready && m_search.isCut())
        words = tr("The newest %1 messages found").arg(Formats::number(m_search.rowCount()));
    else if (m_search.state() != SearchModel::State::Idle)
        words = tr("%n message(s) found", nullptr, m_search.rowCount());
    else if (m_filters->isFiltering() && !m_model.isAtEnd())
        words = tr("More than %n conversation(s) match", nullptr, m_model.rowCount());
    else if (m_filters->isFiltering())
        words = tr("%n conversation(s) match", nullptr, m_model.rowCount());
    else if (m_total >= 0)
        words = tr("%Ln conversation(s)", nullptr, int(m_total));
    m_footer->setText(words);
    m_footer->setVisible(!words.isEmpty());
}
