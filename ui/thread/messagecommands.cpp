#include "ui/thread/messagecommands.h"

#include "core/base/text.h"
#include "ui/thread/links.h"

#include <QCoreApplication>
#include <QSet>

namespace {

using Kind = MessageCommand::Kind;

constexpr int mostOfAKind = 12;
constexpr int longestLabel = 60;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MessageCommands)
};

void addLinks(QList<MessageCommand> &commands, QSet<QString> &seen, const Markdown::Text &text)
{
    for (const QString &link : text.links) {
        if (seen.size() >= mostOfAKind)
            return;
        if (seen.contains(link) || !Links::openable(link))
            continue;
        seen.insert(link);
        commands.append({Kind::OpenLink, Words::tr("Open %1").arg(link.left(longestLabel)), link});
    }
}

void addCode(QList<MessageCommand> &commands, const Markdown::Block &block)
{
    const QString line = Core::firstLine(block.text.shown, longestLabel / 2);
    commands.append({Kind::CopyCode, Words::tr("Copy the code “%1”").arg(line), Markdown::copiedCode(block)});
}

} // namespace

QList<MessageCommand> commandsOf(const ThreadRow &row, const Markdown::Blocks &blocks)
{
    QList<MessageCommand> commands;
    if (row.endsSummary)
        commands.append(
            {Kind::OpenSummary, Words::tr("Show the summary of what stands above"), {}});
    if (!row.message.reasoning.isEmpty())
        commands.append(
            {Kind::ToggleReasoning, Words::tr("Show or hide the model's reasoning"), {}});
    if (row.siblings.position > 1)
        commands.append({Kind::PreviousSibling, Words::tr("Previous version"), {}});
    if (row.siblings.position < row.siblings.count)
        commands.append({Kind::NextSibling, Words::tr("Next version"), {}});

    QList<MessageCommand> links;
    QSet<QString> seen;
    int codes = 0;
    for (const Markdown::Block &block : blocks) {
        if (block.kind == Markdown::Block::Kind::Code && codes++ < mostOfAKind)
            addCode(commands, block);
        addLinks(links, seen, block.text);
        for (const Markdown::Text &cell : block.cells)
            addLinks(links, seen, cell);
    }
    return commands + links;
}
