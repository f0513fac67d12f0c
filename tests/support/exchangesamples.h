#pragma once

#include "core/exchange/sourcereader.h"

/// What is read of the file `name` below tests/data/exchange, with the ids of the file.
inline Core::Reading readSample(const QString &name, Core::IdRule ids = Core::IdRule::KeepSource)
{
    const Core::Result<Core::Reading> reading =
        Core::readSource(QStringLiteral(TEST_DATA "/exchange/") + name, {.ids = ids});
    return reading ? *reading : Core::Reading{};
}
