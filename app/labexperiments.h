#pragma once

#include "app/labjobs.h"
#include "core/session/experiment.h"
#include "ui/lab/experimentexport.h"

#include <QHash>
#include <QObject>

class LabPage;

/// Keeps the lab's experiments in the store and writes them to files.
class LabExperiments final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabExperiments)

public:
    LabExperiments(LabPage &page, const LabJobs &jobs);

    void load();
    void setProbes(const QList<Core::Probe> &probes) { m_probes = probes; }
    /// The card's reply was marked as the better one; empty: there was no difference.
    void countPreferred(const QString &cardId);
    void forgetPreferred() { m_preferred.clear(); }

signals:
    void opened(const Core::Experiment &experiment);
    void failed(const Core::Error &error);

private:
    void wire();
    void save(const QString &name);
    void open(const QString &id);
    void rename(const QString &id, const QString &name);
    void duplicate(const QString &id);
    void remove(const QString &id);
    void writeTo(const QString &id, const QString &path, ExperimentExport::Format format);
    void take(const QString &json);
    void takeList();
    void keep(const Core::Experiment &changed);
    void write(const QString &id, const QString &json); ///< empty: removes it
    void show(const QString &current);
    int placeOf(const QString &id) const; ///< -1: there is none
    QString usualName() const;

    LabPage &m_page;
    const LabJobs &m_jobs;
    QList<Core::Experiment> m_experiments; ///< the newest first
    QList<Core::Probe> m_probes;
    QHash<QString, int> m_preferred; ///< by card
};
