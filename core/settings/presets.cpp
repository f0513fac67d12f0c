#include "core/settings/presets.h"

#include <algorithm>

namespace Core {

using namespace Qt::Literals::StringLiterals;

const QList<ProviderPreset> &providerPresets()
{
    static const QList<ProviderPreset> presets{
        {u"openai"_s, u"OpenAI"_s, QUrl(u"https://api.openai.com/v1"_s), u"gpt-4.1-mini"_s},
        {u"holysheep"_s, u"HolySheep"_s, QUrl(u"https://api.holysheep.ai/v1"_s), u"gpt-4.1-mini"_s},
        {u"deepseek"_s, u"DeepSeek"_s, QUrl(u"https://api.deepseek.com/v1"_s), u"deepseek-chat"_s},
        {u"anthropic"_s, u"Anthropic"_s, QUrl(u"https://api.anthropic.com/v1"_s),
         u"claude-haiku-4-5"_s},
        {u"gemini"_s, u"Gemini"_s,
         QUrl(u"https://generativelanguage.googleapis.com/v1beta/openai"_s), u"gemini-2.5-flash"_s},
        {u"openrouter"_s, u"OpenRouter"_s, QUrl(u"https://openrouter.ai/api/v1"_s),
         u"openai/gpt-4.1-mini"_s},
        {u"groq"_s, u"Groq"_s, QUrl(u"https://api.groq.com/openai/v1"_s),
         u"llama-3.3-70b-versatile"_s},
        {u"mistral"_s, u"Mistral"_s, QUrl(u"https://api.mistral.ai/v1"_s),
         u"mistral-small-latest"_s},
        {u"azure"_s, u"Azure OpenAI"_s, QUrl(u"https://example.openai.azure.com/openai/v1"_s), {}},
        {u"ollama"_s, u"Ollama"_s, QUrl(u"http://localhost:11434/v1"_s), {}, false},
        {u"llamacpp"_s, u"llama.cpp"_s, QUrl(u"http://localhost:8080/v1"_s), {}, false},
        {u"lmstudio"_s, u"LM Studio"_s, QUrl(u"http://localhost:1234/v1"_s), {}, false},
        {u"vllm"_s, u"vLLM"_s, QUrl(u"http://localhost:8000/v1"_s), {}, false},
    };
    return presets;
}

const ProviderPreset *findPreset(QStringView id)
{
    const QList<ProviderPreset> &all = providerPresets();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [id](const ProviderPreset &each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

Provider fromPreset(const ProviderPreset &preset)
{
    return {.name = preset.name,
            .preset = preset.id,
            .baseUrl = preset.baseUrl,
            .model = preset.model,
            .needsKey = preset.needsKey};
}

} // namespace Core
