#include "core/exchange/chatgptimporter.h"
#include "core/exchange/openaiimporter.h"
#include "core/exchange/skeinimporter.h"

namespace Core {

const QList<const Importer *> &importers()
{
    static const SkeinImporter skein;
    static const ChatGptImporter chatGpt;
    static const OpenAiImporter openAi;
    static const QList<const Importer *> all{&skein, &chatGpt, &openAi};
    return all;
}

} // namespace Core
