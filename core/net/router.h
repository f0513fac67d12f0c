#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Core {

/// A provider with its weight as the operator entered it.
struct WeightedProvider
{
    QString name;
    double weight = 0;
    /// Whose draw it has; empty: its own. A canary shares its control's while both have weight, so
    /// that users pass between these two alone.
    QString seat = {};

    friend bool operator==(const WeightedProvider &, const WeightedProvider &) = default;
};

/// Who was assigned where, and why.
struct Assignment
{
    QString provider;
    double bucket = 0; ///< the draw that decided, from 0 to 1
    QString reason; ///< untranslated

    friend bool operator==(const Assignment &, const Assignment &) = default;
};

/// Assigns users to providers by weight: always the same user to the same provider. For every
/// provider a user has a draw of their own, the first 8 bytes of SHA-256(salt, experiment,
/// provider, user) as a number in (0, 1), and belongs to the one whose draw, raised to the power
/// of 1 / weight, is the highest (weighted rendezvous hashing).
///
/// So shares are exactly weight / sum and are only ever computed, never written back. Whoever
/// moves goes to a provider whose weight rose beside that of the one they leave: raising one
/// weight, whosever it is and whatever the others are, only admits users to it; lowering one
/// only sends away those who came last.
///
/// Those of one seat are drawn as one, by the sum of their weights. Whoever belongs to the seat
/// belongs to its canary where a further draw is below the canary's part of that sum, and else to
/// its control: moving weight from one to the other moves nobody else. A pure value.
class Router
{
public:
    /// `control` is whom canaries are set beside; it may be empty or without weight: then it is the
    /// first one that has some. Weights that are not above 0 take no part. `experiment`: another
    /// name draws all users anew.
    Router(const QList<WeightedProvider> &providers, const QString &control,
           const QString &experiment = defaultExperiment());

    static QString defaultExperiment() { return QStringLiteral("providers"); }

    /// NotFound where no provider has a weight.
    Result<Assignment> assign(const QString &user) const;

    /// For somebody without a name; `random` is from 0 to 1, 1 excluded.
    Result<Assignment> draw(double random) const;

    /// 0 for one that takes no part.
    double share(const QString &provider) const;

    /// Whom to try when `provider` fails: those of weight, the heaviest first.
    QStringList fallbacks(const QString &provider) const;

    const QString &control() const { return m_control; }

private:
    struct Seat
    {
        QString name;
        double weight = 0; ///< of its members
        QList<WeightedProvider> members; ///< the control last
    };

    void sit(const WeightedProvider &provider);
    Assignment within(const Seat &seat, const QByteArray &user, double draw) const;
    double drawOf(const QString &name, const QByteArray &user) const;

    QList<WeightedProvider> m_providers; ///< with weight, in the order entered
    QList<Seat> m_seats;
    QString m_control;
    QString m_experiment;
    double m_sum = 0;
};

} // namespace Core
