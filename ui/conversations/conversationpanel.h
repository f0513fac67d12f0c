#pragma once

#include "core/store/conversationstore.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/conversations/recentconversations.h"
#include "ui/conversations/searchmodel.h"

#include <QTimer>
#include <QWidget>

class ConversationDelegate;
class QAbstractItemDelegate;
class EmptyState;
class FilterBar;
class HitDelegate;
class QLabel;
class QLineEdit;
class QListView;
class QMouseEvent;
class QPushButton;
class QStackedWidget;
class QToolButton;
class UndoBar;

/// The list of conversations with its search and filters. Changes nothing itself: what the user
/// asks for goes out as a signal, and what became of it comes back by put().
class ConversationPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationPanel)

public:
    /// `clock` must outlive the panel.
    ConversationPanel(const ConversationSource &source, const Core::Clock &clock,
                      QWidget *parent = nullptr);

    ConversationListModel &model() { return m_model; }
    FilterBar &filters() { return *m_filters; }
    QString currentId() const { return m_currentId; }

    void load(); ///< the first page; once the store is open
    void setTotal(qint64 conversations); ///< in the store
    void setShowsCost(bool shows);

    /// Marks `id` as the one that is shown, wherever the list stands.
    void setCurrent(const QString &id);
    /// Shows the conversation that was shown before this one.
    void goToPrevious();
    /// Goes up (-1) or down (1) in the list.
    void step(int rows);
    void renameCurrent();
    void pinCurrent();
    void removeCurrent();
    void focusSearch();

signals:
    void chosen(const QString &id);
    void messageChosen(const QString &conversationId, const QString &messageId);
    void newAsked();
    void importAsked();
    void exportAsked(const QString &id);
    void changeAsked(const QString &id, const Core::ConversationChange &change);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QLayout *buildTop();
    void buildPages();
    QListView *makeView(QAbstractItemModel &model, QAbstractItemDelegate *delegate);
    void wire();
    void wireSearch();
    void retranslate();
    void refreshClock();
    void choosePage();
    void showListState();
    void showSearchState();
    void updateFooter();
    void choose(const QModelIndex &index);
    void chooseHit(const QModelIndex &index);
    void openMenu(const QPoint &at);
    void remove(const QString &id);
    QString selectedId() const;
    bool opens(const QMouseEvent &press) const;
    void endWalk(Qt::FocusReason reason);
    bool handleSearchKey(int key);

    const Core::Clock &m_clock;
    ConversationListModel m_model;
    SearchModel m_search;
    RecentConversations m_recent;
    QString m_currentId;
    qint64 m_total = -1;
    QTimer m_typing; ///< searches when the user rests
    QTimer m_minute; ///< moves "today" on
    QLineEdit *m_field = nullptr;
    QToolButton *m_new = nullptr;
    FilterBar *m_filters = nullptr;
    QStackedWidget *m_pages = nullptr;
    QListView *m_list = nullptr;
    QListView *m_hits = nullptr;
    EmptyState *m_state = nullptr;
    QPushButton *m_stateAction = nullptr;
    QPushButton *m_stateImport = nullptr;
    ConversationDelegate *m_delegate = nullptr;
    HitDelegate *m_hitDelegate = nullptr;
    UndoBar *m_undo = nullptr;
    QLabel *m_footer = nullptr;
};
