#pragma once

#include "core/chat/message.h"

#include <span>

namespace Core {

class SentenceReader;

/// How long an extractive summary may become.
struct ExtractiveLimits
{
    int characters = 2400;
    int sentence = 240; ///< characters of one sentence
};

/// A summary without a model: the sentences that say most, as they were said, what users said
/// first, each with its speaker. Numbers, amounts and dates weigh more, questions, courtesies
/// and repetitions less. `previous`, a summary made by this function, is extended: its
/// sentences stay while there is room, and go by their weight then. Another kind of text in
/// `previous` stays in front as it is. Empty where nothing was said. `known` saves the time for
/// what it has read before.
QString extractiveSummary(std::span<const Message> messages, const QString &previous = {},
                          const ExtractiveLimits &limits = {}, SentenceReader *known = nullptr);

} // namespace Core
