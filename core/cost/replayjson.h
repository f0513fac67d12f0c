#pragma once

#include "core/cost/replayfigures.h"

namespace Core {

/// Reports as they are kept in the store's settings under replayReportsName(), the newest
/// first, each with what it was asked with.
QString replayReportsName();
QString replayReportsToJson(const QList<ReplayReport> &reports);
/// BadInput where the text is none of ours; an empty text is no reports.
Result<QList<ReplayReport>> replayReportsFromJson(const QString &json);

/// The reports with a new one in front; only so many are kept.
QList<ReplayReport> withReport(const QList<ReplayReport> &reports, const ReplayReport &report);

} // namespace Core
