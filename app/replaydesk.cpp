#include "app/replaydesk.h"

#include "core/base/async.h"
#include "core/cost/pricelist.h"
#include "core/cost/replayjson.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int daysOfModels = 90; // models that were asked this long ago are not offered at once
constexpr qsizetype usualModels = 4;

void addOnce(QList<Core::ReplayModel> &models, const Core::ReplayModel &model)
{
    if (!model.isAsAsked() && !models.contains(model))
        models.append(model);
}

} // namespace

ReplayDesk::ReplayDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.page, &ReplayPage::startRequested, this, &ReplayDesk::start);
    connect(&parts.page, &ReplayPage::cancelRequested, this, [this] {
        if (m_run)
            m_run->cancel();
    });
}

ReplayDesk::~ReplayDesk() = default;

void ReplayDesk::refresh()
{
    if (m_run)
        return;
    readReports();
    readPast();
    readModels();
}

void ReplayDesk::readReports()
{
    Core::whenDone(m_parts.store.value(Core::replayReportsName()), this,
                   [this](const Core::Result<QString> &json) {
                       const auto reports =
                           json ? Core::replayReportsFromJson(*json) : json.error();
                       if (!reports)
                           return emit failed(reports.error());
                       m_reports = *reports;
                       m_parts.page.setReports(m_reports);
                   });
}

void ReplayDesk::readPast()
{
    Core::whenDone(m_parts.store.info(), this, [this](const Core::Result<Core::StoreInfo> &info) {
        if (!info)
            return;
        Core::whenDone(m_parts.store.messageCount(), this,
                       [this, conversations = info->conversations](const auto &messages) {
                           if (messages)
                               m_parts.page.setPast(conversations, *messages);
                       });
    });
}

void ReplayDesk::readModels()
{
    const QDateTime now = m_parts.clock.now();
    Core::whenDone(m_parts.store.hourSums(now.addDays(-daysOfModels), now), this,
                   [this](const Core::Result<QList<Core::HourSum>> &sums) {
                       offerModels(sums ? *sums : QList<Core::HourSum>());
                   });
}

/// At once: the models that cost the most; to be added: all that have a price.
void ReplayDesk::offerModels(const QList<Core::HourSum> &sums)
{
    std::map<std::pair<QString, QString>, Core::Money> costs;
    for (const Core::HourSum &sum : sums)
        costs[{sum.provider, sum.model}] += sum.totals.cost;
    std::vector<std::pair<Core::Money, Core::ReplayModel>> asked;
    for (const auto &[name, cost] : costs)
        asked.push_back({cost, {name.first, name.second}});
    std::sort(asked.begin(), asked.end(),
              [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<Core::ReplayModel> usual{Core::ReplayModel()};
    QList<Core::ReplayModel> others;
    for (const auto &[cost, model] : asked)
        addOnce(usual.size() < usualModels ? usual : others, model);
    for (const Core::Provider &provider : m_parts.settings.providers)
        addOnce(others, {provider.name, provider.model});
    for (const Core::PriceRow &row : m_parts.prices.rows()) {
        if (!row.model.endsWith(u'*') && row.provider != "*"_L1)
            addOnce(others, {row.provider, row.model});
    }
    m_parts.page.setModels(usual, others);
}

void ReplayDesk::start()
{
    auto query = m_parts.page.query(m_parts.clock.now());
    if (!query || m_run)
        return;
    query->providers = m_parts.settings.providers;
    m_run = std::make_unique<Core::ReplayRun>(m_parts.store, m_parts.prices);
    connect(m_run.get(), &Core::ReplayRun::progressed, &m_parts.page, &ReplayPage::showProgress);
    m_parts.page.beginRun();
    Core::whenDone(m_run->start(*query), this,
                   [this](const Core::Result<Core::ReplayReport> &report) { end(report); });
}

void ReplayDesk::end(const Core::Result<Core::ReplayReport> &report)
{
    m_run.release()->deleteLater();
    m_parts.page.endRun();
    if (!report)
        return m_parts.page.showError(report.error());
    keep(*report);
    m_parts.page.setReports(m_reports);
}

void ReplayDesk::keep(const Core::ReplayReport &report)
{
    m_reports = Core::withReport(m_reports, report);
    Core::whenDone(
        m_parts.store.setValue(Core::replayReportsName(), Core::replayReportsToJson(m_reports)),
        this, [this](const Core::Result<void> &kept) {
            if (!kept)
                emit failed(kept.error());
        });
}
