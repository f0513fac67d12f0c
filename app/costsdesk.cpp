#include "app/costsdesk.h"

#include "core/base/async.h"
#include "core/cost/spendlimits.h"

#include <QTimeZone>
#include <QtConcurrent>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int namedConversations = 40;
constexpr int taggedAtOnce = 1000; // conversations

Core::CostSlice sliceOfHour(const Core::HourSum &sum)
{
    return {.atMs = sum.hour.toMSecsSinceEpoch(),
            .userId = sum.userId,
            .provider = sum.provider,
            .model = sum.model,
            .strategy = sum.strategy,
            .kind = sum.kind,
            .requests = sum.totals.requests,
            .inputTokens = sum.totals.prompt,
            .cachedTokens = sum.totals.cachedRead,
            .outputTokens = sum.totals.completion,
            .cost = sum.totals.cost,
            .unpriced = sum.totals.unpriced,
            .estimated = sum.totals.estimated};
}

Core::CostFigures figuresOfHours(const QList<Core::HourSum> &sums, const Core::CostQuery &query)
{
    QList<Core::CostSlice> slices;
    slices.reserve(sums.size());
    for (const Core::HourSum &sum : sums)
        slices.append(sliceOfHour(sum));
    return Core::costFigures(slices, query);
}

Core::CostFigures figuresOfCharges(const QList<Core::Charge> &charges, const Core::CostQuery &query)
{
    return Core::costFigures(Core::slicesOf(charges), query);
}

QList<Core::Charge> filtered(const QList<Core::Charge> &charges, const Core::CostFilter &filter,
                             const QString &conversation)
{
    QList<Core::Charge> found;
    for (const Core::Charge &charge : charges) {
        if (filter.holds(Core::sliceOf(charge))
            && (conversation.isEmpty() || charge.conversationId == conversation))
            found.append(charge);
    }
    return found;
}

Core::AttemptFilter storedFilter(const Core::CostFilter &filter)
{
    return {filter.userId, filter.provider, filter.model, filter.strategy, filter.tag};
}

} // namespace

CostsDesk::CostsDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    wire();
}

void CostsDesk::wire()
{
    connect(&m_parts.page, &CostsPage::queryChanged, this, &CostsDesk::refresh);
    connect(&m_parts.page, &CostsPage::rowsRequested, this, &CostsDesk::readRows);
    connect(&m_parts.page, &CostsPage::monthlyBudgetChanged, this, &CostsDesk::keepBudget);
    connect(&m_parts.page, &CostsPage::conversationActivated, this,
            &CostsDesk::conversationActivated);
    connect(&m_parts.page, &CostsPage::failed, this, &CostsDesk::failed);
}

void CostsDesk::refresh()
{
    const Core::CostQuery query = m_parts.page.query(m_parts.clock.now());
    ++m_generation;
    readBudget();
    readTags();
    readTagged(query.filter.tag, [this, query, asked = m_generation] {
        if (asked != m_generation)
            return;
        if (Core::hoursAreEnough(query.period) && !query.filter.tag)
            readHours(query);
        else
            readCharges(query);
    });
}

/// Charges do not know tags, so the conversations that have it are looked up first.
void CostsDesk::readTagged(const std::optional<QString> &tag, std::function<void()> done)
{
    if (tag == m_tag && !tag)
        return done();
    m_tag = tag;
    m_tagged.clear();
    if (!tag)
        return done();
    readTaggedFrom({}, std::move(done));
}

void CostsDesk::readTaggedFrom(const std::optional<Core::ConversationKey> &after,
                               std::function<void()> done)
{
    Core::whenDone(
        m_parts.store.conversations({.tag = *m_tag, .pinnedFirst = false}, after, taggedAtOnce),
        this, [this, done, asked = m_generation](const Core::Result<Core::ConversationPage> &page) {
            if (asked != m_generation)
                return;
            if (!page)
                return m_parts.page.showError(page.error());
            for (const Core::Conversation &row : page->rows)
                m_tagged.insert(row.id);
            page->next ? readTaggedFrom(page->next, done) : done();
        });
}

void CostsDesk::readTags()
{
    Core::whenDone(m_parts.store.info(), this, [this](const Core::Result<Core::StoreInfo> &info) {
        if (info)
            m_parts.page.setTags(info->tags);
    });
}

QList<Core::Charge> CostsDesk::counted(const QList<Core::Charge> &charges) const
{
    return m_tag ? Core::chargesOf(charges, m_tagged) : charges;
}

void CostsDesk::readHours(const Core::CostQuery &query)
{
    const auto [from, to] = Core::neededTime(query);
    Core::whenDone(
        m_parts.store.hourSums(from.toUTC(), to.toUTC()), this,
        [this, query, asked = m_generation](const Core::Result<QList<Core::HourSum>> &sums) {
            if (asked != m_generation)
                return;
            if (!sums)
                return m_parts.page.showError(sums.error());
            makeFigures(QtConcurrent::run(figuresOfHours, *sums, query));
        });
}

/// For zones whose days begin within an hour, and for what sums by the hour do not know.
void CostsDesk::readCharges(const Core::CostQuery &query)
{
    const auto [from, to] = Core::neededTime(query);
    Core::whenDone(
        m_parts.store.charges(from.toUTC(), to.toUTC()), this,
        [this, query, asked = m_generation](const Core::Result<QList<Core::Charge>> &charges) {
            if (asked != m_generation)
                return;
            if (!charges)
                return m_parts.page.showError(charges.error());
            makeFigures(QtConcurrent::run(figuresOfCharges, counted(*charges), query));
        });
}

void CostsDesk::makeFigures(QFuture<Core::CostFigures> figures)
{
    Core::whenDone(figures, this, [this, asked = m_generation](const Core::CostFigures &made) {
        if (asked != m_generation)
            return;
        m_parts.page.show(made);
        readLatencies(made.query);
        readDetails(made.query);
    });
}

void CostsDesk::readLatencies(const Core::CostQuery &query)
{
    Core::whenDone(m_parts.store.latencies(query.period.from().toUTC(), query.period.to().toUTC(),
                                           storedFilter(query.filter)),
                   this,
                   [this, asked = m_generation](const Core::Result<Core::Latencies> &latencies) {
                       if (latencies && asked == m_generation)
                           m_parts.page.showLatencies(*latencies);
                   });
}

void CostsDesk::readDetails(const Core::CostQuery &query)
{
    Core::whenDone(
        m_parts.store.chargeDetails(query.period.from().toUTC(), query.period.to().toUTC(),
                                    storedFilter(query.filter), namedConversations),
        this, [this, query, asked = m_generation](const Core::Result<Core::ChargeDetails> &found) {
            if (asked != m_generation)
                return;
            if (!found)
                return m_parts.page.showError(found.error());
            QStringList ids;
            for (const Core::ChargeSum &sum : found->dearest)
                ids += sum.key;
            readTitles(ids, [this, asked, details = Core::costDetails(*found, query)] {
                if (asked == m_generation)
                    m_parts.page.showDetails(details, m_titles);
            });
        });
}

void CostsDesk::readRows(const QDateTime &from, const QDateTime &to, const Core::CostFilter &filter,
                         const QString &conversation)
{
    const auto show = [this, asked = ++m_rowsGeneration](const QList<Core::Charge> &charges) {
        QStringList ids;
        for (qsizetype i = charges.size() - 1; i >= 0 && ids.size() < namedConversations; --i) {
            if (!ids.contains(charges[i].conversationId))
                ids += charges[i].conversationId;
        }
        readTitles(ids, [this, asked, charges] {
            if (asked == m_rowsGeneration)
                m_parts.page.showRows(charges, m_titles);
        });
    };
    Core::whenDone(
        m_parts.store.charges(from.toUTC(), to.toUTC()), this,
        [this, filter, conversation, show](const Core::Result<QList<Core::Charge>> &charges) {
            if (!charges)
                return emit failed(charges.error());
            Core::whenDone(QtConcurrent::run(filtered, counted(*charges), filter, conversation),
                           this, show);
        });
}

/// Calls `done` when the titles that are not known yet have come. One that is gone for ever
/// keeps its id for a name.
void CostsDesk::readTitles(const QStringList &ids, std::function<void()> done)
{
    QStringList missing;
    for (const QString &id : ids) {
        if (!id.isEmpty() && !m_titles.contains(id))
            missing += id;
    }
    if (missing.isEmpty())
        return done();
    const auto left = std::make_shared<qsizetype>(missing.size());
    for (const QString &id : std::as_const(missing)) {
        Core::whenDone(m_parts.store.conversation(id), this,
                       [this, id, left, done](const Core::Result<Core::Conversation> &found) {
                           if (found)
                               m_titles.insert(id, found->title);
                           if (--*left == 0)
                               done();
                       });
    }
}

/// The budget of a month is one of the limits of spending; there is no other truth.
void CostsDesk::readBudget()
{
    Core::whenDone(m_parts.store.value(Core::spendLimitsName()), this,
                   [this](const Core::Result<QString> &json) {
                       if (const auto limits =
                               json ? Core::spendLimitsFromJson(*json) : json.error())
                           m_parts.page.setMonthlyBudget(Core::monthlyBudget(*limits));
                   });
}

void CostsDesk::keepBudget(const std::optional<Core::Money> &budget)
{
    Core::whenDone(m_parts.store.value(Core::spendLimitsName()), this,
                   [this, budget](const Core::Result<QString> &json) {
                       const auto limits = json ? Core::spendLimitsFromJson(*json) : json.error();
                       if (!limits)
                           return emit failed(limits.error());
                       keepLimits(
                           Core::withMonthlyBudget(*limits, budget, QTimeZone::systemTimeZoneId()));
                   });
}

void CostsDesk::keepLimits(const QList<Core::SpendLimit> &limits)
{
    Core::whenDone(m_parts.store.setValue(Core::spendLimitsName(), Core::spendLimitsToJson(limits)),
                   this, [this](const Core::Result<void> &kept) {
                       if (!kept)
                           emit failed(kept.error());
                   });
}
