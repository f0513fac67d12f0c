#pragma once

#include "core/chat/message.h"
#include "core/chat/summary.h"
#include "core/context/contextplan.h"

#include <QWidget>

class ContextStrip;
class EmptyState;
class PlanDelegate;
class PlanFilter;
class PlanModel;
class QAction;
class QLabel;
class QListView;
class QStackedLayout;
class SummaryCard;
class VerdictLegend;

/// What becomes of each message: the strip, the sums and a row a message. Shows the plan of
/// the next request, or that of an answer of the past.
class ContextPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContextPage)

public:
    enum class Time {
        Next, ///< messages can still be pinned and left out
        Past,
    };

    explicit ContextPage(QWidget *parent = nullptr);

    void setPlan(const Core::ContextPlan &plan, const QList<Core::Message> &messages, Time time);
    /// All versions of the conversation's summary, the oldest first.
    void setSummaries(const QList<Core::Summary> &summaries);
    /// Of so many plans as were asked for lately, so many had been made before.
    void setReuse(qint64 reused, qint64 asked);
    void showNothing();
    void showLoading();
    void showNoPlan(); ///< of an answer that came from elsewhere

signals:
    void messageActivated(const QString &id);
    void handMarkRequested(const QString &id, Core::HandMark mark);
    void summaryMade(const Core::Summary &summary); ///< a further version, by hand

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildContent();
    QWidget *buildTools();
    void buildActions();
    void wire();
    void showSums();
    void showSummary();
    void measureRows();
    void showMenu(const QPoint &globalPosition);
    void mark(Core::HandMark mark);
    void selectRow(qsizetype row);
    int currentRow() const; ///< of the plan; -1: none
    void activate(qsizetype row);

    PlanModel *m_model;
    PlanFilter *m_filter;
    PlanDelegate *m_delegate;
    QStackedLayout *m_pages;
    EmptyState *m_empty;
    QLabel *m_sum;
    QLabel *m_sumHint;
    VerdictLegend *m_legend;
    QLabel *m_notices;
    SummaryCard *m_summary;
    QList<Core::Summary> m_summaries;
    ContextStrip *m_strip;
    QListView *m_list;
    QLabel *m_reuse;
    QAction *m_open;
    QAction *m_pin;
    QAction *m_exclude;
    QAction *m_unmark;
    Time m_time = Time::Next;
};
