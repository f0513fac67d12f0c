#pragma once

#include "core/cost/costfigures.h"

#include <QString>

/// How figures of costs are said: names of rows, of stretches of time, and what is unusual.
/// Plain text.
namespace CostWords {

/// "Model", "User", …: what a table is by.
QString by(Core::CostBy by); ///< "Model"
QString heading(Core::CostBy by); ///< "By model"

/// The name of a row: "gpt-4.1", "Sliding window", "23 Nov 2026", "no user".
QString name(Core::CostBy by, const QString &key);

/// Of a series of a chart: name(), or "Other".
QString series(Core::CostBy by, const Core::CostSeries &series);

/// Below a bar, short: "23 Nov", "09", "Nov 2026".
QString bucket(const Core::TimeBucket &bucket, Core::TimeStep step, const QTimeZone &zone);
/// The same in full, for tool tips and headings: "Monday, 23 November 2026".
QString fullBucket(const Core::TimeBucket &bucket, Core::TimeStep step, const QTimeZone &zone);

QString weekday(int day); ///< 0 is Monday
QString shortDay(QDate day); ///< "23 Nov"
QString day(QDate day); ///< "23 Nov 2026"
QString period(const Core::CostPeriod &period); ///< "1 Nov 2026 – 30 Nov 2026"
QString zone(const QTimeZone &zone, const QDateTime &when); ///< "Asia/Ho_Chi_Minh (UTC+07:00)"
QString filter(const Core::CostFilter &filter); ///< "User minh, model gpt-4.1"; empty for none

QString signedPercent(double share); ///< "+340%", "−12%"
QString cause(const Core::Anomaly &anomaly); ///< "gpt-4.1, user minh, +340%"
QString anomaly(const Core::Anomaly &anomaly); ///< a whole sentence
QString band(const Core::Forecast &forecast); ///< what the band rests on, a whole sentence
QString unpriced(const QList<Core::UnpricedModel> &models); ///< a whole sentence; empty: none
QString basis(Core::Charge::Basis basis);

} // namespace CostWords
