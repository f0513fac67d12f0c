#include "tests/support/randomthreads.h"

#include "core/context/storedsummary.h"

using namespace Core;
using namespace Qt::Literals::StringLiterals;

/// A model without a public vocabulary that was asked before.
static const ModelTokens learnt{Encoding::O200k, Exactness::Calibrated, 1.37};

QString RandomCases::words(int count)
{
    static const QStringList vocabulary{
        u"order"_s, u"refund"_s, u"áo"_s,   u"đơn"_s,     u"size"_s, u"giao"_s,     u"when"_s,
        u"hàng"_s,  u"price"_s,  u"M"_s,    u"90.000đ"_s, u"👍"_s,    u"tomorrow"_s, u"?"_s,
        u"trả"_s,   u"late"_s,   u"blue"_s, u"Hà Nội"_s,  u"box"_s,  u"thanks"_s};
    QStringList text;
    for (int i = 0; i < count; ++i)
        text += vocabulary[below(int(vocabulary.size()))];
    return text.join(u' ');
}

QString RandomCases::content()
{
    // A serial number makes every content its own, so that it can be looked for.
    const QString serial = u"#%1# "_s.arg(m_case.thread.size());
    if (oneIn(15))
        return oneIn(2) ? QString() : u" \n\t"_s;
    if (oneIn(80))
        return markedSummary({.text = u"The customer wants a box."_s, .madeBy = u"a-model"_s});
    if (oneIn(120))
        return serial + words(900);
    if (oneIn(15))
        return serial + u"🙂🙂 … !!"_s;
    return serial + words(1 + below(25));
}

void RandomCases::add(Role role, const QString &content)
{
    Message message{.id = u"case%1-%2"_s.arg(m_number).arg(m_case.thread.size()),
                    .role = role,
                    .content = content};
    if (m_named && role != Role::System)
        message.name = role == Role::User ? u"Lan"_s : u"Minh"_s;
    if (role == Role::Assistant && oneIn(12))
        message.status = MessageStatus(below(6));
    message.createdAt =
        QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + m_case.thread.size() * 60'000, Qt::UTC);
    m_case.thread.append(message);
}

void RandomCases::addToolCall()
{
    add(Role::Assistant, oneIn(2) ? QString() : content());
    const int calls = 1 + below(3);
    const QString prefix = u"call-%1-"_s.arg(m_case.thread.size());
    for (int i = 0; i < calls; ++i)
        m_case.thread.last().toolCalls.append({prefix + QString::number(i), u"look"_s, u"{}"_s});
    for (int i = calls - 1; i >= 0; --i) {
        if (oneIn(10))
            continue; // a result that never came
        if (oneIn(12))
            add(oneIn(2) ? Role::System : Role::User, content());
        add(Role::Tool, content());
        m_case.thread.last().toolCallId = prefix + QString::number(i);
    }
    if (oneIn(20)) {
        add(Role::Tool, content());
        m_case.thread.last().toolCallId = u"nobody"_s;
    }
}

void RandomCases::addTurn()
{
    if (!oneIn(8))
        add(Role::User, content());
    while (oneIn(4))
        addToolCall();
    if (!oneIn(8))
        add(Role::Assistant, content());
    if (oneIn(15))
        add(Role::System, content());
}

void RandomCases::addMarks()
{
    const int marks = oneIn(3) ? below(5) : 0;
    for (int i = 0; i < marks && !m_case.thread.isEmpty(); ++i) {
        const QString id = m_case.thread[below(int(m_case.thread.size()))].id;
        (oneIn(2) ? m_case.input.marks.pinned : m_case.input.marks.excluded).insert(id);
    }
}

void RandomCases::addSummaries()
{
    static const QStringList texts{
        u"The customer wants a refund."_s, u""_s,
        u"<think>hm</think> A refund."_s,  u"The customer wants a"_s,
        u"{\"tool_calls\": []}"_s,         u"I'm sorry, I cannot do that."_s};
    const int summaries = oneIn(2) ? 1 + below(2) : 0;
    for (int i = 0; i < summaries && !m_case.thread.isEmpty(); ++i)
        m_case.input.summaries.append({.text = texts[below(int(texts.size()))],
                                       .lastCovered = oneIn(5)
                                           ? u"gone"_s
                                           : m_case.thread[below(int(m_case.thread.size()))].id,
                                       .madeBy = u"a-model"_s});
}

RandomCase RandomCases::next()
{
    m_case = RandomCase();
    ++m_number;
    m_named = oneIn(4);
    if (!oneIn(4))
        add(Role::System, content());
    if (oneIn(6))
        add(Role::Assistant, content());
    const int turns = oneIn(30) ? 30 + below(30) : below(10);
    for (int i = 0; i < turns; ++i)
        addTurn();
    if (oneIn(2))
        m_case.draft = Message{.id = u"draft"_s, .content = u"#draft# "_s + words(1 + below(12))};
    addMarks();
    addSummaries();
    if (oneIn(4))
        m_case.input.options[u"omissions"_s] = true;

    static constexpr int windows[] = {-1, 0, 40, 90, 200, 400, 800, 1500, 4000, 128'000};
    m_case.input.budget.window = windows[below(10)];
    m_case.input.budget.replyReserve = oneIn(3) ? below(100) : 0;
    m_case.input.counter = TokenCounter(oneIn(3) ? learnt : modelTokens(u"gpt-4o"));
    m_case.input.counter.count(m_case.thread);
    if (m_case.draft)
        m_case.input.counter.count(*m_case.draft);
    return m_case;
}
