#pragma once

#include "app/labjobs.h"
#include "core/session/judging.h"
#include "core/session/trialrunner.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class LabPage;
struct LabColumn;

/// Asks the models of all cards at once, and a model what it thinks of their replies. All of it
/// is charged to the lab.
class LabAsking final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabAsking)

public:
    LabAsking(LabPage &page, const LabJobs &jobs);

    /// What the answer to the question needs: what a judge holds replies against.
    void setEvidence(const QSet<QString> &messages) { m_evidence = messages; }

signals:
    void spendChanged();
    void preferred(const QString &cardId); ///< its reply was marked as the better one

private:
    /// One reply that a judge is to read.
    struct Case
    {
        QString card; ///< empty: it is known to be wrong
        QString reply;
    };

    void ask();
    void ask(const LabColumn &column);
    void stop();
    void judge(const LabModel &model);
    void judge(const LabModel &model, const Case &reply, const Core::JudgeReference &reference);
    void takeVerdict(const Case &judged, const Core::TrialReply &reply);
    Core::JudgeReference reference() const;
    QString unrelated() const;
    Core::TrialRunner *run(const Core::TrialRunner::Trial &trial);

    LabPage &m_page;
    const LabJobs &m_jobs;
    QSet<QString> m_evidence;
    QHash<QString, QString> m_replies; ///< by card, those that came whole
    QList<QPointer<Core::TrialRunner>> m_runners;
    Core::JudgeTally m_tally;
    int m_judging = 0; ///< replies that the judge still reads
    int m_round = 0; ///< verdicts on replies of before count no more
};
