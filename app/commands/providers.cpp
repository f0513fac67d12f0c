#include "app/commands/output.h"
#include "app/commands/providerreport.h"
#include "app/commands/providerset.h"
#include "app/commands/providertesting.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/net/networkrules.h"
#include "core/practice/practiceprovider.h"
#include "core/session/canarykeeper.h"
#include "core/session/healthkeeper.h"
#include "core/session/routing.h"
#include "core/settings/presets.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

QString placeName(Core::KeyVault::Place place)
{
    switch (place) {
    case Core::KeyVault::Place::None:
        return u"none"_s;
    case Core::KeyVault::Place::Environment:
        return u"environment"_s;
    case Core::KeyVault::Place::Keychain:
        return u"keychain"_s;
    case Core::KeyVault::Place::ThisRun:
        return u"this run"_s;
    }
    Q_UNREACHABLE();
}

/// The providers' rows, as "list" and "weights" both print them.
void printProviders(const Invocation &call, const ProviderSet &set)
{
    const Core::Router router = Core::routerOf(set.settings);
    QJsonArray json;
    QList<QStringList> rows;
    for (const Core::Provider &provider : set.settings.providers) {
        const double share = router.share(provider.name);
        const QString key = placeName(set.vault.place(provider.name));
        json.append(QJsonObject{{u"provider"_s, provider.name},
                                {u"base_url"_s, Core::shownUrl(provider.baseUrl)},
                                {u"model"_s, provider.model},
                                {u"preset"_s, provider.preset},
                                {u"needs_key"_s, provider.needsKey},
                                {u"key"_s, key},
                                {u"weight"_s, provider.weight},
                                {u"share"_s, share},
                                {u"control"_s, provider.name == router.control()}});
        rows.append({provider.name, Core::shownUrl(provider.baseUrl), provider.model,
                     provider.needsKey ? key : u"not needed"_s, QString::number(provider.weight),
                     QString::number(100 * share, 'f', 2) + u"%"_s});
    }
    if (call.json())
        printJson({{u"rows"_s, json}});
    else
        print(table({u"Provider"_s, u"Address"_s, u"Model"_s, u"Key"_s, u"Weight"_s, u"Share"_s},
                    rows, {4, 5})
                  .toUtf8());
}

Exit list(Invocation &call, ProviderSet &set)
{
    printProviders(call, set);
    return Exit::Done;
}

/// A single word is a name that was put in the wrong place rather than a host.
bool isAddress(const QString &typed)
{
    const QUrl url = Core::baseUrlFrom(typed);
    return typed.contains("://"_L1) || url.host().contains(u'.') || Core::isLoopback(url);
}

std::optional<Core::Provider> providerFrom(const Invocation &call, const QString &name)
{
    Core::Provider provider{.name = name};
    const QString presetId = call.value(u"preset"_s);
    if (const Core::ProviderPreset *preset = Core::findPreset(presetId)) {
        provider = Core::fromPreset(*preset);
        provider.name = name;
    } else if (!presetId.isEmpty()) {
        QStringList known;
        for (const Core::ProviderPreset &each : Core::providerPresets())
            known += each.id;
        call.usageError(noSuch(u"preset"_s, presetId, known));
        return std::nullopt;
    }
    if (call.isSet(u"base-url"_s)) {
        if (!isAddress(call.value(u"base-url"_s))) {
            call.usageError(u"--base-url takes an address such as https://api.example.com/v1, not "
                            "\"%1\""_s.arg(call.value(u"base-url"_s)));
            return std::nullopt;
        }
        provider.baseUrl = Core::baseUrlFrom(call.value(u"base-url"_s));
        if (presetId.isEmpty())
            provider.needsKey = call.isSet(u"key-env"_s) || !Core::isLoopback(provider.baseUrl);
    }
    provider.model = call.value(u"model"_s, provider.model);
    if (const auto url = Core::endpoint(provider.baseUrl, u"models"); !url) {
        call.usageError(u"--base-url: %1"_s.arg(url.error().detail));
        return std::nullopt;
    }
    return provider;
}

/// Where there is no keychain the variable's name is remembered, and its value never stored.
Exit takeKey(Invocation &call, ProviderSet &set, Core::Provider &provider)
{
    const QString variable = call.value(u"key-env"_s);
    if (variable.isEmpty())
        return Exit::Done;
    const QByteArray key = qgetenv(variable.toLocal8Bit().constData());
    if (key.isEmpty())
        return call.usageError(u"--key-env: the variable %1 is not set"_s.arg(variable));
    const auto kept = waitFor(set.vault.setKey(provider.name, key));
    if (!kept)
        return call.failed(kept.error());
    if (*kept != Core::KeyVault::Place::Keychain)
        provider.keyVariable = variable;
    return Exit::Done;
}

Exit add(Invocation &call, ProviderSet &set)
{
    const QStringList words = call.positional().mid(1);
    if (words.size() != 1 || words.first().trimmed().isEmpty())
        return call.usageError(u"add takes one NAME"_s);
    if (!call.isSet(u"base-url"_s) && !call.isSet(u"preset"_s))
        return call.usageError(u"add needs --base-url, or --preset"_s);
    const QString name = words.first().trimmed();
    if (name == "practice"_L1 || set.find(name))
        return call.usageError(u"there is a provider \"%1\" already"_s.arg(name));
    auto provider = providerFrom(call, name);
    if (!provider)
        return Exit::Usage;
    if (const Exit ended = takeKey(call, set, *provider); ended != Exit::Done)
        return ended;
    set.settings.providers.append(*provider);
    if (const auto saved = set.save(); !saved)
        return call.failed(saved.error());
    printProviders(call, set);
    return Exit::Done;
}

std::optional<double> weightFrom(const QString &text)
{
    bool isNumber = false;
    const double weight = text.toDouble(&isNumber);
    return isNumber && std::isfinite(weight) && weight >= 0 ? std::optional(weight) : std::nullopt;
}

/// All or none of them is taken.
Exit weights(Invocation &call, ProviderSet &set)
{
    for (const QString &word : call.positional().mid(1)) {
        const QString name = word.section(u'=', 0, -2);
        Core::Provider *provider = set.find(name);
        if (!word.contains(u'='))
            return call.usageError(u"a weight is written NAME=W, not \"%1\""_s.arg(word));
        if (!provider && name == "practice"_L1)
            return call.usageError(
                u"practice has no weight: it is asked where it is named, or where no provider has "
                "one"_s);
        if (!provider)
            return call.usageError(set.settings.providers.isEmpty()
                                       ? u"no provider is set up; skein providers add NAME does"_s
                                       : noSuch(u"provider"_s, name, set.names()));
        const auto weight = weightFrom(word.section(u'=', -1));
        if (!weight)
            return call.usageError(
                u"a weight is a number from 0 on, not \"%1\""_s.arg(word.section(u'=', -1)));
        provider->weight = *weight;
    }
    if (call.positional().size() > 1) {
        if (const auto saved = set.save(); !saved)
            return call.failed(saved.error());
    }
    printProviders(call, set);
    return Exit::Done;
}

struct HealthRows
{
    QJsonArray json;
    QList<QStringList> cells;
};

HealthRows healthRows(const Core::HealthBook &book)
{
    HealthRows rows;
    for (const Core::ProviderHealth &provider : book.report()) {
        QJsonObject row = healthJson(provider);
        QJsonArray models;
        rows.cells.append(healthRow(provider));
        for (const Core::ProviderHealth &model : book.models()) {
            if (model.provider != provider.provider)
                continue;
            QJsonObject each = healthJson(model);
            each[u"model"_s] = model.model;
            models.append(each);
            rows.cells.append(healthRow(model));
        }
        row[u"models"_s] = models;
        rows.json.append(row);
    }
    return rows;
}

Exit health(Invocation &call, ProviderSet &)
{
    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    const auto book = waitFor(Core::HealthKeeper::stored(*store));
    const auto kept = waitFor(Core::CanaryKeeper::stored(*store));
    if (!book || !kept)
        return call.failed(book ? kept.error() : book.error());
    const HealthRows rows = healthRows(Core::HealthBook::fromJson(book->toUtf8()));
    const Core::Canary canary = Core::Canary::fromJson(kept->toUtf8());
    if (call.json()) {
        printJson({{u"rows"_s, rows.json}, {u"canary"_s, canaryJson(canary)}});
        return Exit::Done;
    }
    print(table({u"Provider"_s, u"Model"_s, u"Requests"_s, u"Errors"_s, u"Average ms"_s, u"p50"_s,
                 u"p95"_s, u"p99"_s, u"n"_s},
                rows.cells, {2, 4, 5, 6, 7, 8})
              .toUtf8());
    printCanary(canary);
    return Exit::Done;
}

/// Nobody is there to test: that is no failure, but it is said.
Exit testNone(const Invocation &call)
{
    Invocation::note(u"no provider is set up: skein providers add NAME adds one, and skein "
                     "providers test practice tries the one that is built in"_s);
    if (call.json())
        printJson({{u"rows"_s, QJsonArray()}});
    return Exit::Done;
}

Exit test(Invocation &call, ProviderSet &set)
{
    const QStringList named = call.positional().mid(1);
    const QStringList names = named.isEmpty() ? set.names() : named;
    if (names.isEmpty())
        return testNone(call);
    const QStringList known = QStringList{u"practice"_s} + set.names();
    for (const QString &name : names) {
        if (!known.contains(name))
            return call.usageError(noSuch(u"provider"_s, name, known));
    }
    OpenedStore store;
    if (const auto ended = store.open(call, OpenedStore::Missing::Make))
        return *ended;
    const Core::SystemClock clock;
    Core::PracticeProvider practice(clock, {});
    QUrl practiceUrl;
    ProviderTesting testing(set);
    QJsonArray json;
    bool isGood = true;
    for (const QString &name : names) {
        if (name == "practice"_L1 && practiceUrl.isEmpty()) {
            const auto url = practice.start();
            if (!url)
                return call.failed(url.error());
            practiceUrl = *url;
        }
        const auto provider = Core::providerByName(set.settings, name, practiceUrl);
        if (!provider)
            return call.failed(provider.error());
        const auto report = testing.test(*provider, store);
        if (!report)
            return call.failed(report.error());
        isGood = isGood && report->isGood();
        json.append(reportJson(*report));
        if (!call.json())
            printReport(*report);
    }
    if (call.json())
        printJson({{u"rows"_s, json}});
    if (const auto saved = set.save(); !saved)
        return call.failed(saved.error());
    return isGood ? Exit::Done : Exit::Failed;
}

Exit run(Invocation &call)
{
    const QList<std::pair<QString, Exit (*)(Invocation &, ProviderSet &)>> actions{
        {u"list"_s, list},
        {u"add"_s, add},
        {u"test"_s, test},
        {u"health"_s, health},
        {u"weights"_s, weights}};
    const QString word = call.positional().value(0, u"list"_s);
    ProviderSet set(call.configFolder());
    QStringList names;
    for (const auto &[name, action] : actions) {
        names += name;
        if (name != word)
            continue;
        const bool takesNone = word == "list"_L1 || word == "health"_L1;
        if (takesNone && call.positional().size() > 1)
            return call.usageError(
                u"\"%1\" is more than %2 takes"_s.arg(call.positional()[1].left(200), word));
        if (const auto loaded = set.load(); !loaded)
            return call.failed(loaded.error());
        return action(call, set);
    }
    return call.usageError(noSuch(u"action"_s, word, names));
}

} // namespace

Verb providersVerb()
{
    return {.name = u"providers"_s,
            .arguments = u"[list | add NAME | test [NAME…] | health | weights [NAME=W…]]"_s,
            .most = anyNumber,
            .summary = u"Providers: list and add them, test them, their health, their weights."_s,
            .example = u"skein providers add local --base-url http://localhost:11434/v1"_s,
            .options = {{u"base-url"_s, u"URL"_s, u"add: the address, up to the version."_s},
                        {u"preset"_s, u"P"_s, u"add: begin with a known provider's entries."_s},
                        {u"model"_s, u"M"_s, u"add: the model that is asked."_s},
                        {u"key-env"_s, u"VAR"_s,
                         u"add: the variable that holds the key; several keys with commas."_s}},
            .run = run};
}
