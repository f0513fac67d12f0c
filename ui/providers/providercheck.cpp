#include "ui/providers/providercheck.h"

#include "core/net/networkrules.h"
#include "ui/base/errortext.h"
#include "ui/base/formats.h"
#include "ui/base/healthstate.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ProviderCheck)
};

QString passedText(const ProviderCheck &check, const Core::Provider &provider)
{
    const QString time = Formats::duration(check.milliseconds);
    if (check.models.isEmpty())
        return Texts::tr("It answers (%1), but names no models.").arg(time);
    if (!provider.model.isEmpty() && !check.models.contains(provider.model))
        return Texts::tr("It answers (%1), but has no model “%2”. It offers: %3.")
            .arg(time, provider.model, check.models.mid(0, 5).join(u", "_s));
    return Texts::tr("It works: %Ln model(s), answered in %1.", nullptr, int(check.models.size()))
        .arg(time);
}

QString untestedText(const Core::ProviderHealth &health)
{
    switch (healthState(health)) {
    case HealthState::Unknown:
        return Texts::tr("Not tested yet.");
    case HealthState::Good:
        return Texts::tr("Answers well.");
    case HealthState::Slow:
        return Texts::tr("Answers slowly.");
    case HealthState::Failing:
        return Texts::tr("Many requests fail.");
    case HealthState::Unreachable:
        return Texts::tr("Cannot be reached.");
    }
    Q_UNREACHABLE();
}

QString stepName(Core::TestStep::Kind kind)
{
    switch (kind) {
    case Core::TestStep::Kind::Models:
        return Texts::tr("Models");
    case Core::TestStep::Kind::OneToken:
        return Texts::tr("A call of one token");
    case Core::TestStep::Kind::Streaming:
        return Texts::tr("Streaming");
    case Core::TestStep::Kind::Usage:
        return Texts::tr("Reported usage");
    case Core::TestStep::Kind::PrefixCache:
        return Texts::tr("Cache of repeated beginnings");
    }
    Q_UNREACHABLE();
}

QString stepText(const Core::TestStep &step)
{
    switch (step.state) {
    case Core::TestStep::State::Passed:
        return Texts::tr("✓ %1").arg(stepName(step.kind));
    case Core::TestStep::State::Failed:
        return Texts::tr("✗ %1: failed").arg(stepName(step.kind));
    case Core::TestStep::State::Unclear:
        return Texts::tr("? %1: not seen").arg(stepName(step.kind));
    }
    Q_UNREACHABLE();
}

} // namespace

QString checkText(const ProviderCheck &check, const Core::Provider &provider,
                  const Core::ProviderHealth &health)
{
    switch (check.state) {
    case ProviderCheck::State::NotTested:
        return untestedText(health);
    case ProviderCheck::State::Running:
        return Texts::tr("Testing…");
    case ProviderCheck::State::Passed:
        return passedText(check, provider);
    case ProviderCheck::State::Failed:
        return errorText(check.error);
    }
    Q_UNREACHABLE();
}

QString stepsText(const ProviderCheck &check)
{
    QStringList lines;
    for (const Core::TestStep &step : check.steps)
        lines += stepText(step);
    return lines.join(u'\n');
}

QString problemWith(const Core::Provider &provider, const QStringList &taken)
{
    if (provider.name.isEmpty())
        return Texts::tr("Give it a name.");
    if (taken.contains(provider.name, Qt::CaseInsensitive) || provider.name == "practice"_L1)
        return Texts::tr("There is a provider of that name already.");
    const QUrl &url = provider.baseUrl;
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !web || url.host().isEmpty())
        return Texts::tr("The address must be a web address, such as https://api.example.com/v1.");
    if (url.scheme() == "http"_L1 && !Core::isLoopback(url))
        return Texts::tr("Conversations and keys would travel over http for all to read; use "
                         "https.");
    if (!Core::endpoint(url, u"models"))
        return Texts::tr("The address must not hold a key or a question mark; keys go into their "
                         "own field.");
    return {};
}

QString problemWithKey(const QByteArray &key)
{
    for (const QByteArray &each : key.split(',')) {
        if (!Core::checkKey(each.trimmed()))
            return Texts::tr("The key holds a space or a character that no key has; copy it once "
                             "more, without anything around it.");
    }
    return {};
}
