#include "ui/providers/presets.h"

using namespace Qt::Literals::StringLiterals;

const QList<ProviderPreset> &providerPresets()
{
    static const QList<ProviderPreset> presets{
        {u"openai"_s, u"OpenAI"_s, QUrl(u"https://api.openai.com/v1"_s), u"gpt-4.1-mini"_s},
        {u"openrouter"_s, u"OpenRouter"_s, QUrl(u"https://openrouter.ai/api/v1"_s),
         u"openai/gpt-4.1-mini"_s},
        {u"deepseek"_s, u"DeepSeek"_s, QUrl(u"https://api.deepseek.com/v1"_s), u"deepseek-chat"_s},
        {u"mistral"_s, u"Mistral"_s, QUrl(u"https://api.mistral.ai/v1"_s),
         u"mistral-small-latest"_s},
        {u"groq"_s, u"Groq"_s, QUrl(u"https://api.groq.com/openai/v1"_s),
         u"llama-3.3-70b-versatile"_s},
        {u"ollama"_s, u"Ollama"_s, QUrl(u"http://localhost:11434/v1"_s), {}, false},
        {u"llamacpp"_s, u"llama.cpp"_s, QUrl(u"http://localhost:8080/v1"_s), {}, false},
        {u"lmstudio"_s, u"LM Studio"_s, QUrl(u"http://localhost:1234/v1"_s), {}, false},
        {u"vllm"_s, u"vLLM"_s, QUrl(u"http://localhost:8000/v1"_s), {}, false},
    };
    return presets;
}
