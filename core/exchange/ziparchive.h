#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <memory>

struct zip;

namespace Core {

/// A zip archive in memory that trusts nothing the archive says about itself: at most 10,000
/// entries, none of more than a hundred times its packed size (small ones excepted), and no
/// more in all than the reader allows. Names are only names.
class ZipArchive
{
public:
    /// Keeps `bytes`.
    static Result<ZipArchive> open(const QByteArray &bytes);

    QStringList names() const { return m_entries.keys(); } ///< of files; no folders
    Result<QByteArray> beginning(const QString &name); ///< the first bytes
    /// Takes what it unpacks off the `budget`; BadInput when it does not suffice.
    Result<QByteArray> read(const QString &name, qint64 &budget);

private:
    struct Close
    {
        void operator()(zip *archive) const;
    };

    ZipArchive() = default;
    Result<QByteArray> unpacked(qint64 index, qint64 size);

    QByteArray m_bytes; // before the archive that reads from it, so that it outlives it
    std::unique_ptr<zip, Close> m_archive;
    QHash<QString, qint64> m_entries; ///< index by name
};

} // namespace Core
