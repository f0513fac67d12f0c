#include "core/exchange/chatgptimporter.h"
#include "core/exchange/claudeimporter.h"
#include "core/exchange/librechatimporter.h"
#include "core/exchange/openaiimporter.h"
#include "core/exchange/openwebuiimporter.h"
#include "core/exchange/sharegptimporter.h"
#include "core/exchange/skeinimporter.h"

namespace Core {

const QList<const Importer *> &importers()
{
    static const SkeinImporter skein;
    static const ChatGptImporter chatGpt;
    static const ClaudeImporter claude;
    static const OpenWebUiImporter openWebUi;
    static const LibreChatImporter libreChat;
    static const OpenAiImporter openAi;
    static const ShareGptImporter shareGpt;
    static const QList<const Importer *> all{&skein,     &chatGpt, &claude,  &openWebUi,
                                             &libreChat, &openAi,  &shareGpt};
    return all;
}

} // namespace Core
