#pragma once

#include "core/base/result.h"
#include "core/session/experiment.h"

/// Writes an experiment, or an Error and no half file.
namespace ExperimentExport {

enum class Format { Csv, Markdown, Png, Pdf };

Core::Result<void> write(const QString &path, Format format, const Core::Experiment &experiment,
                         const QStringList &commands);

/// A table that GitHub and others read; nothing in it is taken for markup.
QString markdown(const Core::Experiment &experiment, const QStringList &commands);

} // namespace ExperimentExport
