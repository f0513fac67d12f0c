#pragma once

#include "core/base/result.h"
#include "core/chat/charge.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Core {

/// The hours of a day, in UTC, in which a price holds. A plain value.
struct PriceHours
{
    int from = 0; ///< minute of the day
    int to = 0; ///< exclusive; before `from`: of the next day; the same: the whole day
    quint8 weekdays = 0; ///< bit 0 is Monday; 0: all

    bool isAlways() const { return from == to && weekdays == 0; }
    bool hold(qint64 ms) const; ///< milliseconds since 1970

    friend bool operator==(const PriceHours &, const PriceHours &) = default;
};

/// One row of the price list: rates of a model at a provider during a period. A plain value.
struct PriceRow
{
    QString id; ///< such as "openai/gpt-4.1/2025-04-14"
    QString provider; ///< name or preset; "*": any
    QString model; ///< exact name, or a prefix that ends in "*"
    QDateTime from; ///< UTC, inclusive; invalid: since ever
    QDateTime to; ///< UTC, exclusive; invalid: still in force
    QString
        tier; ///< of service that it is for, as Usage::tier; empty: all without a row of their own
    qint64 promptAbove = 0; ///< holds for requests with more prompt tokens than this
    PriceHours hours;
    Rates rates;
    QString source; ///< where the figures come from
    QString checkedOn; ///< ISO date
    bool isOwn = false; ///< the user's, which wins over a shipped one

    /// Whether it is in force then, for a request with so many prompt tokens, served so.
    bool holds(const QDateTime &when, qint64 promptTokens, const QString &servedAs = {}) const;

    friend bool operator==(const PriceRow &, const PriceRow &) = default;
};

/// What is known of a model beside its price.
struct ModelInfo
{
    QString model;
    int window = 0; ///< tokens; 0: not known
    int maxOutput = 0;

    friend bool operator==(const ModelInfo &, const ModelInfo &) = default;
};

/// What one model of one provider costs, when. Read-only and thread-safe.
class PriceList
{
public:
    /// Reads the format of resources/prices.json. BadInput names the row and the field.
    static Result<PriceList> fromJson(const QByteArray &json);

    /// The list that comes with the program.
    static const PriceList &shipped();

    /// The row in force, or nothing: the model is unpriced then, which is not free. Exact names
    /// win over patterns, longer patterns over shorter, the provider's own rows over "*", rows
    /// for a tier of service over those for all, higher steps of the prompt over lower, rows for
    /// some hours over those for all, the user's over ours.
    std::optional<PriceRow> find(const QString &provider, const QString &model,
                                 const QDateTime &when, qint64 promptTokens = 0,
                                 const QString &servedAs = {}) const;

    /// All rows for the model, whenever they hold, the one that wins first.
    QList<PriceRow> rowsFor(const QString &provider, const QString &model) const;

    /// Window and output limit of the model; an unknown one has zeros.
    ModelInfo info(const QString &model) const;

    /// With the user's own rows, each in the place of the one with its id.
    PriceList with(const QList<PriceRow> &own) const;

    const QList<PriceRow> &rows() const { return m_rows; }

private:
    QList<PriceRow> m_rows;
    QList<ModelInfo> m_models;
};

} // namespace Core
