#pragma once

#include "core/base/contenthash.h"
#include "core/chat/summary.h"
#include "core/context/knowncounts.h"
#include "core/context/threadunits.h"
#include "core/retrieval/sentencereader.h"
#include "core/retrieval/threadindex.h"

#include <array>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace Core {

/// Adds all of a message that a plan depends on.
void addMessage(ContentHash &hash, const Message &message);

/// What is known of a thread from plans made before, so that a further message costs one
/// message and not the whole thread. It makes plans cheap and changes none. For one thread of
/// execution at a time; see ThreadMemory.
class KnownThread
{
    Q_DISABLE_COPY_MOVE(KnownThread)

public:
    /// `shared` are the sentences of other threads of the same texts; it must outlive this.
    explicit KnownThread(SentenceReader *shared = nullptr)
        : m_sharedSentences(shared)
    {
    }

    /// Takes the thread as it is now. What is known of a beginning that stays the same is kept.
    void update(std::span<const Message> thread);

    /// Whether it was updated to this thread, as far as can be told at once.
    bool isOf(std::span<const Message> thread) const;

    /// Of all messages, with addMessage().
    ContentHash hash();

    /// The units of the thread with `draft` behind it, where that is not nullptr.
    ThreadUnits units(std::span<const Message> thread, const Message *draft,
                      const TokenCounter &counter);
    /// Those of the messages that units() was asked for, the draft last.
    std::span<const int> tokens() const { return m_counts.last(); }

    /// An index of the first `count` messages of the thread that was updated to.
    ThreadIndex &index(int count);

    /// A summary as it was rolled up to a turn, and for which limits and which stored summary.
    struct Rolled
    {
        ContentHash from;
        int messages = 0; ///< of the thread that it depends on
        int turn = 0; ///< the next one to be looked at
        Summary summary;
        int firstTurn = 0;
        int extended = 0;
        qint64 heldMessages = 0;
        qint64 heldTokens = 0;
    };
    /// The last one kept for `from` whose messages are still the same; nullptr if there is none.
    const Rolled *rolled(const ContentHash &from) const;
    void keep(const Rolled &rolled);

    /// A text that was made of a message, and its tokens without a factor.
    struct Made
    {
        QString text;
        qsizetype tokens = 0;
    };
    enum class Use : quint8 { Extract, Quote };
    /// What `make` makes of a message of the thread, for each use always the same function.
    const Made &made(Use use, int message, const TokenCounter &counter,
                     QString (*make)(const Message &));

    SentenceReader &sentences() { return m_sharedSentences ? *m_sharedSentences : m_sentences; }

    /// The text that was made for `key`, or that `make` makes now.
    QString text(const ContentHash &key, const std::function<QString()> &make);

private:
    struct Text
    {
        ContentHash key;
        QString text;
    };

    void forget(size_t sameTexts, size_t sameCounts);

    static constexpr size_t uses = size_t(Use::Quote) + 1;

    std::vector<Message> m_messages;
    std::vector<ContentHash> m_hashes; ///< of as many messages as were asked for
    ThreadIndex m_index;
    KnownCounts m_counts;
    ThreadUnits m_settled; ///< of the messages before the newest user's message
    int m_settledMessages = 0;
    std::array<std::vector<std::optional<Made>>, uses> m_made; ///< by message
    Encoding m_madeFor = Encoding::Unknown; ///< in whose tokens m_made is counted
    std::vector<Rolled> m_rolled; ///< the newest last
    SentenceReader m_sentences;
    SentenceReader *m_sharedSentences;
    std::unordered_map<size_t, Text> m_texts; ///< by ContentHash::bucket()
};

} // namespace Core
