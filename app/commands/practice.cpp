#include "app/commands/output.h"
#include "app/commands/stopsignal.h"
#include "app/commands/verbs.h"
#include "core/practice/practiceprovider.h"

#include <QEventLoop>

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<QList<Core::FaultRate>> faultsOf(const Invocation &call)
{
    QList<Core::FaultRate> faults;
    double sum = 0;
    for (const QString &text : call.values(u"fault"_s)) {
        const Core::Result<Core::FaultRate> fault = Core::faultRateFrom(text);
        if (!fault) {
            call.usageError(u"--fault: %1"_s.arg(fault.error().detail));
            return std::nullopt;
        }
        faults.append(*fault);
        sum += fault->rate;
    }
    if (sum > 1.0000001) {
        call.usageError(u"--fault: the rates add up to more than 1"_s);
        return std::nullopt;
    }
    return faults;
}

std::optional<Core::PracticeOptions> optionsOf(const Invocation &call)
{
    const auto port = call.number(u"port"_s, 0, 0, 65535);
    const auto latency = call.number(u"latency-ms"_s, 0, 0, 600'000);
    const auto speed = call.number(u"tokens-per-second"_s, 0, 0, 1'000'000);
    const auto seed = call.number(u"seed"_s, 1, 0, std::numeric_limits<qint64>::max());
    const auto slowStart = call.number(u"slow-start-ms"_s, 10'000, 0, 600'000);
    const auto faults = faultsOf(call);
    if (!port || !latency || !speed || !seed || !slowStart || !faults)
        return std::nullopt;
    return Core::PracticeOptions{.port = quint16(*port),
                                 .latencyMs = int(*latency),
                                 .tokensPerSecond = double(*speed),
                                 .faults = *faults,
                                 .seed = quint64(*seed),
                                 .slowStartMs = int(*slowStart)};
}

Exit run(Invocation &call)
{
    const std::optional<Core::PracticeOptions> options = optionsOf(call);
    if (!options)
        return Exit::Usage;
    const Core::SystemClock clock;
    Core::PracticeProvider provider(clock, *options);
    const Core::Result<QUrl> url = provider.start();
    if (!url)
        return call.failed(url.error());

    if (call.json())
        printJson({{u"url"_s, url->toString()}});
    else
        printLine(url->toString());
    flushOutput();

    QEventLoop loop;
    const StopSignal stop;
    QObject::connect(&stop, &StopSignal::raised, &loop, &QEventLoop::quit);
    loop.exec();
    return Exit::Done;
}

} // namespace

Verb practiceVerb()
{
    return {
        .name = u"practice"_s,
        .arguments = {},
        .summary = u"Run the practice provider: an API on this machine, no model needed."_s,
        .example = u"skein practice --latency-ms 200 --fault 429=0.1 --fault cut=0.05"_s,
        .options = {{u"port"_s, u"N"_s, u"Listen on this port of 127.0.0.1 (any free one)."_s},
                    {u"latency-ms"_s, u"N"_s, u"Wait before each answer begins."_s},
                    {u"tokens-per-second"_s, u"N"_s, u"Speed of streams (as fast as it goes)."_s},
                    {u"fault"_s, u"KIND=RATE"_s,
                     u"Go wrong in this share of requests, from 0 to 1; may be repeated. Kinds: "
                     "%1."_s.arg(Core::faultNames().join(u", "_s))},
                    {u"seed"_s, u"N"_s, u"The same seed strikes the same requests (1)."_s},
                    {u"slow-start-ms"_s, u"N"_s, u"How late slow-start begins (10000)."_s}},
        .run = run};
}
