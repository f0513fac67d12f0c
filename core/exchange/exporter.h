#pragma once

#include "core/chat/bundle.h"

#include <QByteArray>

namespace Core {

/// One format to write conversations in. Takes them one by one, so that no more than one is in
/// memory; the caller writes the parts down in order: begin, all conversations, end. Writes
/// only fields that are named in it, and no known secret (core/base/redact.h).
class Exporter
{
public:
    virtual ~Exporter() = default;

    virtual QByteArray begin() { return {}; }
    virtual QByteArray conversation(const Bundle &bundle) = 0;
    virtual QByteArray end() { return {}; }
};

} // namespace Core
