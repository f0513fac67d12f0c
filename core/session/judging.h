#pragma once

#include "core/context/contextplan.h"
#include "core/tokens/tokencounter.h"

#include <QStringList>

#include <optional>

namespace Core {

/// A model as a judge of replies, which is worth as much as it is found to be worth: the usual
/// judge accepts more than half of the answers that are wrong on purpose. So it judges such
/// ones too, and what it accepts of them stands beside what it says.

/// What a reply is held against.
struct JudgeReference
{
    QString question;
    QString truth; ///< the evidence, or the reply that saw the whole history
};

/// Asks whether `reply` answers the question and agrees with the truth.
ContextPlan judgeRequest(const JudgeReference &reference, const QString &reply,
                         const TokenCounter &counter, int limit);

/// True: accepted. Nothing where the judge said neither yes nor no.
std::optional<bool> judgeVerdict(const QString &answer);

/// Replies that are wrong for certain, made from right ones: with every number altered, and
/// one that answers another question. At most `most`.
QStringList wrongReplies(const QStringList &replies, const QString &unrelated, int most = 4);

/// What the judge said so far.
struct JudgeTally
{
    int wrong = 0; ///< replies known to be wrong that it judged
    int wrongAccepted = 0;
    int unclear = 0; ///< neither yes nor no, of all

    /// Nothing before it judged one.
    std::optional<double> falseAccepts() const
    {
        return wrong > 0 ? std::optional(double(wrongAccepted) / wrong) : std::nullopt;
    }
};

} // namespace Core
