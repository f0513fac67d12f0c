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

    friend bool operator==(const WeightedProvider &, const WeightedProvider &) = default;
};

/// Who was assigned where, and why.
struct Assignment
{
    QString provider;
    double bucket = 0; ///< of the layer that decided, from 0 to 1
    QString reason; ///< untranslated

    friend bool operator==(const Assignment &, const Assignment &) = default;
};

/// Assigns users to providers by weight: always the same user to the same provider. One
/// provider is the control; each other one is a canary with a layer of its own over it. A user
/// belongs to the first canary, in the order entered, in whose layer their bucket, the first
/// 8 bytes of SHA-256(salt, experiment, canary, user) as a number in [0, 1), lies below the
/// layer's edge w / (its weight + those of the later canaries + the control's); all others
/// belong to the control.
///
/// So shares are exactly weight / sum and are only ever computed, never written back. Raising a
/// canary's weight never takes a user away from it; lowering it sends away those who came last.
/// Later canaries and the control lose users to it and to no one else. A pure value.
class Router
{
public:
    /// `control` may be empty or without weight: then it is the first one that has some. Weights
    /// that are not above 0 take no part. `experiment`: another name draws all users anew.
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
    struct Layer
    {
        QString canary;
        double edge = 0;
    };

    double bucketOf(const QString &canary, const QString &user) const;

    QList<WeightedProvider> m_providers; ///< with weight, in the order entered
    QList<Layer> m_layers;
    QString m_control;
    QString m_experiment;
    double m_sum = 0;
};

} // namespace Core
