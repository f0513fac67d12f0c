#pragma once

#include "core/base/result.h"
#include "core/chat/bundle.h"
#include "core/exchange/json.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

namespace Core {

class SourceIds;

/// Something of a file that was not taken over. Both texts are untranslated.
struct LeftOut
{
    QString where; ///< "export.zip: conversations.json, conversation 3, message 7"
    QString reason;

    friend bool operator==(const LeftOut &, const LeftOut &) = default;
};

/// What an importer needs besides the text: who gives out ids, and where to say what is left
/// out (`where` within the conversation; the caller adds the rest).
struct ImportDesk
{
    SourceIds &ids;
    int number = 0; ///< of the conversation in its source, from 1
    QList<LeftOut> leftOut;
};

/// One format of conversations. Tells its own from others by their content and reads one
/// conversation at a time; what is common to all formats (archives, lists, lines, damage) is
/// in core/exchange/sourcereader.h. Stateless.
class Importer
{
public:
    virtual ~Importer() = default;

    virtual QLatin1StringView format() const = 0; ///< "chatgpt"

    /// Whether `conversation` is one of this format. Cheap; only looks at the shape.
    virtual bool recognises(const JsonValue &conversation) const = 0;

    /// Only for what it recognises. An error leaves out the conversation.
    virtual Result<Bundle> read(const JsonValue &conversation, ImportDesk &desk) const = 0;
};

/// All importers, in the order in which they are to be asked.
const QList<const Importer *> &importers();

} // namespace Core
