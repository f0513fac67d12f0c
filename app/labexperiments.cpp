#include "app/labexperiments.h"

#include "core/base/async.h"
#include "core/base/id.h"
#include "core/session/experimentreport.h"
#include "ui/base/formats.h"
#include "ui/lab/experimentspane.h"
#include "ui/lab/labpage.h"

using namespace Qt::Literals::StringLiterals;

namespace {

const QString listName = u"labExperiments"_s; // where older programs kept all of them

Core::CardResult resultOf(const LabColumn &column, int callsPerDay)
{
    Core::CardResult result;
    if (!column.plan)
        return result;
    result = {.tokens = column.plan->use.total(),
              .limit = column.plan->use.limit,
              .sent = sentMessages(*column.plan),
              .messages = int(column.plan->items.size()),
              .perCall = column.perCall,
              .perMonth = Core::costPerMonth(column.perCall, callsPerDay),
              .cachedShare = column.replay ? column.replay->share() : std::nullopt};
    if (column.recall) {
        result.recall = column.recall->row;
        result.isBehind = column.recall->isDifferent();
    }
    return result;
}

} // namespace

LabExperiments::LabExperiments(LabPage &page, const LabJobs &jobs)
    : m_page(page)
    , m_jobs(jobs)
{
    wire();
}

void LabExperiments::wire()
{
    ExperimentsPane &pane = m_page.experiments();
    connect(&pane, &ExperimentsPane::saveRequested, this, &LabExperiments::save);
    connect(&pane, &ExperimentsPane::openRequested, this, &LabExperiments::open);
    connect(&pane, &ExperimentsPane::renameRequested, this, &LabExperiments::rename);
    connect(&pane, &ExperimentsPane::duplicateRequested, this, &LabExperiments::duplicate);
    connect(&pane, &ExperimentsPane::removeRequested, this, &LabExperiments::remove);
    connect(&pane, &ExperimentsPane::exportRequested, this, &LabExperiments::writeTo);
    connect(&m_page, &LabPage::tabChanged, this,
            [this] { m_page.experiments().suggestName(usualName()); });
}

void LabExperiments::load()
{
    using Values = QList<std::pair<QString, QString>>;
    Core::ConversationStore &store = m_jobs.session().store;
    Core::whenDone(store.values(Core::experimentNames()), this,
                   [this](const Core::Result<Values> &values) {
                       if (!values)
                           return emit failed(values.error());
                       m_experiments.clear();
                       for (const auto &[name, json] : *values)
                           take(json);
                       takeList();
                   });
}

/// One that cannot be read stays as it is in the store.
void LabExperiments::take(const QString &json)
{
    const auto read = Core::experimentsFromJson(json);
    if (!read)
        return emit failed(read.error());
    for (const Core::Experiment &each : *read) {
        if (placeOf(each.id) < 0)
            m_experiments.append(each);
    }
}

/// What an older program kept as one value is kept as one for each from now on.
void LabExperiments::takeList()
{
    Core::ConversationStore &store = m_jobs.session().store;
    Core::whenDone(store.value(listName), this, [this, &store](const Core::Result<QString> &json) {
        const auto read = json ? Core::experimentsFromJson(*json) : json.error();
        if (!read)
            emit failed(read.error());
        if (read && !read->isEmpty()) {
            for (const Core::Experiment &each : *read) {
                if (placeOf(each.id) >= 0)
                    continue;
                m_experiments.append(each);
                (void)store.setValue(Core::experimentName(each.id),
                                     Core::experimentsToJson({each}));
            }
            (void)store.setValue(listName, {}); // written after them
        }
        Core::sortExperiments(m_experiments);
        m_page.experiments().setExperiments(m_experiments, {});
    });
}

void LabExperiments::countPreferred(const QString &cardId)
{
    if (!cardId.isEmpty())
        ++m_preferred[cardId];
}

QString LabExperiments::usualName() const
{
    return Core::freeName(ExperimentsPane::usualName(m_jobs.subject().conversation.title),
                          m_experiments);
}

void LabExperiments::save(const QString &name)
{
    const QList<LabColumn> &columns = m_page.matrix().columns();
    if (columns.isEmpty())
        return;
    const Core::Conversation &conversation = m_jobs.subject().conversation;
    Core::Experiment saved{.id = Core::newId(),
                           .name =
                               name.isEmpty() ? usualName() : Core::freeName(name, m_experiments),
                           .savedAt = m_jobs.session().clock.now(),
                           .conversationId = conversation.id,
                           .conversationTitle = conversation.title,
                           .question = m_page.question(),
                           .callsPerDay = m_page.callsPerDay(),
                           .probes = m_probes};
    for (const LabColumn &column : columns) {
        saved.cards.append(column.card);
        saved.results.append(resultOf(column, saved.callsPerDay));
        saved.results.last().preferred = m_preferred.value(column.card.id);
    }
    m_experiments.prepend(saved);
    keep(saved);
}

void LabExperiments::open(const QString &id)
{
    if (const int place = placeOf(id); place >= 0)
        emit opened(m_experiments[place]);
}

void LabExperiments::rename(const QString &id, const QString &name)
{
    if (const int place = placeOf(id); place >= 0) {
        m_experiments[place].name = Core::freeName(name, m_experiments);
        keep(m_experiments[place]);
    }
}

void LabExperiments::duplicate(const QString &id)
{
    const int place = placeOf(id);
    if (place < 0)
        return;
    Core::Experiment copy = m_experiments[place];
    copy.id = Core::newId();
    copy.name = Core::freeName(copy.name, m_experiments);
    m_experiments.insert(place, copy);
    keep(copy);
}

void LabExperiments::remove(const QString &id)
{
    const int place = placeOf(id);
    if (place < 0)
        return;
    const Core::Experiment removed = m_experiments.takeAt(place);
    write(removed.id, {});
    show({});
    m_page.experiments().offerUndo(removed.name, [this, place, removed] {
        m_experiments.insert(std::min<qsizetype>(place, m_experiments.size()), removed);
        keep(removed);
    });
}

void LabExperiments::writeTo(const QString &id, const QString &path,
                             ExperimentExport::Format format)
{
    const int place = placeOf(id);
    if (place < 0)
        return;
    const Core::Experiment &experiment = m_experiments[place];
    const QStringList commands = Core::experimentCommands(
        experiment, experiment.probes.isEmpty() ? QString() : u"probes.jsonl"_s);
    const auto written = ExperimentExport::write(path, format, experiment, commands);
    if (!written)
        emit failed(written.error());
}

void LabExperiments::keep(const Core::Experiment &changed)
{
    write(changed.id, Core::experimentsToJson({changed}));
    show(changed.id);
}

void LabExperiments::write(const QString &id, const QString &json)
{
    Core::whenDone(m_jobs.session().store.setValue(Core::experimentName(id), json), this,
                   [this](const Core::Result<void> &kept) {
                       if (!kept)
                           emit failed(kept.error());
                   });
}

void LabExperiments::show(const QString &current)
{
    m_page.experiments().setExperiments(m_experiments, current);
    m_page.experiments().suggestName(usualName());
}

int LabExperiments::placeOf(const QString &id) const
{
    for (int place = 0; place < m_experiments.size(); ++place) {
        if (m_experiments[place].id == id)
            return place;
    }
    return -1;
}
