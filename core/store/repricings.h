#pragma once

#include "core/base/result.h"
#include "core/chat/repricing.h"
#include "core/store/connection.h"

#include <QList>

#include <functional>

namespace Core {

/// What charges are worth by later prices, and the log of who said so and why. Only ever added
/// to; each entry carries a hash over itself, its lines and the entry before it.
class Repricings
{
public:
    explicit Repricings(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The sums are brought in step by whoever keeps them.
    Result<void> add(const Repricing &repricing, const QList<RepricedCharge> &lines);
    Result<QList<Repricing>> all(); ///< newest first
    Result<QList<RepricedCharge>> lines(const QString &repricingId); ///< in order

    /// How many entries do not have the hash that they should, and lines that are of none.
    Result<qint64> brokenLinks();

private:
    Result<void> insert(const Repricing &repricing, const QByteArray &hash);
    Result<void> insertLine(const Repricing &repricing, const RepricedCharge &line);
    Result<QByteArray> lastHash();
    Result<void> eachLine(const QString &repricingId,
                          const std::function<void(const RepricedCharge &)> &take);
    Result<QByteArray> digestOfLines(const QString &repricingId);

    Connection &m_connection;
};

} // namespace Core
