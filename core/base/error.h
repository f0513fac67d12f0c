#pragma once

#include <QMetaType>
#include <QString>

namespace Core {

/// Why an operation failed. Code branches on `kind`; `detail` is untranslated, names what
/// the world said and is meant for the log and for quoting; `where` names the place: a file
/// with its line, a URL without its query, a table. Sentences for the user are made in
/// ui/base/errortext. Neither text ever holds a key (core/base/redact.h).
struct Error
{
    enum class Kind {
        BadInput, ///< a file, an argument or a field cannot be understood
        BadReply, ///< an answer came but could not be understood
        Cancelled,
        ContentFiltered, ///< the provider refused the content
        ContextExceeded, ///< the provider says the request is longer than its window
        FileAccess, ///< a file cannot be read or written
        Internal, ///< a promise of our own was broken; always a defect
        KeychainLocked, ///< the key may exist, but cannot be read now
        KeychainUnavailable, ///< there is no keychain on this machine
        ModelMissing, ///< no model is set for the provider, so nothing was sent
        NetworkDown, ///< no usable answer came
        NotFound, ///< no such conversation, model, provider, strategy
        Outdated, ///< what it was decided on has changed meanwhile
        OverBudget, ///< the plan does not fit, so nothing was sent
        PromptCut, ///< the provider read less than it was sent, and did not say so
        QuotaExhausted, ///< the account has no money left; waiting does not help
        RateLimited,
        Rejected, ///< the provider understood and refused
        ServerFailed, ///< the provider failed (5xx)
        SpendLimit, ///< a budget of the user's own stopped the call
        StoreBusy, ///< another program has it open for writing
        StoreConflict, ///< somebody else has changed the same meanwhile
        StoreDamaged,
        StoreDenied, ///< its server refuses the user, or what the user may not do
        StoreFailed,
        StoreFull, ///< no space left where the store lies
        StoreNewer, ///< written by a later version of this program
        StoreReadOnly,
        StoreUnfit, ///< its server cannot hold a store: no such database, encoding, extension
        StoreUnreachable, ///< its server is not there, or the connection was cut
        TimedOut,
        TlsFailed,
        Truncated, ///< the stream ended before the provider said it was complete
        Unauthorized,
    };

    Kind kind = Kind::Internal;
    QString detail;
    QString where;
    int status = 0; ///< HTTP status, where there was one
    qint64 retryAfterMs = -1; ///< what the provider asked to wait; -1: it did not say
    /// OverBudget, ContextExceeded: tokens; StoreFull: bytes; SpendLimit: 1e-12 USD; -1: unknown
    qint64 asked = -1;
    qint64 limit = -1; ///< in the unit of `asked`; -1: unknown

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::Error)
