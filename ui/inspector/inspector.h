#pragma once

#include "core/chat/attempt.h"
#include "core/chat/charge.h"
#include "core/chat/summary.h"
#include "core/context/contextplan.h"
#include "core/cost/historysaving.h"

#include <QSet>
#include <QWidget>

#include <optional>

class ContextPage;
class CostPage;
class QComboBox;
class QTabWidget;
class RequestPage;

/// The panel beside the thread: what the model sees (Context), word for word (Request), and
/// what it costs (Cost). Shows the next request, or one of the past, which is chosen on top.
class Inspector final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inspector)

public:
    enum class Tab { Context, Request, Cost };

    explicit Inspector(QWidget *parent = nullptr);

    /// The conversation that is open; forgets all of the one before.
    void setConversation(const QString &id);
    /// The branch that is shown: where the texts of the plan come from.
    void setMessages(const QList<Core::Message> &messages);
    /// What would be sent now. `request` has no id; its URL, heads and body are shown.
    void setNext(const Core::ContextPlan &plan, const Core::Attempt &request);
    /// All versions of the conversation's summary, the oldest first.
    void setSummaries(const QList<Core::Summary> &summaries);
    /// Of so many plans as were asked for lately, so many had been made before.
    void setReuse(qint64 reused, qint64 asked);
    /// The attempts of the conversation, oldest first. They may come without their bodies:
    /// attemptRequested() asks for one in full, and setAttempt() brings it.
    void setAttempts(const QList<Core::Attempt> &attempts);
    void setAttempt(const Core::Attempt &attempt);
    void setCharges(const QList<Core::Charge> &charges);
    /// What the strategy saved against the full history.
    void setSaving(const Core::HistorySaving &saving);

    void showTab(Tab tab);
    void showNext();
    /// Shows the request behind an answer, when there is one.
    void showAnswer(const QString &messageId);

signals:
    void messageActivated(const QString &id);
    void handMarkRequested(const QString &id, Core::HandMark mark);
    void summaryMade(const Core::Summary &summary); ///< a further version; to be stored
    void attemptRequested(const QString &attemptId); ///< with its bodies and plan
    void copied();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void rebuild();
    void wire();
    void takeSummary(Core::Summary summary);
    void fillChoice();
    void showChosen();
    qsizetype chosenAttempt() const; ///< -1: the next request
    void showPast(const Core::Attempt &attempt);
    std::optional<Core::Attempt> complete(qsizetype attempt);
    void compareWith(const QString &attemptId);
    void showRequest(const Core::Attempt &attempt, qsizetype place);
    QString nameOf(const Core::Attempt &attempt) const;

    QString m_conversation;
    QList<Core::Message> m_messages;
    Core::ContextPlan m_nextPlan;
    Core::Attempt m_nextRequest;
    QList<Core::Summary> m_summaries;
    std::pair<qint64, qint64> m_reuse; ///< plans reused, plans asked for
    QList<Core::Attempt> m_attempts;
    QString m_comparedWith; ///< the attempt that was chosen; empty: the one before
    QSet<QString> m_asked; ///< attempts whose bodies are on their way or here
    QSet<QString> m_complete; ///< those that came in full, be it with empty bodies
    QList<Core::Charge> m_charges;
    Core::HistorySaving m_saving;
    QComboBox *m_choice = nullptr;
    QTabWidget *m_tabs = nullptr;
    ContextPage *m_context = nullptr;
    RequestPage *m_request = nullptr;
    CostPage *m_cost = nullptr;
};
