#pragma once

#include "core/exchange/exporter.h"

namespace Core {

/// Our own format: everything there is, so that reading it gives back the same. One JSON
/// document with a conversation on each line, or JSON lines of the same conversations.
class SkeinExporter final : public Exporter
{
public:
    enum class Layout { Document, Lines };
    static constexpr int version = 1;

    explicit SkeinExporter(Layout layout = Layout::Document)
        : m_layout(layout)
    {
    }

    QByteArray begin() override;
    QByteArray conversation(const Bundle &bundle) override;
    QByteArray end() override;

private:
    Layout m_layout;
    bool m_isFirst = true;
};

} // namespace Core
