#pragma once

#include "core/base/result.h"
#include "core/store/readyrow.h"

#include <QString>

namespace Core {

/// Runs statements that change rows and answer with none. Where a million rows are written, what
/// Qt's driver does with each value would take longer than all the rest. Belongs to a connection.
class RowWriter
{
public:
    struct Done
    {
        int rows = 0; ///< that were changed
        qint64 lastRow = 0; ///< the newest that was inserted
    };

    virtual ~RowWriter() = default;

    virtual Result<Done> run(const QString &sql, const PackedRow &row) = 0;
};

} // namespace Core
