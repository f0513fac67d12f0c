#pragma once

#include "app/labjobs.h"
#include "core/context/probes.h"
#include "core/session/recall.h"
#include "core/session/trialrunner.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

class LabPage;

/// Keeps the probes of the conversation in the store, and measures the cards by them off the
/// window's thread.
class LabProbes final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabProbes)

public:
    LabProbes(LabPage &page, LabJobs &jobs);
    ~LabProbes() override;

    /// Reads the probes of the conversation that the lab looks at. `instead`, where it has any,
    /// are those of an experiment: they take the place of the conversation's own, with a way back.
    void open(const QList<Core::Probe> &instead = {});
    /// The cards or the conversation changed: the recall of every card is made anew.
    void measure();

signals:
    void probesChanged(const QList<Core::Probe> &probes);
    /// The messages that the answers need: of the probe that is worked on, or of all.
    void evidenceChanged(const QSet<QString> &messages);
    void spendChanged();
    void failed(const Core::Error &error);

private:
    void wire();
    void take(const QList<Core::Probe> &probes);
    void add();
    void remove(int place);
    void insert(int place, const Core::Probe &probe);
    void replaceBy(const QList<Core::Probe> &probes);
    void restore(const QString &conversation, const QList<Core::Probe> &probes);
    void choose(int place);
    void toggle(const QString &message);
    void propose();
    void propose(const LabModel &model);
    void takeProposal(const QStringList &messages);
    void takeReply(const Core::TrialReply &reply);
    void confirm();
    void changed();
    void show();
    void keep();
    void exportTo(const QString &path);
    QList<Core::Probe> measurable() const;
    QList<Core::CardJob> cardJobs() const;
    void measureCards();
    void showRecall(const QHash<QString, Core::CardRecall> &recalls);
    void measureCurves();
    bool hasCurrent() const { return m_current >= 0 && m_current < m_probes.size(); }

    LabPage &m_page;
    LabJobs &m_jobs;
    QString m_conversation; ///< whose probes these are
    QList<Core::Probe> m_instead; ///< until the conversation's own are read
    QList<Core::Probe> m_probes; ///< some may not have evidence yet
    int m_current = -1;
    QStringList m_proposed;
    bool m_shown = false;
    QFuture<QHash<QString, Core::CardRecall>> m_recall;
    QFuture<QList<Core::EvaluationRow>> m_curves;
    QPointer<Core::TrialRunner> m_asked;
    QTimer m_pause; ///< nothing is measured while one still edits
};
