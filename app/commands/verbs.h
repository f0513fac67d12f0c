#pragma once

#include "app/commands/verb.h"

// One function a verb, each in the file of its name. A new verb is one line here and one in
// verbs.cpp.
Verb practiceVerb();
Verb providersVerb();
Verb routeVerb();
Verb versionVerb();
Verb completionVerb();
Verb manualVerb();
Verb chatVerb();
Verb compareVerb();
Verb contextVerb();
Verb costVerb();
Verb demoVerb();
Verb doctorVerb();
Verb evaluateVerb();
Verb exportVerb();
Verb importVerb();
Verb listVerb();
Verb moveVerb();
Verb restoreVerb();
Verb replayVerb();
Verb repriceVerb();
Verb showVerb();
Verb tokensVerb();
Verb screenshotVerb();
