#pragma once

#include "core/chat/message.h"
#include "core/retrieval/analyser.h"

#include <QDateTime>
#include <QStringList>

namespace Core {

/// What a sample conversation shall be like. What is not set is drawn.
struct SampleOptions
{
    std::optional<TextLanguage> language;
    /// Matters the customer comes with, one after the other, with days between them; 0: drawn,
    /// mostly one.
    int matters = 0;
    bool toolCalls = true; ///< whether the assistant may look orders up
    QDateTime start; ///< of the first message, UTC; invalid: drawn, within the year 2026
};

/// A question about a fact that was said in the conversation, in other words than it was said
/// in, and where it was said.
struct SampleProbe
{
    QString question;
    QStringList evidence; ///< message ids
    QString tag; ///< the matter, such as "refund"
    QString answer; ///< the fact itself
};

/// A made-up talk between a customer and a shop's assistant, with what can be asked about it.
struct SampleConversation
{
    QString id;
    QString title;
    QString userId;
    QString userName;
    TextLanguage language = TextLanguage::English;
    QStringList tags; ///< the matters
    QList<Message> messages; ///< a branch; the last is the assistant's
    QList<SampleProbe> probes;
};

/// The conversation of that number: the same for the same number and options, another for
/// another. Orders, refunds, sizes, addresses, warranties, with names, dates, numbers and
/// amounts, in English and Vietnamese. Nothing in it is about anybody.
SampleConversation sampleConversation(quint64 seed, const SampleOptions &options = {});

} // namespace Core
