#pragma once

#include "core/chat/usage.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace Core {

/// Prices per token, in 1e-12 USD: 2.00 USD per million tokens is 2,000,000. A missing rate
/// falls back to the one it is a part of (cached to input, reasoning to output).
struct Rates
{
    qint64 input = 0;
    qint64 output = 0;
    std::optional<qint64> cachedRead;
    std::optional<qint64> cacheWrite;
    std::optional<qint64> reasoning;

    friend bool operator==(const Rates &, const Rates &) = default;
};

/// One line of the ledger: what one attempt cost, and by what it was computed. Append-only; a
/// later price never changes it, only a re-pricing does, which is logged. A plain value.
struct Charge
{
    enum class Basis {
        Provider, ///< the provider's own figure
        UsageTimesPrice, ///< reported usage times our price row
        Estimated, ///< our own count times our price row
        Unpriced, ///< no price is known: `amount` has no value, which is not zero
    };
    enum class Kind { Turn, Summary, Embedding, Lab, Test };

    QString id; ///< UUID
    QString attemptId; ///< the attempt it came from
    QString conversationId;
    QString messageId; ///< the answer; empty where there is none
    QString userId;
    QDateTime at; ///< UTC
    QString provider;
    QString model;
    QString strategy;
    Kind kind = Kind::Turn;
    Usage usage;
    std::optional<Money> amount;
    Basis basis = Basis::Unpriced;
    Rates rates; ///< used for `amount`
    QString priceRow; ///< id of the price row, with its tier; empty where none was used
    /// Id of the re-pricing that amount, basis, rates and price row come from; empty: it is as it
    /// was charged.
    QString repricing;

    friend bool operator==(const Charge &, const Charge &) = default;
};

/// With counts of tokens within reason, and an amount that a single request can cost.
Charge withinReason(Charge charge);

QString basisName(Charge::Basis basis); ///< "provider", "usage × price", "estimated", "unpriced"
QString kindName(Charge::Kind kind); ///< "turn", "summary", "embedding", "lab", "test"
std::optional<Charge::Kind> chargeKindFromName(QStringView name);
std::optional<Charge::Basis> chargeBasisFromName(QStringView name);

} // namespace Core

Q_DECLARE_METATYPE(Core::Charge)
