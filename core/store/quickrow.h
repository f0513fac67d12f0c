#pragma once

#include <QByteArrayView>
#include <QString>

#include <functional>

namespace Core {

/// A row as the engine has it. Where a hundred thousand rows are read, making a QVariant of each
/// cell would take longer than all the rest. Times are milliseconds since 1970.
class QuickRow
{
public:
    virtual ~QuickRow() = default;

    virtual QByteArrayView bytes(int column) const = 0; ///< good until the next row
    virtual QString text(int column) const = 0;
    virtual qint64 number(int column) const = 0;
    virtual bool isNull(int column) const = 0;
};

using TakeRow = std::function<void(const QuickRow &)>;

} // namespace Core
