#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace Core {

/// A question about a conversation and the messages that hold the answer. A plain value.
struct Probe
{
    QString source; ///< "FILE#N" or a conversation's id
    QString question;
    QStringList evidence; ///< message ids
    QString tag;

    friend bool operator==(const Probe &, const Probe &) = default;
};

/// Reads JSON lines of {"source", "question", "evidence", "tag"?}. BadInput names the line.
Result<QList<Probe>> probesFromJson(const QByteArray &lines);

/// One line for each, as probesFromJson() reads them.
QByteArray probesToJson(const QList<Probe> &probes);

} // namespace Core
