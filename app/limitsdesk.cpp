#include "app/limitsdesk.h"

#include "core/base/async.h"
#include "core/cost/spendlimits.h"

#include <QSet>

namespace {

constexpr int daysKnown = 90; // users and models of this time are offered
constexpr int conversationsKnown = 500; // the tags of these are offered

QStringList sorted(const QSet<QString> &names)
{
    QStringList list(names.cbegin(), names.cend());
    list.removeAll(QString());
    list.sort(Qt::CaseInsensitive);
    return list;
}

} // namespace

LimitsDesk::LimitsDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.page, &LimitsPage::limitsChanged, this, &LimitsDesk::keep);
}

void LimitsDesk::refresh()
{
    readKnown();
    Core::whenDone(m_parts.store.value(Core::spendLimitsName()), this,
                   [this](const Core::Result<QString> &json) {
                       const auto limits = json ? Core::spendLimitsFromJson(*json) : json.error();
                       limits ? showLimits(*limits) : emit failed(limits.error());
                   });
}

void LimitsDesk::showLimits(const QList<Core::SpendLimit> &limits)
{
    Core::whenDone(
        m_parts.store.spendStates(Core::spendChecks(limits, m_parts.clock.now())), this,
        [this, asked = ++m_generation](const Core::Result<QList<Core::SpendState>> &states) {
            if (asked != m_generation)
                return;
            states ? m_parts.page.setStates(*states) : emit failed(states.error());
        });
}

void LimitsDesk::keep(const QList<Core::SpendLimit> &limits)
{
    Core::whenDone(m_parts.store.setValue(Core::spendLimitsName(), Core::spendLimitsToJson(limits)),
                   this, [this, limits](const Core::Result<void> &kept) {
                       if (!kept)
                           return emit failed(kept.error());
                       showLimits(limits);
                       emit changed();
                   });
}

void LimitsDesk::readKnown()
{
    const QDateTime now = m_parts.clock.now();
    const auto take = [this](const Core::Result<QList<Core::HourSum>> &sums,
                             const Core::Result<Core::ConversationPage> &page) {
        QSet<QString> users;
        QSet<QString> providers;
        QSet<QString> models;
        QSet<QString> tags;
        for (const Core::HourSum &sum : sums ? *sums : QList<Core::HourSum>()) {
            users.insert(sum.userId);
            providers.insert(sum.provider);
            models.insert(sum.model);
        }
        for (const Core::Conversation &row : page ? page->rows : QList<Core::Conversation>())
            tags.unite(QSet<QString>(row.tags.cbegin(), row.tags.cend()));
        m_parts.page.setKnown({sorted(users), sorted(tags), sorted(providers), sorted(models)});
    };
    Core::whenDone(m_parts.store.hourSums(now.addDays(-daysKnown), now), this,
                   [this, take](const Core::Result<QList<Core::HourSum>> &sums) {
                       Core::whenDone(
                           m_parts.store.conversations({}, {}, conversationsKnown), this,
                           [sums, take](const Core::Result<Core::ConversationPage> &page) {
                               take(sums, page);
                           });
                   });
}
