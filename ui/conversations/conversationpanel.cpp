#include "ui/conversations/conversationpanel.h"

#include "core/base/clock.h"
#include "ui/base/undobar.h"
#include "ui/conversations/conversationdelegate.h"
#include "ui/conversations/conversationmenu.h"
#include "ui/conversations/filterbar.h"
#include "ui/conversations/hitdelegate.h"
#include "ui/conversations/rowwords.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

constexpr int restMs = 180; // typing pauses that long before a search
constexpr int minuteMs = 60'000;

} // namespace

ConversationPanel::ConversationPanel(const ConversationSource &source, const Core::Clock &clock,
                                     QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(source, clock.now().toLocalTime().date())
    , m_search(source)
{
    build();
    wire();
    wireSearch();
    retranslate();
    refreshClock();
    choosePage();
}

void ConversationPanel::load()
{
    m_model.reload();
}

void ConversationPanel::setTotal(qint64 conversations)
{
    m_total = conversations;
    updateFooter();
}

void ConversationPanel::setShowsCost(bool shows)
{
    m_delegate->setShowsCost(shows);
    m_list->viewport()->update();
}

void ConversationPanel::setCurrent(const QString &id)
{
    m_currentId = id;
    if (!id.isEmpty())
        m_recent.visit(id);
    m_model.setUnread(id, false);
    const QModelIndex index = m_model.indexOf(id);
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
}

void ConversationPanel::goToPrevious()
{
    if (const QString id = m_recent.previous(); !id.isEmpty())
        emit chosen(id);
}

void ConversationPanel::step(int rows)
{
    const QModelIndex current = m_list->currentIndex();
    const int row = current.isValid() ? current.row() + rows : 0;
    if (const QModelIndex index = m_model.index(row); index.isValid())
        choose(index);
}

void ConversationPanel::renameCurrent()
{
    if (const QModelIndex index = m_model.indexOf(selectedId()); index.isValid())
        m_list->edit(index);
}

void ConversationPanel::pinCurrent()
{
    if (const auto conversation = m_model.conversation(selectedId()))
        emit changeAsked(conversation->id, {.pinned = !conversation->pinned});
}

void ConversationPanel::removeCurrent()
{
    remove(selectedId());
}

void ConversationPanel::focusSearch()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ConversationPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange && m_list)
        m_list->doItemsLayout();
}

bool ConversationPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_field)
        return handleSearchKey(static_cast<QKeyEvent *>(event)->key());
    if (event->type() == QEvent::KeyPress && watched == m_list
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    // Where none is open, the keys begin at the first row, and it shows that they do.
    if (event->type() == QEvent::FocusIn && watched == m_list && !m_list->currentIndex().isValid())
        m_list->selectionModel()->setCurrentIndex(m_model.index(0), QItemSelectionModel::NoUpdate);
    if (event->type() == QEvent::FocusOut && watched == m_list)
        endWalk(static_cast<QFocusEvent *>(event)->reason());
    if (event->type() == QEvent::MouseButtonPress && watched == m_list->viewport())
        return !opens(*static_cast<QMouseEvent *>(event));
    return QWidget::eventFilter(watched, event);
}

void ConversationPanel::wire()
{
    connect(&m_model, &ConversationListModel::stateChanged, this, &ConversationPanel::choosePage);
    connect(&m_model, &ConversationListModel::renamed, this,
            [this](const QString &id, const QString &title) {
                emit changeAsked(id, {.title = title});
            });
    connect(&m_model, &QAbstractItemModel::modelReset, this,
            [this] { m_list->setCurrentIndex({}); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model.indexOf(m_currentId));
    });
    connect(m_filters, &FilterBar::filterChanged, &m_model, &ConversationListModel::setFilter);
    connect(m_list, &QListView::clicked, this, &ConversationPanel::choose);
    connect(m_list, &QListView::activated, this, &ConversationPanel::choose);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ConversationPanel::openMenu);
    connect(m_new, &QToolButton::clicked, this, &ConversationPanel::newAsked);
    connect(m_stateImport, &QPushButton::clicked, this, &ConversationPanel::importAsked);
    connect(m_stateAction, &QPushButton::clicked, this, [this] {
        if (m_model.state() == ConversationListModel::State::Failed)
            return m_model.reload();
        if (m_filters->isFiltering())
            return m_filters->clear();
        emit newAsked();
    });
    connect(&m_minute, &QTimer::timeout, this, &ConversationPanel::refreshClock);
    m_minute.start(minuteMs);
}

void ConversationPanel::wireSearch()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(restMs);
    connect(m_field, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this,
            [this] { m_search.search(m_field->text(), m_filters->filter()); });
    connect(m_filters, &FilterBar::filterChanged, this, [this] {
        if (m_search.state() != SearchModel::State::Idle)
            m_search.search(m_field->text(), m_filters->filter());
    });
    connect(&m_search, &SearchModel::stateChanged, this, &ConversationPanel::choosePage);
    connect(m_hits, &QListView::clicked, this, &ConversationPanel::chooseHit);
    connect(m_hits, &QListView::activated, this, &ConversationPanel::chooseHit);
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
}

void ConversationPanel::retranslate()
{
    m_field->setPlaceholderText(tr("Search messages"));
    m_field->setAccessibleName(tr("Search messages"));
    m_new->setToolTip(tr("New conversation (Ctrl+N)"));
    m_new->setAccessibleName(tr("New conversation"));
    m_list->setAccessibleName(tr("Conversations"));
    m_hits->setAccessibleName(tr("Messages found"));
    m_stateImport->setText(tr("Import…"));
    choosePage();
}

void ConversationPanel::refreshClock()
{
    const QDateTime now = m_clock.now();
    m_delegate->setNow(now);
    m_hitDelegate->setNow(now);
    m_model.setToday(now.toLocalTime().date());
    m_list->viewport()->update();
}

void ConversationPanel::choose(const QModelIndex &index)
{
    const auto conversation =
        index.data(ConversationListModel::ConversationRole).value<Core::Conversation>();
    m_list->setCurrentIndex(index);
    if (conversation.id != m_currentId)
        emit chosen(conversation.id);
}

void ConversationPanel::chooseHit(const QModelIndex &index)
{
    const auto conversation = index.data(SearchModel::ConversationRole).value<Core::Conversation>();
    emit messageChosen(conversation.id, index.data(SearchModel::MessageIdRole).toString());
}

void ConversationPanel::openMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid())
        return;
    const auto conversation =
        index.data(ConversationListModel::ConversationRole).value<Core::Conversation>();
    const QString id = conversation.id;
    auto *menu = new ConversationMenu(conversation, m_filters->tags(), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &ConversationMenu::renameAsked, this,
            [this, id] { m_list->edit(m_model.indexOf(id)); });
    connect(menu, &ConversationMenu::pinAsked, this,
            [this, id](bool pinned) { emit changeAsked(id, {.pinned = pinned}); });
    connect(menu, &ConversationMenu::tagsAsked, this,
            [this, id](const QStringList &tags) { emit changeAsked(id, {.tags = tags}); });
    connect(menu, &ConversationMenu::exportAsked, this, [this, id] { emit exportAsked(id); });
    connect(menu, &ConversationMenu::removeAsked, this, [this, id] { remove(id); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

/// Takes the row out at once; the store follows, and Undo brings it back.
void ConversationPanel::remove(const QString &id)
{
    const auto conversation = m_model.conversation(id);
    if (!conversation)
        return;
    m_model.take(id);
    m_recent.forget(id);
    emit changeAsked(id, {.active = false});
    m_undo->offer(tr("“%1” was removed.").arg(RowWords::title(*conversation)),
                  [this, row = *conversation] {
                      m_model.put(row);
                      emit changeAsked(row.id, {.active = true});
                  });
}

QString ConversationPanel::selectedId() const
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return m_currentId;
    return index.data(ConversationListModel::ConversationRole).value<Core::Conversation>().id;
}

/// The highlighted row is the conversation that is open, so a press that opens none leaves it:
/// the right button's, or one below the last row.
bool ConversationPanel::opens(const QMouseEvent &press) const
{
    return press.button() == Qt::LeftButton
        && m_list->indexAt(press.position().toPoint()).isValid();
}

/// The keys walk over rows without opening them; behind that, the open one is highlighted again.
void ConversationPanel::endWalk(Qt::FocusReason reason)
{
    const bool stays = reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason
        || m_list->isAncestorOf(QApplication::focusWidget()); // where a title is edited
    if (!stays)
        m_list->setCurrentIndex(m_model.indexOf(m_currentId));
}

bool ConversationPanel::handleSearchKey(int key)
{
    QListView *view = m_pages->currentWidget() == m_hits ? m_hits : m_list;
    switch (key) {
    case Qt::Key_Escape:
        m_field->clear();
        m_search.search({}, {});
        return true;
    case Qt::Key_Down:
        if (!view->currentIndex().isValid())
            view->setCurrentIndex(view->model()->index(0, 0));
        view->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (view == m_hits && m_search.rowCount() > 0)
            chooseHit(m_search.index(0));
        return true;
    default:
        return false;
    }
}
