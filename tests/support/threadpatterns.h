#pragma once

#include "core/context/strategies.h"

/// A thread from a pattern such as "s5 u10 a20": the role's letter with the tokens of the
/// message. s system, u user, a assistant, c an assistant's tool call, t a result of the last
/// call. Ids count from 1; every message says "text" and its number.
inline QList<Core::Message> threadOf(const QString &pattern)
{
    using namespace Core;
    QList<Message> thread;
    QString call;
    for (const QString &word : pattern.split(u' ', Qt::SkipEmptyParts)) {
        Message message{.id = QString::number(thread.size() + 1)};
        message.content = QStringLiteral("text ") + message.id;
        message.tokens = word.mid(1).toInt();
        message.encoding = Encoding::O200k;
        const QChar letter = word[0];
        message.role = letter == u's' ? Role::System
            : letter == u'u'          ? Role::User
            : letter == u't'          ? Role::Tool
                                      : Role::Assistant;
        if (letter == u'c') {
            call = QStringLiteral("call ") + message.id;
            message.toolCalls = {{call, QStringLiteral("look"), QStringLiteral("{}")}};
        }
        if (letter == u't')
            message.toolCallId = call;
        thread.append(message);
    }
    return thread;
}

/// The plan of a strategy for a thread under a limit of tokens, of which 3 prime the reply.
inline Core::ContextPlan planned(const QString &strategy, const QList<Core::Message> &thread,
                                 int limit, const Core::StrategyOptions &options = {},
                                 const Core::HandMarks &marks = {})
{
    const auto found = Core::strategyById(strategy);
    return found ? (*found)->plan({.thread = std::span(thread.constData(), size_t(thread.size())),
                                   .budget = {.window = limit, .replyReserve = 0},
                                   .options = options,
                                   .marks = marks,
                                   .counter = Core::TokenCounter()})
                 : Core::ContextPlan();
}

/// The ids of the messages that are sent themselves: "1 3 4"; "*" for a text of the strategy's.
inline QString sentIds(const Core::ContextPlan &plan)
{
    QStringList ids;
    for (const Core::RequestMessage &message : plan.messages)
        ids += message.item >= 0 ? plan.items[message.item].id : QStringLiteral("*");
    return ids.join(u' ');
}

/// The reason of every message, or of those of one verdict.
inline QString reasonOf(const Core::ContextPlan &plan, const QString &id)
{
    for (const Core::PlanItem &item : plan.items) {
        if (item.id == id)
            return Core::verdictName(item.verdict) + u' ' + Core::reasonName(item.reason);
    }
    return {};
}

inline bool hasNotice(const Core::ContextPlan &plan, Core::Notice::Code code)
{
    for (const Core::Notice &notice : plan.notices) {
        if (notice.code == code)
            return true;
    }
    return false;
}
