#pragma once

#include "core/chat/message.h"

#include <QByteArrayView>
#include <QList>
#include <QStringView>

#include <optional>

namespace Core {

/// How far a count can be trusted.
enum class Exactness : quint8 {
    Exact, ///< the model's own vocabulary
    Calibrated, ///< another vocabulary, scaled by the usage that the provider reported
    Estimated, ///< another vocabulary, not yet calibrated
};

QString exactnessName(Exactness exactness); ///< "exact", "calibrated", "estimated"

/// What a model's tokens are counted with. A plain value.
struct ModelTokens
{
    Encoding encoding = Encoding::O200k;
    Exactness exactness = Exactness::Estimated;
    double factor = 1.0; ///< counts are multiplied by it; 1 where exact

    friend bool operator==(const ModelTokens &, const ModelTokens &) = default;
};

/// The vocabulary of a model by its name, as its vendor published it: gpt-4o, gpt-4.1, gpt-5
/// and the o-series use o200k_base, gpt-4 and gpt-3.5 cl100k_base; a provider's prefix
/// ("openai/") is ignored. The practice provider counts with o200k_base, exactly; every other
/// model is estimated with it.
ModelTokens modelTokens(QStringView model);

/// The name of a model that is counted exactly which `model` was probably meant to be: the same
/// letters, in another order or with other marks and digits. Empty if there is none.
QString nearestExactModel(const QString &model);

/// "cl100k_base", "o200k_base"; empty for Unknown.
QString encodingName(Encoding encoding);
std::optional<Encoding> encodingFromName(QStringView name);

/// Counts tokens for one model. A cheap value; all functions are const and thread-safe.
class TokenCounter
{
public:
    explicit TokenCounter(const ModelTokens &tokens = {});

    const ModelTokens &tokens() const { return m_tokens; }
    Encoding encoding() const { return m_tokens.encoding; }
    Exactness exactness() const { return m_tokens.exactness; }

    /// Tokens of the text alone. Text that looks like a special token is ordinary text.
    int text(QStringView text) const;
    int text(QByteArrayView utf8) const;

    /// Tokens of a message as it is sent: role, content, name, tool calls, and the overhead of
    /// the chat format (3 a message and 1 a name: OpenAI's cookbook, "How to count tokens").
    /// A tool call counts as its function's name and arguments with 3 for the marks around
    /// them; ids are not text to the model and count nothing.
    int message(const Message &message) const;
    /// The same where the tokens of the content are known, without a factor.
    int message(const Message &message, qsizetype contentTokens) const;
    /// The same from the message's own count, where it has one that holds.
    int known(const Message &message) const;

    /// The count of a Tokenizer, with the model's factor.
    int scaled(qsizetype tokens) const;

    /// What a request costs beyond its messages: the 3 tokens that prime the reply.
    static constexpr int requestOverhead = 3;

    /// The tokens of a message without a factor, as Message::tokens holds them.
    int unscaled(const Message &message) const;
    int unscaled(const Message &message, qsizetype contentTokens) const;

    /// Whether the message has a count of this counter's encoding.
    bool hasCounted(const Message &message) const;
    /// Fills in `tokens` and `encoding` of what was not counted with this encoding yet. They hold
    /// for every model that has it, since a factor comes on top.
    void count(Message &message) const;
    void count(Message &message, qsizetype contentTokens) const;
    void count(QList<Message> &messages) const;

private:
    ModelTokens m_tokens;
};

} // namespace Core
