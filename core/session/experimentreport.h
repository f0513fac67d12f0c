#pragma once

#include "core/session/experiment.h"

namespace Core {

/// The results as CSV (RFC 4180, UTF-8), a row a card, with all parameters in every row. Money
/// has twelve places; what is not known is empty. No field is a formula.
QByteArray experimentCsv(const Experiment &experiment);

/// The same experiment for scripts: lines for a shell. Cards that share budget and options
/// share a line; `probesFile` is where the probes were written, empty where there are none.
QStringList experimentCommands(const Experiment &experiment, const QString &probesFile);

/// One word of a shell's command line, quoted where it must be.
QString shellWord(const QString &word);

} // namespace Core
