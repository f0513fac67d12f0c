#include "app/commands/verbs.h"

#include <algorithm>

const QList<Verb> &verbs()
{
    static const QList<Verb> all{
        // in the order of the manual
        tokensVerb(),     contextVerb(),  compareVerb(), evaluateVerb(),   importVerb(),
        exportVerb(),     listVerb(),     showVerb(),    chatVerb(),       costVerb(),
        replayVerb(),     repriceVerb(),  moveVerb(),    restoreVerb(),    providersVerb(),
        routeVerb(),      practiceVerb(), demoVerb(),    screenshotVerb(), doctorVerb(),
        completionVerb(), manualVerb(),   versionVerb(),
    };
    return all;
}

const Verb *findVerb(const QString &name)
{
    const auto found = std::find_if(verbs().begin(), verbs().end(),
                                    [&](const Verb &verb) { return verb.name == name; });
    return found == verbs().end() ? nullptr : &*found;
}
