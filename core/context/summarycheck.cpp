#include "core/context/summarycheck.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

bool containsAny(const QString &text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

bool beginsWithAny(const QString &text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return text.startsWith(word, Qt::CaseInsensitive);
    });
}

bool isToolCall(const QString &text)
{
    static const QStringList marks{u"<tool_call"_s, u"<function_call"_s, u"<|tool"_s,
                                   u"[TOOL_CALLS]"_s};
    if (containsAny(text, marks))
        return true;
    if (!text.startsWith(u'{'))
        return false;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    return object.contains(u"tool_calls"_s) || object.contains(u"arguments"_s)
        || object.contains(u"parameters"_s);
}

bool isRefusal(const QString &text)
{
    static const QStringList beginnings{
        u"I'm sorry"_s,
        u"I’m sorry"_s,
        u"I am sorry"_s,
        u"Sorry, "_s,
        u"I can't"_s,
        u"I can’t"_s,
        u"I cannot"_s,
        u"As an AI"_s,
        u"Error"_s,
        u"Please provide"_s,
        u"There is no conversation"_s,
        u"Xin lỗi, tôi không"_s,
        u"Rất tiếc, tôi không"_s,
        u"Tôi không thể"_s,
        u"Vui lòng cung cấp"_s,
    };
    return beginsWithAny(text, beginnings);
}

/// A sentence ends with its mark. An item of a list need not, but it does not end with a word
/// that wants another.
bool isCutOff(const QString &text)
{
    if (text.count(u"```"_s) % 2 != 0)
        return true;
    const QChar last = text.back();
    if (QStringView(u".!?…。！？\"'”’»)]*`|").contains(last))
        return false;
    if (QStringView(u",;:([{-–—&/").contains(last))
        return true;
    const QString line = text.section(u'\n', -1).trimmed();
    const bool isItem = QStringView(u"-*•–+").contains(line.front()) || line.front().isDigit();
    static const QStringList open{u" and"_s, u" or"_s, u" the"_s, u" a"_s,   u" to"_s, u" of"_s,
                                  u" và"_s,  u" là"_s, u" của"_s, u" cho"_s, u" để"_s};
    return !isItem || std::any_of(open.begin(), open.end(), [&](const QString &word) {
        return line.endsWith(word, Qt::CaseInsensitive);
    });
}

} // namespace

QString summaryFaultName(SummaryFault fault)
{
    switch (fault) {
    case SummaryFault::Empty:
        return u"empty"_s;
    case SummaryFault::CutOff:
        return u"cut-off"_s;
    case SummaryFault::Reasoning:
        return u"reasoning"_s;
    case SummaryFault::ToolCall:
        return u"tool-call"_s;
    case SummaryFault::Refusal:
        return u"refusal"_s;
    case SummaryFault::Unanswered:
        return u"unanswered"_s;
    }
    Q_UNREACHABLE();
}

std::optional<SummaryFault> summaryFault(const Summary &summary)
{
    static const QStringList reasoning{u"<think"_s, u"</think"_s, u"<reasoning"_s, u"<analysis"_s,
                                       u"<|channel|>"_s};
    const QString text = summary.text.trimmed();
    if (text.isEmpty())
        return SummaryFault::Empty;
    if (summary.madeBy == "hand"_L1)
        return std::nullopt;
    if (containsAny(text, reasoning))
        return SummaryFault::Reasoning;
    if (isToolCall(text))
        return SummaryFault::ToolCall;
    if (isRefusal(text))
        return SummaryFault::Refusal;
    if (isCutOff(text))
        return SummaryFault::CutOff;
    return std::nullopt;
}

} // namespace Core
