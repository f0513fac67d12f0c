#pragma once

#include "core/net/health.h"
#include "core/session/providertest.h"

#include <QJsonObject>
#include <QStringList>

// What the verb "providers" prints of health and tests.

QJsonObject healthJson(const Core::ProviderHealth &health);
QStringList healthRow(const Core::ProviderHealth &health);

QJsonObject reportJson(const Core::TestReport &report);
void printReport(const Core::TestReport &report);
