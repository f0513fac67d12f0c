#include "app/labprobes.h"

#include "core/base/async.h"
#include "core/session/evidenceproposal.h"
#include "ui/lab/labpage.h"
#include "ui/lab/probespane.h"

#include <QSaveFile>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pauseMs = 150;
const QString anyQuestion = u"?"_s; // a probe's question goes behind the whole branch

QSet<QString> setOf(const QStringList &ids)
{
    return {ids.cbegin(), ids.cend()};
}

} // namespace

LabProbes::LabProbes(LabPage &page, LabJobs &jobs)
    : m_page(page)
    , m_jobs(jobs)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    wire();
}

LabProbes::~LabProbes()
{
    m_recall.cancel();
    m_curves.cancel();
}

void LabProbes::wire()
{
    ProbesPane &pane = m_page.probes();
    connect(&pane, &ProbesPane::addRequested, this, &LabProbes::add);
    connect(&pane, &ProbesPane::removeRequested, this, &LabProbes::remove);
    connect(&pane, &ProbesPane::probeChosen, this, &LabProbes::choose);
    connect(&pane, &ProbesPane::proposalRequested, this, qOverload<>(&LabProbes::propose));
    connect(&pane, &ProbesPane::modelProposalRequested, this,
            qOverload<const LabModel &>(&LabProbes::propose));
    connect(&pane, &ProbesPane::proposalConfirmed, this, &LabProbes::confirm);
    connect(&pane, &ProbesPane::proposalDismissed, this, [this] { takeProposal({}); });
    connect(&pane, &ProbesPane::exportRequested, this, &LabProbes::exportTo);
    connect(&m_pause, &QTimer::timeout, this, &LabProbes::measureCards);
    connect(&m_page, &LabPage::evidenceToggled, this, &LabProbes::toggle);
    connect(&m_page, &LabPage::probesShown, this, [this](bool shown) {
        m_shown = shown;
        measureCurves();
    });
}

void LabProbes::open(const QList<Core::Probe> &instead)
{
    const QString id = m_jobs.subject().conversation.id;
    if (id == m_conversation)
        return replaceBy(instead);
    m_instead = instead;
    m_conversation = id;
    take({});
    Core::whenDone(m_jobs.session().store.value(Core::probesName(id)), this,
                   [this, id](const Core::Result<QString> &lines) {
                       if (id != m_conversation)
                           return;
                       const auto probes =
                           Core::probesFromJson((lines ? *lines : QString()).toUtf8());
                       if (probes)
                           take(*probes);
                       replaceBy(std::exchange(m_instead, {}));
                   });
}

void LabProbes::replaceBy(const QList<Core::Probe> &probes)
{
    if (probes.isEmpty() || probes == measurable())
        return;
    if (!m_probes.isEmpty()) {
        m_page.showProbes(true);
        m_page.probes().offerFormerProbes([this, conversation = m_conversation, former = m_probes] {
            restore(conversation, former);
        });
    }
    restore(m_conversation, probes);
}

void LabProbes::restore(const QString &conversation, const QList<Core::Probe> &probes)
{
    if (conversation != m_conversation)
        return; // another one is open by now
    m_probes = probes;
    m_current = -1;
    m_proposed.clear();
    changed();
}

void LabProbes::take(const QList<Core::Probe> &probes)
{
    m_probes = probes;
    m_current = -1;
    m_proposed.clear();
    show();
    measure();
    emit probesChanged(measurable());
}

void LabProbes::add()
{
    const QString question = m_jobs.asked(m_page.question());
    if (question.isEmpty())
        return;
    for (int place = 0; place < m_probes.size(); ++place) {
        if (m_probes[place].question == question)
            return choose(place);
    }
    m_probes.append({.source = m_conversation, .question = question, .evidence = {}, .tag = {}});
    choose(int(m_probes.size()) - 1);
}

void LabProbes::remove(int place)
{
    if (place < 0 || place >= m_probes.size())
        return;
    const Core::Probe probe = m_probes.takeAt(place);
    m_current = -1;
    m_page.probes().offerUndo([this, place, probe] { insert(place, probe); });
    changed();
}

void LabProbes::insert(int place, const Core::Probe &probe)
{
    if (probe.source != m_conversation)
        return; // another conversation is open by now
    m_probes.insert(std::min<qsizetype>(place, m_probes.size()), probe);
    changed();
}

void LabProbes::choose(int place)
{
    m_current = place;
    m_proposed.clear();
    if (hasCurrent())
        m_page.setQuestion(m_probes[m_current].question);
    show();
}

void LabProbes::toggle(const QString &message)
{
    if (message == LabJobs::draftId)
        return;
    if (!hasCurrent())
        add();
    if (!hasCurrent())
        return;
    QStringList &evidence = m_probes[m_current].evidence;
    if (!evidence.removeOne(message))
        evidence.append(message);
    m_proposed.removeAll(message);
    changed();
}

void LabProbes::propose()
{
    if (!hasCurrent())
        add();
    if (!hasCurrent())
        return;
    const QString question = m_probes[m_current].question;
    const auto find = [branch = m_jobs.subject().branch, question] {
        return Core::likelyEvidence(branch, question);
    };
    Core::whenDone(QtConcurrent::run(find), this, [this, question](const QStringList &found) {
        if (hasCurrent() && m_probes[m_current].question == question)
            takeProposal(found);
    });
}

void LabProbes::propose(const LabModel &model)
{
    if (!hasCurrent())
        add();
    if (!hasCurrent() || m_asked)
        return;
    const auto job = m_jobs.job(
        {.strategy = u"full"_s, .provider = model.provider, .model = model.model}, anyQuestion);
    if (!job)
        return emit failed(job.error());
    const Core::ContextPlan plan =
        Core::evidenceRequest(m_jobs.subject().branch, m_probes[m_current].question, job->counter,
                              job->budget.promptLimit());
    m_asked = new Core::TrialRunner(
        m_jobs.session(), {job->turn, m_jobs.subject().conversation, plan, job->counter}, this);
    connect(m_asked, &Core::TrialRunner::ended, this,
            [this, question = m_probes[m_current].question](const Core::TrialReply &reply) {
                emit spendChanged();
                m_page.probes().showAsking(ProbesPane::Asking::NotAsked);
                if (hasCurrent() && m_probes[m_current].question == question)
                    takeReply(reply);
            });
    m_page.probes().showAsking(ProbesPane::Asking::Asked, model.model);
    m_asked->start();
}

void LabProbes::takeReply(const Core::TrialReply &reply)
{
    if (reply.problem)
        return m_page.probes().showProblem(*reply.problem);
    const auto found = Core::evidenceFromReply(reply.text, m_jobs.subject().branch);
    if (!found || found->isEmpty())
        return m_page.probes().showAsking(found ? ProbesPane::Asking::NoneNeeded
                                                : ProbesPane::Asking::NotUnderstood);
    takeProposal(*found);
}

/// A proposal is no evidence before a person confirms it.
void LabProbes::takeProposal(const QStringList &messages)
{
    m_proposed = messages;
    if (hasCurrent()) {
        for (const QString &known : std::as_const(m_probes[m_current].evidence))
            m_proposed.removeAll(known);
    }
    show();
}

void LabProbes::confirm()
{
    if (!hasCurrent())
        return;
    m_probes[m_current].evidence += std::exchange(m_proposed, {});
    changed();
}

void LabProbes::changed()
{
    keep();
    show();
    measure();
    emit probesChanged(measurable());
}

void LabProbes::show()
{
    m_page.probes().setProbes(m_probes, m_current);
    m_page.probes().setProposed(int(m_proposed.size()));
    QSet<QString> all;
    for (const Core::Probe &probe : std::as_const(m_probes))
        all += setOf(probe.evidence);
    const QSet<QString> evidence = hasCurrent() ? setOf(m_probes[m_current].evidence) : all;
    m_page.matrix().setEvidence(evidence, setOf(m_proposed));
    emit evidenceChanged(evidence);
}

QList<Core::Probe> LabProbes::measurable() const
{
    QList<Core::Probe> probes;
    for (const Core::Probe &probe : m_probes) {
        if (!probe.evidence.isEmpty())
            probes.append(probe);
    }
    return probes;
}

/// A probe without evidence is not one yet, and is not kept.
void LabProbes::keep()
{
    const QString lines = QString::fromUtf8(Core::probesToJson(measurable()));
    Core::whenDone(m_jobs.session().store.setValue(Core::probesName(m_conversation), lines), this,
                   [this](const Core::Result<void> &kept) {
                       if (!kept)
                           emit failed(kept.error());
                   });
}

void LabProbes::exportTo(const QString &path)
{
    const QByteArray lines = Core::probesToJson(measurable());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(lines) != lines.size() || !file.commit())
        emit failed({Core::Error::Kind::FileAccess, file.errorString(), path});
}

QList<Core::CardJob> LabProbes::cardJobs() const
{
    QList<Core::CardJob> jobs;
    for (const LabColumn &column : m_page.matrix().columns()) {
        if (const auto job = m_jobs.job(column.card, anyQuestion))
            jobs.append({column.card.id, *job});
    }
    return jobs;
}

void LabProbes::measure()
{
    m_recall.cancel();
    m_curves.cancel();
    if (measurable().isEmpty())
        showRecall({});
    m_pause.start();
}

void LabProbes::measureCards()
{
    const QList<Core::Probe> probes = measurable();
    if (!probes.isEmpty()) {
        m_recall = QtConcurrent::run(&m_jobs.background(), Core::recallOfCards, cardJobs(), probes);
        Core::whenDone(m_recall, this, [this](const QHash<QString, Core::CardRecall> &recalls) {
            showRecall(recalls);
        });
    }
    measureCurves();
}

void LabProbes::showRecall(const QHash<QString, Core::CardRecall> &recalls)
{
    const QList<LabColumn> columns = m_page.matrix().columns();
    for (LabColumn column : columns) {
        const auto found = recalls.constFind(column.card.id);
        const auto recall = found == recalls.cend() ? std::nullopt : std::optional(*found);
        if (!recall && !column.recall)
            continue;
        column.recall = recall;
        m_page.matrix().setColumn(column);
    }
}

/// Only while one looks at them.
void LabProbes::measureCurves()
{
    m_curves.cancel();
    const QList<Core::Probe> probes = measurable();
    QList<Core::TrialCard> cards;
    for (const LabColumn &column : m_page.matrix().columns())
        cards.append(column.card);
    if (!m_shown || probes.isEmpty())
        return m_page.probes().setCurves({}, cards);
    m_curves = QtConcurrent::run(&m_jobs.background(), Core::recallCurves, cardJobs(), probes,
                                 Core::curveBudgets(m_jobs.threadTokens()));
    Core::whenDone(m_curves, this, [this, cards](const QList<Core::EvaluationRow> &rows) {
        m_page.probes().setCurves(rows, cards);
    });
}
