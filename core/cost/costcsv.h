#pragma once

#include "core/cost/costreport.h"

#include <QByteArray>
#include <QHash>

namespace Core {

/// The report as CSV (RFC 4180, UTF-8): period and zone in every row, one row a key and a last
/// one "total". Money has twelve places. A field that a spreadsheet would take for a formula
/// has an apostrophe in front. `names` gives titles for keys, as of conversations.
QByteArray toCsv(const CostReport &report, const QHash<QString, QString> &names = {});

/// One field: quoted where it must be, and no formula.
QString csvField(const QString &text);

} // namespace Core
