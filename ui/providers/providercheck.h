#pragma once

#include "core/base/error.h"
#include "core/chat/provider.h"
#include "core/net/health.h"
#include "core/session/providertest.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What a test of a provider has found.
struct ProviderCheck
{
    enum class State { NotTested, Running, Passed, Failed };

    State state = State::NotTested;
    QStringList models; ///< Passed: what it offers
    qint64 milliseconds = -1; ///< Passed: how long the answer took
    Core::Error error; ///< Failed
    QList<Core::TestStep> steps; ///< what each of them found
};

/// The check in words: whether it worked, whether the model is among those offered, what to do.
/// Before the first one, how requests went so far.
QString checkText(const ProviderCheck &check, const Core::Provider &provider,
                  const Core::ProviderHealth &health = {});

/// The steps of the check, a line each; empty where there were none.
QString stepsText(const ProviderCheck &check);

/// Why these entries cannot be saved; empty where they can. `taken`: names of other providers.
QString problemWith(const Core::Provider &provider, const QStringList &taken);

/// Why this cannot be a key, or several with commas between; empty where it can.
QString problemWithKey(const QByteArray &key);
