#pragma once

#include <QMetaType>
#include <QString>
#include <QUrl>

namespace Core {

/// A place to send requests to, as the user set it up. Its key is not here: it is in the
/// keychain, under the provider's name. A plain value.
struct Provider
{
    QString name; ///< unique; "practice" is the built-in practice provider
    QString preset; ///< which preset it was made from; empty: by hand
    QUrl baseUrl; ///< up to and including the version, such as https://api.openai.com/v1
    QString model; ///< asked by default
    double weight = 0; ///< share of new users, as entered; see core/net/router.h
    QString seat; ///< whose draw it has; empty: its own. See WeightedProvider
    bool needsKey = true;
    QString keyVariable; ///< the environment variable that holds the key; empty: the usual one

    // Limits of its keys a minute; 0: none
    int requestsPerMinute = 500;
    int tokensPerMinute = 0;
    bool keysShareLimits = false; ///< they belong to one account

    // What was learnt about it
    bool acceptsStreamOptions = true;
    bool wantsMaxCompletionTokens = false;

    friend bool operator==(const Provider &, const Provider &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::Provider)
