#include "core/tokens/tokencounter.h"

#include "core/base/nearest.h"
#include "core/tokens/tokenizer.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int messageOverhead = 3; // the marks around the role; the role itself is text
constexpr int nameOverhead = 1;

struct Family
{
    QLatin1StringView prefix;
    Encoding encoding;
};

// The first prefix that fits decides, so the longer of two comes first.
constexpr std::array families{
    Family{"gpt-4o"_L1, Encoding::O200k},
    Family{"gpt-4.1"_L1, Encoding::O200k},
    Family{"gpt-4.5"_L1, Encoding::O200k},
    Family{"gpt-5"_L1, Encoding::O200k},
    Family{"chatgpt-4o"_L1, Encoding::O200k},
    Family{"gpt-oss"_L1, Encoding::O200k},
    Family{"o1"_L1, Encoding::O200k},
    Family{"o3"_L1, Encoding::O200k},
    Family{"o4"_L1, Encoding::O200k},
    Family{"gpt-4"_L1, Encoding::Cl100k},
    Family{"gpt-3.5"_L1, Encoding::Cl100k},
    Family{"gpt-35"_L1, Encoding::Cl100k},
    Family{"text-embedding-"_L1, Encoding::Cl100k},
    Family{"practice"_L1, Encoding::O200k}, // of the practice provider, which counts with it
};

/// gpt-4 is gpt-4-0613 too, but not gpt-4x: a name goes on with a mark, if at all.
bool belongsTo(QStringView model, QLatin1StringView prefix)
{
    if (!model.startsWith(prefix, Qt::CaseInsensitive))
        return false;
    return prefix.endsWith('-'_L1) || model.size() == prefix.size()
        || !model[prefix.size()].isLetterOrNumber();
}

/// In order, so that those of two names can be compared.
QString lettersOf(const QString &name)
{
    QString letters = name.toLower();
    letters.removeIf([](QChar character) { return !character.isLetter(); });
    std::sort(letters.begin(), letters.end());
    return letters;
}

} // namespace

QString exactnessName(Exactness exactness)
{
    switch (exactness) {
    case Exactness::Exact:
        return u"exact"_s;
    case Exactness::Calibrated:
        return u"calibrated"_s;
    case Exactness::Estimated:
        return u"estimated"_s;
    }
    Q_UNREACHABLE();
}

ModelTokens modelTokens(QStringView model)
{
    QStringView name = model.mid(model.lastIndexOf(u'/') + 1);
    if (name.startsWith("ft:"_L1, Qt::CaseInsensitive))
        name = name.mid(3);
    for (const Family &family : families) {
        if (belongsTo(name, family.prefix))
            return {family.encoding, Exactness::Exact, 1.0};
    }
    return {};
}

QString nearestExactModel(const QString &model)
{
    QStringList names;
    for (const Family &family : families) {
        if (!family.prefix.endsWith('-'_L1))
            names += family.prefix;
    }
    const QString name = model.mid(model.lastIndexOf(u'/') + 1);
    const QString nearest = nearestName(name, names);
    // A name that is one letter away is mostly another maker's.
    return lettersOf(nearest) == lettersOf(name) ? nearest : QString();
}

QString encodingName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Unknown:
        return {};
    case Encoding::Cl100k:
        return u"cl100k_base"_s;
    case Encoding::O200k:
        return u"o200k_base"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Encoding> encodingFromName(QStringView name)
{
    for (const Encoding encoding : {Encoding::Cl100k, Encoding::O200k}) {
        if (name == encodingName(encoding))
            return encoding;
    }
    return std::nullopt;
}

TokenCounter::TokenCounter(const ModelTokens &tokens)
    : m_tokens(tokens)
{
}

int TokenCounter::text(QStringView text) const
{
    return scaled(Tokenizer(m_tokens.encoding).count(text));
}

int TokenCounter::text(QByteArrayView utf8) const
{
    return scaled(Tokenizer(m_tokens.encoding).count(utf8));
}

int TokenCounter::message(const Message &message) const
{
    return scaled(unscaled(message));
}

int TokenCounter::message(const Message &message, qsizetype contentTokens) const
{
    return scaled(unscaled(message, contentTokens));
}

int TokenCounter::known(const Message &message) const
{
    return scaled(hasCounted(message) ? message.tokens : unscaled(message));
}

int TokenCounter::unscaled(const Message &message) const
{
    return unscaled(message, Tokenizer(m_tokens.encoding).count(message.content));
}

int TokenCounter::unscaled(const Message &message, qsizetype contentTokens) const
{
    const Tokenizer tokenizer(m_tokens.encoding);
    qsizetype tokens = messageOverhead + tokenizer.count(roleName(message.role)) + contentTokens;
    if (!message.name.isEmpty())
        tokens += nameOverhead + tokenizer.count(message.name);
    for (const ToolCall &call : message.toolCalls)
        tokens += messageOverhead + tokenizer.count(call.name) + tokenizer.count(call.arguments);
    return int(std::min<qsizetype>(tokens, std::numeric_limits<int>::max()));
}

bool TokenCounter::hasCounted(const Message &message) const
{
    return message.tokens >= 0 && message.encoding == m_tokens.encoding;
}

void TokenCounter::count(Message &message) const
{
    if (!hasCounted(message))
        message.tokens = unscaled(message);
    message.encoding = m_tokens.encoding;
}

void TokenCounter::count(Message &message, qsizetype contentTokens) const
{
    message.tokens = unscaled(message, contentTokens);
    message.encoding = m_tokens.encoding;
}

void TokenCounter::count(QList<Message> &messages) const
{
    const QList<Message> &counted = messages; // one that is counted is not copied
    for (qsizetype i = 0; i < counted.size(); ++i) {
        if (!hasCounted(counted[i]))
            count(messages[i]);
    }
}

int TokenCounter::scaled(qsizetype tokens) const
{
    const double limit = std::numeric_limits<int>::max();
    return int(std::min(limit, std::round(double(tokens) * m_tokens.factor)));
}

} // namespace Core
