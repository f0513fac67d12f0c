#pragma once

#include "core/session/chatsession.h"
#include "core/session/planning.h"
#include "ui/budget/budgetmeter.h"

#include <QFuture>
#include <QObject>

class ThreadView;

/// Plans the request that would go out now, on another thread, and shows it: in the meter, in
/// the thread and, through planned(), wherever else one looks at it. Only the newest plan that
/// was asked for is shown.
class Preview final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Preview)

public:
    /// Everything must outlive the preview.
    struct Parts
    {
        BudgetMeter &meter;
        ThreadView &thread;
        const Core::ChatSession &session;
        const Core::PriceList &prices;
        const Core::Clock &clock;
    };

    explicit Preview(const Parts &parts, QObject *parent = nullptr);

    /// What is planned: the branch, what is typed below it, and what it is asked with.
    struct Question
    {
        QList<Core::Message> branch;
        std::optional<Core::Message> draft; ///< counted
        Core::Turn turn;
        Core::HandMarks marks;
        QList<Core::Summary> summaries;
    };

    /// The plan, without showing it.
    QFuture<Core::Result<Core::ContextPlan>> plan(const Question &question) const;
    void show(const Question &question);

    /// A plan, and where it does not fit, what helps.
    struct Planned
    {
        Core::Result<Core::ContextPlan> plan;
        int messagesToGo = 0;
        QList<MeterWayOut> waysOut = {};
    };

signals:
    void planned(const Core::ContextPlan &plan, const Core::Attempt &request);
    void failed(const Core::Error &error);

private:
    Core::PlanJob job(const Question &question) const;
    void take(const Planned &made, const Core::Turn &turn);

    Parts m_parts;
    int m_generation = 0;
};
