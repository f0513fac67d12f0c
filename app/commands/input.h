#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

/// Opens what a verb reads: the file of that name, or standard input for "-".
Core::Result<> openInput(QFile &file);

/// All of it, in UTF-8; where it is not, the error names the first byte that cannot be read.
Core::Result<QByteArray> readText(const QString &name);
