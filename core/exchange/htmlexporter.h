#pragma once

#include "core/exchange/exporter.h"

namespace Core {

/// The active branches as one page that stands alone: no script, nothing fetched (a content
/// security policy forbids both), light or dark as the reader's system is.
class HtmlExporter final : public Exporter
{
public:
    QByteArray begin() override;
    QByteArray conversation(const Bundle &bundle) override;
    QByteArray end() override;
};

} // namespace Core
