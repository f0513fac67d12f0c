#pragma once

#include "core/context/budget.h"
#include "core/cost/pricelist.h"
#include "core/session/turn.h"
#include "core/tokens/tokencounter.h"

#include <QHash>

namespace Core {

/// What is known of the models: how their tokens are counted and how large their window is.
/// Models without a public vocabulary are counted with another one, and the ratio between
/// what was counted and what the provider reported is learnt for each provider and model, as
/// sums over all requests (LibreChat's idea, without its byte-length shortcut that spoils the
/// ratio). A plain value.
class ModelBook
{
public:
    /// `prices` must outlive the book.
    explicit ModelBook(const PriceList &prices = PriceList::shipped());

    TokenCounter counter(const QString &provider, const QString &model) const;

    /// The budget of a turn: the model's window, or the smaller limit that the turn sets.
    Budget budget(const Turn &turn) const;
    bool isWindowKnown(const QString &model) const;

    /// Remembers that a request that counted as `counted` tokens here, without a factor, was
    /// `reported` ones there. Ignores models with a public vocabulary and absurd figures.
    void learn(const QString &provider, const QString &model, qint64 counted, qint64 reported);

    QByteArray toJson() const;
    void fromJson(const QByteArray &json);

private:
    struct Sums
    {
        double counted = 0;
        double reported = 0;
    };

    const PriceList *m_prices;
    QHash<QString, Sums> m_sums; ///< by "provider/model"
};

} // namespace Core
