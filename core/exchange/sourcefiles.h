#pragma once

#include "core/exchange/importer.h"

#include <QByteArray>

#include <functional>

namespace Core {

/// One file of a source: itself, or one in a folder or an archive.
struct SourceFile
{
    QString name; ///< for reports; never used as a path
    QByteArray bytes;
};

/// What errors and reports call a source: "standard input" for "-".
QString sourceLabel(const QString &path);

/// Hands out the files of `path` that may hold JSON, in the order of their names: the file, the
/// files of a folder, or the entries of a zip archive and of archives in it. "-" is standard
/// input. `take` answers whether to go on. What cannot be read is added to `leftOut`, as is
/// an archive that is a bomb by its number of entries, its sizes or its ratio.
Result<> eachSourceFile(const QString &path, QList<LeftOut> &leftOut,
                        const std::function<bool(const SourceFile &)> &take);

/// The same for bytes that are in memory already.
Result<> eachSourceFile(const SourceFile &source, QList<LeftOut> &leftOut,
                        const std::function<bool(const SourceFile &)> &take);

} // namespace Core
