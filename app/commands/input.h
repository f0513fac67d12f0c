#pragma once

#include "core/base/result.h"

#include <QFile>

/// Opens what a verb reads: the file of that name, or standard input for "-".
Core::Result<> openInput(QFile &file);
