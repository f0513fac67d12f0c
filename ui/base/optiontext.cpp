#include "ui/base/optiontext.h"

#include "ui/base/formats.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OptionText)
};

QString valueText(const QJsonValue &value)
{
    const double number = value.toDouble();
    return number == std::floor(number) ? Formats::number(qint64(number))
                                        : QLocale().toString(number, 'f', 2);
}

} // namespace

QString optionName(const QString &name)
{
    if (name == "last"_L1)
        return Texts::tr("Newest messages");
    if (name == "tokens"_L1)
        return Texts::tr("Tokens at most");
    if (name == "messages"_L1)
        return Texts::tr("Newest messages in full");
    if (name == "extractive"_L1)
        return Texts::tr("Summarise on this machine");
    if (name == "recent"_L1)
        return Texts::tr("Newest turns");
    if (name == "similarity"_L1)
        return Texts::tr("Similarity");
    if (name == "most"_L1)
        return Texts::tr("Messages in a chunk");
    if (name == "full"_L1)
        return Texts::tr("Last chunks in full");
    if (name == "relevant"_L1)
        return Texts::tr("Tokens of quotes");
    if (name == "retrieved"_L1)
        return Texts::tr("Tokens retrieved");
    if (name == "share"_L1)
        return Texts::tr("Share kept when cut");
    if (name == "alpha"_L1)
        return Texts::tr("Weight of words");
    if (name == "by"_L1)
        return Texts::tr("Summarised by");
    if (name == "omissions"_L1)
        return Texts::tr("Mark what is left out");
    return name;
}

QString optionText(const QString &name)
{
    if (name == "last"_L1)
        return Texts::tr("How many of the newest messages are sent.");
    if (name == "tokens"_L1)
        return Texts::tr("How many tokens the strategy may choose, below what the budget allows.");
    if (name == "messages"_L1)
        return Texts::tr("How many of the newest messages are sent as they are; the older ones "
                         "go into the summary.");
    if (name == "extractive"_L1)
        return Texts::tr("Makes a summary of extracts on this machine where no model has made "
                         "one.");
    if (name == "recent"_L1)
        return Texts::tr("How many of the newest turns always go, whatever they are about.");
    if (name == "similarity"_L1)
        return Texts::tr("How much neighbouring messages must have in common to be one chunk, "
                         "from 0 to 1.");
    if (name == "most"_L1)
        return Texts::tr("How many messages a chunk holds at most.");
    if (name == "full"_L1)
        return Texts::tr("How many chunks at the end are sent as they are.");
    if (name == "relevant"_L1)
        return Texts::tr("How many tokens quotes from the older chunks may have.");
    if (name == "retrieved"_L1)
        return Texts::tr("How many tokens what bears on the question may have.");
    if (name == "share"_L1)
        return Texts::tr("Down to which share of the budget the history is cut when it is full, "
                         "from 0.1 to 1.");
    if (name == "alpha"_L1)
        return Texts::tr("How much words count beside meanings when messages are chosen, from 0 "
                         "to 1; without meanings words alone count.");
    if (name == "by"_L1)
        return Texts::tr("The model that summarises; empty: none, the summary is made of extracts "
                         "on this machine.");
    if (name == "omissions"_L1)
        return Texts::tr("Marks in the request where messages were left out, so that the model "
                         "knows of the gap.");
    return {};
}

QString zeroText(const QString &name)
{
    return name == "tokens"_L1 ? Texts::tr("as many as fit") : QString();
}

QString optionsText(const Core::StrategyOptions &options)
{
    QStringList parts;
    for (auto each = options.begin(); each != options.end(); ++each) {
        const QString name = optionName(each.key());
        if (each->isString())
            parts += Texts::tr("%1: %2", "option, its text").arg(name, each->toString());
        else if (!each->isBool())
            parts += Texts::tr("%1 %2", "option, its value").arg(name, valueText(*each));
        else
            parts += each->toBool() ? Texts::tr("%1: yes", "option").arg(name)
                                    : Texts::tr("%1: no", "option").arg(name);
    }
    return parts.join(u", "_s);
}
