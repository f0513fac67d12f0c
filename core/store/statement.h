#pragma once

#include "core/base/result.h"
#include "core/store/quickrow.h"

#include <QByteArray>
#include <QDateTime>
#include <QVariantList>

#include <optional>

namespace Core {

/// A statement that a connection has prepared, and the row at which its last run stands. Belongs
/// to the connection; what it hands out as a view is good until the next row.
class Statement : public QuickRow
{
public:
    /// How many rows are expected: many come one by one, so that they need not fit into memory.
    enum class Rows { Few, Many };

    /// The values are those of the engine. Stands before the first row.
    virtual Result<void> run(const QVariantList &values, Rows rows) = 0;
    /// False behind the last row and after an error, which end() tells.
    virtual bool next() = 0;
    /// Lets go of the rows.
    virtual Result<void> end() = 0;

    virtual int changedRows() const = 0;
    virtual qint64 insertedRow() const = 0; ///< of the last INSERT that changed one

    virtual QByteArray blob(int column) const = 0;
    virtual QDateTime time(int column) const = 0; ///< UTC; invalid where there is none
    virtual QVariant value(int column) const = 0;
};

} // namespace Core
