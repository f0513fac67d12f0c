#pragma once

#include "core/exchange/importer.h"

#include <QJsonArray>

/// [{"where", "reason"}, …]
QJsonArray leftOutJson(const QList<Core::LeftOut> &leftOut);

/// A line for each thing that was left out, with a heading; empty where there is none.
QString leftOutWords(const QList<Core::LeftOut> &leftOut);
