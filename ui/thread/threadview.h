#pragma once

#include "core/base/error.h"
#include "core/chat/conversation.h"
#include "ui/base/icons.h"
#include "ui/thread/sentencereader.h"
#include "ui/thread/threadmodel.h"

#include <QBasicTimer>
#include <QUrl>
#include <QWidget>

#include <functional>

class FindBar;
class MessageActions;
class EmptyState;
class QPushButton;
class QStackedWidget;
class QToolButton;
class ThreadCanvas;
class ThreadFinder;

/// The messages of one conversation, as a pane of the window. Knows no store: the window gives
/// it a branch, the answer that grows and the last plan, and carries out what its signals ask
/// for. Everything given is shown at the display's pace.
class ThreadView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadView)

public:
    explicit ThreadView(QWidget *parent = nullptr);

    /// Shows the branch. The same conversation again keeps the place; another one is shown
    /// from its end.
    void setThread(const Core::Conversation &conversation, const QList<Core::Message> &branch,
                   const ThreadModel::Siblings &siblings);
    void setReader(const QString &user) { m_model.setReader(user); } ///< who looks at it
    void showNothing(); ///< no conversation is chosen
    void showLoading();
    void showError(const Core::Error &error);

    void appendMessage(const Core::Message &message);
    /// Its text may still be empty, or hold what has arrived before the thread was set.
    void beginAnswer(const Core::Message &answer);
    void growAnswer(const QString &text);
    void finishAnswer(const Core::Message &answer);

    void setPlan(const Core::ContextPlan &plan);
    void setFoot(const QString &messageId, const MessageFoot &foot);
    /// How long its first token took.
    void setFirstToken(const QString &messageId, qint64 milliseconds);
    void showMessage(const QString &messageId);

    /// What "Regenerate with" offers.
    void setRegenerateChoices(const QStringList &models, const QStringList &strategies);
    void openFind();

    const ThreadModel &model() const { return m_model; }
    ThreadCanvas &canvas() { return *m_canvas; }

signals:
    void linkActivated(const QUrl &target); ///< http, https or mailto; nothing else
    void siblingRequested(const QString &messageId, int step);
    void summaryRequested();
    void retryRequested(); ///< to load the conversation that showed an error

    void inspectRequested(const QString &messageId); ///< the request behind an answer
    void editRequested(const QString &messageId);
    /// Where a model or strategy is empty, it is the conversation's.
    void regenerateRequested(const QString &messageId, const QString &model,
                             const QString &strategy);
    void pinRequested(const QString &messageId, bool pinned);
    void excludeRequested(const QString &messageId, bool excluded);
    void announced(const QString &sentences); ///< of the growing answer, for screen readers

protected:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void wire();
    void flush();
    void choosePage();
    void retranslate();
    void say(Icons::Name icon, std::function<void()> words);
    void placeJump();
    void wireActions();
    void wireFind();
    QString currentId() const;
    void placeActions();
    void showMenu(int row, const QPoint &globalPosition);
    void findAgain();
    void stepFind(int step);
    void showFound();
    void announce(const QString &sentences);

    ThreadModel m_model;
    ThreadCanvas *m_canvas = nullptr;
    EmptyState *m_state = nullptr;
    QPushButton *m_retry = nullptr;
    std::function<void()> m_stateWords; ///< says again what the state page says
    QStackedWidget *m_pages = nullptr;
    QToolButton *m_jump = nullptr;
    MessageActions *m_actions = nullptr;
    FindBar *m_find = nullptr;
    ThreadFinder *m_finder = nullptr;
    int m_hit = -1; ///< the one that the search stands at
    QString m_pending; ///< text that arrived since the last frame
    QBasicTimer m_frame;
    SentenceReader m_reader;
};
