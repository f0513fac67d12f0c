#include "ui/base/errortext.h"

#include "ui/base/formats.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {

using Core::Error;

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString placeOr(const Error &error, const QString &otherwise)
{
    return error.where.isEmpty() ? otherwise : error.where;
}

QString provider(const Error &error)
{
    return placeOr(error, Texts::tr("The provider"));
}

QString store(const Error &error)
{
    return placeOr(error, Texts::tr("the store"));
}

/// `sentence`, and what the other side said where it said something.
QString quoting(const QString &sentence, const Error &error)
{
    if (error.detail.isEmpty())
        return sentence;
    return Texts::tr("%1 (It said: %2)", "a sentence, and what the other side answered")
        .arg(sentence, error.detail);
}

QString badInput(const Error &error)
{
    if (error.where.isEmpty())
        return quoting(Texts::tr("This cannot be understood; check it and try again."), error);
    return quoting(Texts::tr("%1 cannot be understood; check it and try again.").arg(error.where),
                   error);
}

QString tokenLimitText(const Error &error, const QString &exact, const QString &vague)
{
    if (error.asked < 0 || error.limit < 0)
        return vague;
    return exact.arg(Formats::number(error.asked), Formats::number(error.limit));
}

QString contextExceeded(const Error &error)
{
    return tokenLimitText(error,
                          Texts::tr("The provider refused the request: it has %1 tokens and the "
                                    "model takes %2; choose a strategy that sends less or a "
                                    "smaller budget."),
                          Texts::tr("The provider refused the request because it is longer than "
                                    "the model's window; choose a strategy that sends less or a "
                                    "smaller budget."));
}

QString overBudget(const Error &error)
{
    return tokenLimitText(error,
                          Texts::tr("Nothing was sent: the request needs %1 tokens and the budget "
                                    "allows %2; shorten the message, choose another strategy or "
                                    "raise the budget."),
                          Texts::tr("Nothing was sent because the request does not fit the budget; "
                                    "shorten the message, choose another strategy or raise the "
                                    "budget."));
}

QString rateLimited(const Error &error)
{
    if (error.retryAfterMs >= 0)
        return Texts::tr("%1 takes no more requests for now; try again in %2.")
            .arg(provider(error), Formats::duration(error.retryAfterMs));
    return Texts::tr("%1 takes no more requests for now; try again in a minute or spread the "
                     "requests over more keys.")
        .arg(provider(error));
}

QString promptCut(const Error &error)
{
    return Texts::tr("%1 read only %2 of the %3 tokens it was sent and did not say so; choose a "
                     "smaller budget or a model with a larger window.")
        .arg(provider(error), Formats::number(error.limit), Formats::number(error.asked));
}

QString storeFull(const Error &error)
{
    if (error.asked < 0)
        return Texts::tr("There is no space left where %1 lies, so nothing was saved; make room "
                         "and try again.")
            .arg(store(error));
    return Texts::tr("There is no space left where %1 lies, so nothing was saved; make room for %2 "
                     "and try again.")
        .arg(store(error), QLocale().formattedDataSize(error.asked));
}

QString serverFailed(const Error &error)
{
    if (error.status >= 300) // else it said so inside an answer
        return quoting(Texts::tr("%1 failed on its side (HTTP %2); try again or choose another "
                                 "provider.")
                           .arg(provider(error), QString::number(error.status)),
                       error);
    return quoting(Texts::tr("%1 failed on its side; try again or choose another provider.")
                       .arg(provider(error)),
                   error);
}

QString rejected(const Error &error)
{
    if (error.status > 0)
        return quoting(Texts::tr("%1 refused the request (HTTP %2); check the model and the "
                                 "provider's settings.")
                           .arg(provider(error), QString::number(error.status)),
                       error);
    return quoting(Texts::tr("%1 refused the request; check the model and the provider's settings.")
                       .arg(provider(error)),
                   error);
}

QString notFound(const Error &error)
{
    if (error.where.isEmpty() && error.detail.isEmpty())
        return Texts::tr("What was asked for is not there any more; reload the list.");
    if (error.status > 0) // the provider says it in its own words
        return quoting(Texts::tr("%1 does not have what was asked for; check the model's name.")
                           .arg(provider(error)),
                       error);
    if (!error.where.isEmpty() && !error.detail.isEmpty())
        return Texts::tr("There is no %1; choose one of: %2.", "a name, and the names there are")
            .arg(error.where, error.detail);
    return Texts::tr("%1 is not there; check the name or reload the list.")
        .arg(error.detail.isEmpty() ? error.where : error.detail);
}

QString badReply(const Error &error)
{
    return quoting(Texts::tr("%1 answered with something that cannot be understood; try again "
                             "or check its address.")
                       .arg(provider(error)),
                   error);
}

QString cancelled()
{
    return Texts::tr("Stopped; what had arrived is kept.");
}

QString contentFiltered(const Error &error)
{
    return quoting(Texts::tr("%1 refused the content; put the message in other words or leave "
                             "the part out that it objects to.")
                       .arg(provider(error)),
                   error);
}

QString fileAccess(const Error &error)
{
    return quoting(Texts::tr("%1 cannot be read or written; check that it is there and that you "
                             "may use it.")
                       .arg(placeOr(error, Texts::tr("The file"))),
                   error);
}

QString internal(const Error &error)
{
    return quoting(Texts::tr("Something went wrong inside this program and was stopped; your "
                             "conversations are safe. Please report it."),
                   error);
}

QString keychainLocked()
{
    return Texts::tr("The system's keychain is locked, so no key can be read; unlock it and try "
                     "again.");
}

QString keychainUnavailable()
{
    return Texts::tr("There is no keychain on this system; the key is kept in memory until the "
                     "program ends and has to be entered again next time.");
}

QString modelMissing(const Error &error)
{
    return Texts::tr("No model is set for %1, so nothing was sent; choose one under Providers.")
        .arg(placeOr(error, Texts::tr("the provider")));
}

QString networkDown(const Error &error)
{
    return quoting(Texts::tr("%1 cannot be reached; check the connection and the address, then "
                             "try again.")
                       .arg(provider(error)),
                   error);
}

QString quotaExhausted(const Error &error)
{
    return Texts::tr("The account at %1 has no money left, and waiting does not help; top it up "
                     "there or choose another provider.")
        .arg(placeOr(error, Texts::tr("the provider")));
}

QString spendLimit(const Error &error)
{
    if (error.asked >= 0 && error.limit >= 0)
        return Texts::tr("Nothing was sent: with this call up to %1 would be spent, and the "
                         "spending limit \"%2\" allows %3; raise it under Costs or wait for the "
                         "next period.")
            .arg(Formats::money(Core::Money{error.asked}), placeOr(error, error.detail),
                 Formats::money(Core::Money{error.limit}));
    return Texts::tr("Nothing was sent: the spending limit \"%1\" is used up; raise it under "
                     "Costs or wait for the next period.")
        .arg(placeOr(error, error.detail));
}

QString storeBusy(const Error &error)
{
    return Texts::tr("%1 is in use by another program, so nothing was saved; close the other one "
                     "and try again.")
        .arg(placeOr(error, Texts::tr("The store")));
}

QString storeConflict()
{
    return Texts::tr("Somebody else has changed the same meanwhile, so yours was not saved; look "
                     "at it and change it again.");
}

QString storeDamaged(const Error &error)
{
    return quoting(Texts::tr("%1 is damaged and was left as it is; open a backup or run "
                             "\"skein doctor\".")
                       .arg(placeOr(error, Texts::tr("The store"))),
                   error);
}

QString storeDenied(const Error &error)
{
    return quoting(Texts::tr("%1 does not let you in or do this; check the user, the password and "
                             "the rights.")
                       .arg(placeOr(error, Texts::tr("The store"))),
                   error);
}

QString storeUnfit(const Error &error)
{
    return quoting(Texts::tr("%1 cannot hold a store; ask whoever runs the server. Nothing was "
                             "changed there.")
                       .arg(placeOr(error, Texts::tr("The store"))),
                   error);
}

QString storeUnreachable(const Error &error)
{
    return quoting(Texts::tr("%1 cannot be reached, so nothing was saved there; check the "
                             "connection and the address, then try again.")
                       .arg(placeOr(error, Texts::tr("The store"))),
                   error);
}

QString storeFailed(const Error &error)
{
    return quoting(Texts::tr("Saving in %1 or reading from it failed; try again, and check the "
                             "disk or the server.")
                       .arg(store(error)),
                   error);
}

QString storeNewer(const Error &error)
{
    return Texts::tr("%1 was written by a newer version of this program and is open for reading "
                     "only; update the program to write to it.")
        .arg(placeOr(error, Texts::tr("The store")));
}

QString storeReadOnly(const Error &error)
{
    return Texts::tr("%1 can only be read, so nothing was saved; check who may write to it.")
        .arg(placeOr(error, Texts::tr("The store")));
}

QString timedOut(const Error &error)
{
    return Texts::tr("%1 did not answer in time; try again or choose another provider.")
        .arg(provider(error));
}

QString tlsFailed(const Error &error)
{
    return quoting(Texts::tr("The connection to %1 is not secure, so nothing was sent; check the "
                             "address, its certificate and this machine's clock.")
                       .arg(placeOr(error, Texts::tr("the provider"))),
                   error);
}

QString truncated()
{
    return Texts::tr("The answer broke off before it was complete; what had arrived is kept. Ask "
                     "again to get all of it.");
}

QString unauthorized(const Error &error)
{
    return Texts::tr("%1 does not accept the key; check it under Providers.").arg(provider(error));
}

} // namespace

QString errorText(const Core::Error &error)
{
    switch (error.kind) {
    case Error::Kind::BadInput:
        return badInput(error);
    case Error::Kind::BadReply:
        return badReply(error);
    case Error::Kind::Cancelled:
        return cancelled();
    case Error::Kind::ContentFiltered:
        return contentFiltered(error);
    case Error::Kind::ContextExceeded:
        return contextExceeded(error);
    case Error::Kind::FileAccess:
        return fileAccess(error);
    case Error::Kind::Internal:
        return internal(error);
    case Error::Kind::KeychainLocked:
        return keychainLocked();
    case Error::Kind::KeychainUnavailable:
        return keychainUnavailable();
    case Error::Kind::ModelMissing:
        return modelMissing(error);
    case Error::Kind::NetworkDown:
        return networkDown(error);
    case Error::Kind::NotFound:
        return notFound(error);
    case Error::Kind::Outdated:
        return Texts::tr(
            "What this was decided on has changed meanwhile, so nothing was done; look "
            "at it again and repeat it.");
    case Error::Kind::OverBudget:
        return overBudget(error);
    case Error::Kind::PromptCut:
        return promptCut(error);
    case Error::Kind::QuotaExhausted:
        return quotaExhausted(error);
    case Error::Kind::RateLimited:
        return rateLimited(error);
    case Error::Kind::Rejected:
        return rejected(error);
    case Error::Kind::ServerFailed:
        return serverFailed(error);
    case Error::Kind::SpendLimit:
        return spendLimit(error);
    case Error::Kind::StoreBusy:
        return storeBusy(error);
    case Error::Kind::StoreConflict:
        return storeConflict();
    case Error::Kind::StoreDamaged:
        return storeDamaged(error);
    case Error::Kind::StoreDenied:
        return storeDenied(error);
    case Error::Kind::StoreFailed:
        return storeFailed(error);
    case Error::Kind::StoreFull:
        return storeFull(error);
    case Error::Kind::StoreNewer:
        return storeNewer(error);
    case Error::Kind::StoreReadOnly:
        return storeReadOnly(error);
    case Error::Kind::StoreUnfit:
        return storeUnfit(error);
    case Error::Kind::StoreUnreachable:
        return storeUnreachable(error);
    case Error::Kind::TimedOut:
        return timedOut(error);
    case Error::Kind::TlsFailed:
        return tlsFailed(error);
    case Error::Kind::Truncated:
        return truncated();
    case Error::Kind::Unauthorized:
        return unauthorized(error);
    }
    Q_UNREACHABLE();
}
