#pragma once

#include "core/exchange/exporter.h"

namespace Core {

/// The active branch for reading: a heading for each message. A block of code that a message
/// leaves open is closed, so that it cannot swallow what follows.
class MarkdownExporter final : public Exporter
{
public:
    QByteArray conversation(const Bundle &bundle) override;

private:
    bool m_isFirst = true;
};

} // namespace Core
