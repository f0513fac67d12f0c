#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/net/networkrules.h"
#include "core/settings/keyvault.h"
#include "core/settings/settings.h"
#include "core/tokens/vocabularydata.h"
#include "ui/base/errortext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

QString stateOf(const Core::StoreFinding &finding)
{
    if (finding.mended)
        return u"mended"_s;
    return finding.isProblem ? u"problem"_s : u"ok"_s;
}

Core::StoreFinding looked(const Core::Provider &provider)
{
    const auto address = Core::endpoint(provider.baseUrl, u"models");
    if (!address)
        return {.what = u"provider %1: %2"_s.arg(provider.name, errorText(address.error())),
                .isProblem = true};
    return {.what = u"provider %1: %2"_s.arg(provider.name, Core::shownUrl(provider.baseUrl))};
}

Core::StoreFinding lookedForKey(Core::KeyVault &vault, const Core::Provider &provider)
{
    using Place = Core::KeyVault::Place;
    const QString what = u"key of %1: %2"_s.arg(provider.name);
    switch (vault.place(provider.name)) {
    case Place::None:
        return {.what = what.arg(u"there is none"_s), .isProblem = provider.needsKey};
    case Place::Environment:
        return {.what = what.arg(u"from the environment"_s)};
    case Place::ThisRun:
        return {.what = what.arg(u"for this run only"_s)};
    case Place::Keychain:
        break;
    }
    const auto key = waitFor(vault.key(provider.name));
    if (!key)
        return {.what = what.arg(errorText(key.error())), .isProblem = true};
    return {.what =
                what.arg(key->isEmpty() ? u"no longer in the keychain"_s : u"in the keychain"_s),
            .isProblem = key->isEmpty()};
}

/// What is set up on this machine: settings, providers, keys. No request is made.
QList<Core::StoreFinding> lookedAtSettings(const Invocation &call)
{
    const auto settings = Core::loadSettings(call.configFolder());
    if (!settings)
        return {{.what = u"settings: %1"_s.arg(errorText(settings.error())), .isProblem = true}};
    QList<Core::StoreFinding> findings{
        {.what = u"settings: %1 besides the practice provider"_s.arg(
             counted(settings->providers.size(), u"provider"_s, u"providers"_s))}};
    Core::KeyVault vault(call.configFolder());
    for (const Core::Provider &provider : settings->providers) {
        findings += looked(provider);
        findings += lookedForKey(vault, provider);
    }
    return findings;
}

Core::StoreFinding lookedAtVocabularies()
{
    if (const auto sound = Core::checkVocabularies(Core::Thoroughness::Full); !sound)
        return {.what = sound.error().detail, .isProblem = true};
    return {.what = u"vocabularies: cl100k_base and o200k_base are whole"_s};
}

void printFindings(const QList<Core::StoreFinding> &findings, const Core::StoreInfo &info,
                   qint64 messages)
{
    for (const Core::StoreFinding &finding : findings)
        printLine(u"%1  %2"_s.arg(stateOf(finding).leftJustified(7), finding.what));
    printLine(u"%1: %2, %3"_s.arg(
        info.location, counted(info.conversations, u"conversation"_s, u"conversations"_s),
        counted(messages, u"message"_s, u"messages"_s)));
}

void printFindingsJson(const QList<Core::StoreFinding> &findings, const Core::StoreInfo &info,
                       qint64 messages)
{
    QJsonArray json;
    for (const Core::StoreFinding &finding : findings)
        json.append(QJsonObject{{u"what"_s, finding.what}, {u"state"_s, stateOf(finding)}});
    printJson({{u"store"_s, info.location},
               {u"version"_s, info.version},
               {u"conversations"_s, info.conversations},
               {u"messages"_s, messages},
               {u"read_only"_s, info.readOnly},
               {u"findings"_s, json}});
}

/// Whether there is something that is not even a database.
bool isAnotherFile(const QString &location)
{
    QFile file(location);
    return !location.contains("://"_L1) && file.size() > 0 && file.open(QIODevice::ReadOnly)
        && !file.peek(15).startsWith("SQLite format 3");
}

Exit run(Invocation &call)
{
    if (isAnotherFile(call.storeLocation()))
        return call.refused(
            u"%1 is no store but a file of another kind; check --store. If a store "
            "was here, skein restore goes back to a copy of it"_s.arg(call.storeLocation()));
    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    const auto found = waitFor(store->examine(call.isSet(u"repair"_s)));
    if (!found)
        return call.failed(found.error());
    const QList<Core::StoreFinding> findings =
        *found + lookedAtSettings(call) + QList{lookedAtVocabularies()};
    const auto messages = waitFor(store->messageCount());
    if (!messages)
        return call.failed(messages.error());
    (call.json() ? printFindingsJson : printFindings)(findings, store.info(), *messages);
    const bool isSound =
        std::all_of(findings.begin(), findings.end(), [](const Core::StoreFinding &finding) {
            return !finding.isProblem || finding.mended;
        });
    return isSound ? Exit::Done : Exit::Failed;
}

} // namespace

Verb doctorVerb()
{
    return {.name = u"doctor"_s,
            .arguments = {},
            .summary =
                u"Examine the store, the ledger and the settings; --repair mends what it can."_s,
            .example = u"skein doctor --repair"_s,
            .options = {{u"repair"_s, {}, u"Mend the sums that can be computed again."_s}},
            .run = run};
}
