#pragma once

#include "core/exchange/importer.h"
#include "core/exchange/sourceids.h"

#include <functional>

namespace Core {

struct ReadOptions
{
    QString format; ///< one of importFormats(); empty or "auto": each conversation's content tells
    IdRule ids = IdRule::Stable;
    /// Called now and then with the bytes read so far of the current file and its size; false
    /// stops reading with Error::Kind::Cancelled.
    std::function<bool(qint64 done, qint64 total)> goOn = {};
};

/// What was read. `numbers` has for each bundle its place in the source, from 1; in JSON lines
/// that is the line. Places of conversations that were left out are not used again.
struct Reading
{
    QList<Bundle> bundles;
    QList<int> numbers;
    QList<LeftOut> leftOut;
};

/// "auto" and the formats that can be read.
QStringList importFormats();

/// Reads all conversations of a file, folder or archive, each by itself: one that is damaged
/// costs only itself and is listed in Reading::leftOut. An error when the source cannot be
/// read at all, or nothing in it is of a known format.
Result<Reading> readSource(const QString &path, const ReadOptions &options = {});

/// The same one by one, for sources too large to be kept: `take` answers whether to go on.
/// The result is what was left out.
using TakeConversation = std::function<bool(Bundle bundle, int number)>;
Result<QList<LeftOut>> readSource(const QString &path, const ReadOptions &options,
                                  const TakeConversation &take);

/// The same of bytes that are in memory already; `name` is for the report.
Result<Reading> readSourceBytes(const QString &name, const QByteArray &bytes,
                                const ReadOptions &options = {});

/// One conversation of a source: "FILE#N" is the N-th, from 1; "FILE" will do where there is
/// only one.
Result<Bundle> readConversation(const QString &source, const ReadOptions &options = {});

/// The same of what was read already; `number` 0 stands for the only one.
Result<Bundle> conversationIn(const Reading &reading, int number);

/// "FILE#N" in its parts. A file that really has such a name is meant as a whole.
struct SourceName
{
    QString path;
    int number = 0; ///< 0: none was named
};
SourceName sourceNameOf(const QString &source);

} // namespace Core
