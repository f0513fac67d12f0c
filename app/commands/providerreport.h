#pragma once

#include "core/net/canary.h"
#include "core/net/health.h"
#include "core/session/providertest.h"

#include <QJsonObject>
#include <QStringList>

// What the verb "providers" prints of health and tests.

QJsonObject healthJson(const Core::ProviderHealth &health);
QStringList healthRow(const Core::ProviderHealth &health);

QJsonValue canaryJson(const Core::Canary &canary); ///< null where there is none
void printCanary(const Core::Canary &canary);

QJsonObject reportJson(const Core::TestReport &report);
void printReport(const Core::TestReport &report);
