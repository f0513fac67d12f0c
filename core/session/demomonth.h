#pragma once

#include "core/chat/bundle.h"
#include "core/context/probes.h"
#include "core/cost/pricelist.h"

#include <QDate>

namespace Core {

class SampleRandom;
struct SampleConversation;

struct DemoOptions
{
    int conversations = 400;
    int days = 30; ///< up to and with the last one
    quint64 seed = 1;
    QDate lastDay; ///< in UTC
    int mostMatters = 6; ///< that a conversation is about; each takes some seven messages
};

/// A made-up month of a support team that talks to its customers in English and Vietnamese:
/// who answered, with which provider, model and strategy, what was sent and what it cost by the
/// price list. In the first half everything is sent to the dearest model; then the team changes
/// over, so that the costs tell a story. The same options give the same month. Thread-safe.
class DemoMonth
{
public:
    /// `prices` must outlive it.
    explicit DemoMonth(const DemoOptions &options, const PriceList &prices = PriceList::shipped());

    int size() const { return m_options.conversations; }

    /// The conversation of that number, the first one being 0. Its newest answer has the attempt
    /// with its request and its plan.
    Bundle bundle(int index) const;

    /// What can be asked about the conversation of that number, to measure strategies by; for
    /// those that are long enough.
    QList<Probe> probes(int index) const;

private:
    quint64 seedOf(int index) const;
    SampleConversation sample(SampleRandom &random, quint64 seed, const QDateTime &start) const;
    QDateTime startOf(SampleRandom &random) const;
    QDate firstDay() const;
    QDateTime end() const;

    DemoOptions m_options;
    const PriceList &m_prices;
};

} // namespace Core
