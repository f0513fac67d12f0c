#pragma once

#include "core/base/result.h"
#include "ui/cost/costsheet.h"

#include <QString>

class QWidget;

/// Writes what the page of costs shows, or an Error and no half file.
namespace CostExport {

Core::Result<void> csv(const QString &path, const Core::CostFigures &figures);

/// A picture of `page` as it looks, at twice its size.
Core::Result<void> png(const QString &path, QWidget &page);

/// Sheets of A4; see CostSheet.
Core::Result<void> pdf(const QString &path, const CostSheet::Content &content);

} // namespace CostExport
