#pragma once

#include "ui/conversations/conversationsource.h"

#include <QMainWindow>

namespace Core {
class Clock;
}

class BudgetMeter;
class Composer;
class ConversationHeader;
class ConversationPanel;
class NoticeBar;
class QDockWidget;
class ThreadView;
class ToneLabel;

/// The page where one chats: the list at the left, the thread with meter and composer in the
/// middle, the inspector at the right. The side panels can be moved, taken off and hidden.
class ChatsPage final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatsPage)

public:
    /// `clock` must outlive the page.
    ChatsPage(const ConversationSource &source, const Core::Clock &clock,
              QWidget *parent = nullptr);

    ConversationPanel &list() { return *m_list; }
    ConversationHeader &header() { return *m_header; }
    ThreadView &thread() { return *m_thread; }
    BudgetMeter &meter() { return *m_meter; }
    Composer &composer() { return *m_composer; }
    /// What concerns the conversation that is shown, above the composer.
    NoticeBar &notice() { return *m_notice; }

    /// What the request that is typed would do to the limits of spending.
    ToneLabel &spending() { return *m_spending; }

    /// Takes the place at the right; becomes the dock's.
    void setInspector(QWidget *inspector);

    bool isListShown() const;
    bool isInspectorShown() const;
    void showList(bool shown);
    void showInspector(bool shown);

    /// Whether the panels were brought back as they were left.
    bool recall(const QByteArray &panels, int version);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QDockWidget *makeDock(const QString &name, Qt::DockWidgetArea area);
    void retranslate();
    bool hasRoomForBoth() const;

    ConversationPanel *m_list;
    ConversationHeader *m_header;
    ThreadView *m_thread;
    NoticeBar *m_notice;
    ToneLabel *m_spending;
    BudgetMeter *m_meter;
    Composer *m_composer;
    QDockWidget *m_listDock;
    QDockWidget *m_inspectorDock;
    bool m_needsWidths = true;
    bool m_isPutAway = false; ///< the inspector, by a window that is too narrow
};
