#pragma once

#include "core/exchange/exporter.h"

#include <QString>

namespace Core {

/// A table for spreadsheets (RFC 4180): a row for each message of all branches, or for each
/// charge. A text that a spreadsheet would take for a formula gets a ' in front.
class CsvExporter final : public Exporter
{
public:
    enum class Rows { Messages, Charges };

    explicit CsvExporter(Rows rows = Rows::Messages)
        : m_rows(rows)
    {
    }

    QByteArray begin() override;
    QByteArray conversation(const Bundle &bundle) override;

private:
    Rows m_rows;
};

/// A text as a cell of a CSV file, harmless and quoted where it has to be.
QString csvCell(const QString &text);

} // namespace Core
