#include "core/session/turn.h"

#include "core/context/summaryfirst.h"
#include "core/practice/practicemodels.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QString firstOf(const QString &own, const QString &standard, const QString &last)
{
    if (!own.isEmpty())
        return own;
    return standard.isEmpty() ? last : standard;
}

/// Those of the settings; none where their provider is not there any more.
SummaryModel summariserIn(const Settings &settings, const Provider &provider)
{
    if (settings.summaryModel.isEmpty())
        return {};
    if (settings.summaryProvider == provider.name)
        return {provider, settings.summaryModel};
    for (const Provider &each : settings.providers) {
        if (each.name == settings.summaryProvider)
            return {each, settings.summaryModel};
    }
    return {};
}

} // namespace

Turn turnFor(const Settings &settings, const Conversation &conversation, const Provider &provider,
             const QString &text)
{
    // A model that was chosen for one provider means nothing to another.
    const bool ownProvider = conversation.provider == provider.name;
    const bool standardProvider = settings.provider == provider.name;
    return {.conversationId = conversation.id,
            .text = text,
            .author = settings.userName,
            .provider = provider,
            .model = firstOf(ownProvider ? conversation.model : QString(),
                             standardProvider ? settings.model : QString(), provider.model),
            .strategy = firstOf(conversation.strategy, settings.strategy, u"full"_s),
            .budgetTokens = settings.budgetTokens,
            .replyReserve = settings.replyReserve,
            .temperature = settings.temperature,
            .maxTokens = settings.maxTokens,
            .summariser = summariserIn(settings, provider)};
}

std::optional<SummaryModel> summariserOf(const Turn &turn)
{
    const QString option = summarisedByOption().name;
    if (turn.strategy != "summary"_L1)
        return std::nullopt;
    const SummaryModel model = turn.options.contains(option)
        ? SummaryModel{turn.provider, turn.options.value(option).toString()}
        : turn.summariser;
    return model.model.isEmpty() ? std::nullopt : std::optional(model);
}

Provider practiceProvider(const QUrl &url)
{
    return {.name = u"practice"_s,
            .preset = u"practice"_s,
            .baseUrl = url,
            .model = u"practice"_s,
            .needsKey = false};
}

QStringList modelsOf(const Provider &provider, const PriceList &prices)
{
    QStringList models;
    if (!provider.model.isEmpty())
        models += provider.model;
    if (provider.preset == "practice"_L1)
        for (const PracticeModel &model : practiceModels())
            if (model.window > 0)
                models += model.id;
    for (const PriceRow &row : prices.rows())
        if (row.provider == provider.preset && !row.model.endsWith(u'*'))
            models += row.model;
    models.removeDuplicates();
    return models;
}

Result<Provider> providerByName(const Settings &settings, const QString &name,
                                const QUrl &practiceUrl)
{
    if (name == "practice"_L1)
        return practiceProvider(practiceUrl);
    QStringList known{u"practice"_s};
    for (const Provider &provider : settings.providers) {
        if (provider.name == name)
            return provider;
        known += provider.name;
    }
    return Error{.kind = Error::Kind::NotFound,
                 .detail = known.join(u", "_s),
                 .where = u"provider \"%1\""_s.arg(name)};
}

} // namespace Core
