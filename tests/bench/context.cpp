#include "core/context/sampleconversation.h"
#include "core/context/strategies.h"
#include "core/context/threadmemory.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <ctime>

// How long plans, an index and questions to it take. With a FILE the talk is written there as
// JSON, so that others can be measured on the same.
//
// Times are of the processor, so that what else the machine does does not count.
//
//     bench_context [--short] [--only STRATEGY] [--runs N] [FILE]

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// The median of some runs, in milliseconds.
template <typename Work>
double median(int runs, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const double begin = processorMs();
        work(i);
        times.push_back(processorMs() - begin);
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[size_t(runs / 2)];
}

void print(const QString &what, double ms, double goal)
{
    std::printf("%-44s %10.3f ms   goal %6.2f ms   %s\n", qPrintable(what), ms, goal,
                ms <= goal ? "kept" : "MISSED");
}

/// Sample conversations behind each other, counted.
QList<Message> talk(int messages)
{
    QList<Message> thread;
    for (quint64 seed = 1; thread.size() < messages; ++seed) {
        for (const Message &message :
             sampleConversation(seed, {.language = TextLanguage::English, .matters = 20})
                 .messages) {
            if (message.role != Role::System && thread.size() < messages)
                thread.append(message);
        }
    }
    TokenCounter(modelTokens(u"gpt-4o"_s)).count(thread);
    return thread;
}

Message asked()
{
    Message question{.id = u"question"_s,
                     .content = u"Which order number did I give you for the wool jacket?"_s};
    TokenCounter(modelTokens(u"gpt-4o"_s)).count(question);
    return question;
}

void measurePlans(int messages, int runs, const QString &only)
{
    const QList<Message> thread = talk(messages + runs + 1);
    const Message question = asked();
    for (const Strategy &strategy : strategies()) {
        if (!only.isEmpty() && strategy.id != only)
            continue;
        ThreadMemory memory;
        const auto options = checkOptions(strategy, {});
        const auto plan = [&](qsizetype size) {
            const std::span known(thread.constData(), size_t(size));
            const ThreadMemory::Claim claim = memory.claim(known);
            return strategy.plan({.thread = known,
                                  .draft = &question,
                                  .budget = {.window = 16'000, .replyReserve = 1000},
                                  .options = *options,
                                  .counter = TokenCounter(modelTokens(u"gpt-4o"_s)),
                                  .known = &claim.known()});
        };
        plan(messages);
        const QString name = u"plan of %1 messages, %2"_s.arg(messages).arg(strategy.id);
        print(name, median(runs, [&](int) { plan(messages); }), 5);
        print(name + u", one more"_s, median(runs, [&](int i) { plan(messages + 1 + i); }), 1);
    }
}

void measureIndex(int runs)
{
    const QList<Message> thread = talk(700);
    print(u"index of 700 turns"_s, median(runs, [&](int) { ThreadIndex().update(thread); }), 20);
    ThreadIndex index;
    index.update(thread);
    const QString question = asked().content;
    print(u"question to it"_s, median(runs * 20, [&](int) { (void)index.relevance(question); }),
          0.1);
    const QList<Message> more = talk(700 + runs);
    print(u"one message more in it"_s,
          median(runs, [&](int i) { index.update(std::span(more).first(size_t(701 + i))); }), 1);
}

void write(const QString &path, int count)
{
    QJsonArray messages;
    for (const Message &message : talk(count))
        messages.append(QJsonObject{{u"role"_s, roleName(message.role)},
                                    {u"content"_s, message.content},
                                    {u"tokens"_s, message.tokens}});
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(
            QJsonDocument(QJsonObject{{u"question"_s, asked().content}, {u"messages"_s, messages}})
                .toJson(QJsonDocument::Compact));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QCommandLineOption shortRun(u"short"_s, u"Look whether all runs."_s);
    const QCommandLineOption onlyOption(u"only"_s, u"Plans of this strategy alone."_s, u"name"_s);
    const QCommandLineOption runsOption(u"runs"_s, u"Of each plan (30)."_s, u"n"_s, u"30"_s);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({shortRun, onlyOption, runsOption});
    parser.addPositionalArgument(u"file"_s, u"Where the talk is written."_s, u"[FILE]"_s);
    parser.process(app);
    const bool isShort = parser.isSet(shortRun);
    const int runs = std::max(1, parser.value(runsOption).toInt());
    const QString only = parser.value(onlyOption);
    const QString path = parser.positionalArguments().value(0);
    const int messages = isShort ? 500 : 10'000;
    if (!path.isEmpty())
        write(path, std::max(messages, 700));
    measureIndex(isShort ? 2 : 30);
    measurePlans(messages, isShort ? 2 : runs, only);
}
