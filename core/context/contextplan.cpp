#include "core/context/contextplan.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView codeName(Reason::Code code)
{
    using Code = Reason::Code;
    switch (code) {
    case Code::SystemPrompt:
        return "system-prompt"_L1;
    case Code::NewestQuestion:
        return "newest-question"_L1;
    case Code::CurrentTurn:
        return "current-turn"_L1;
    case Code::WithItsTurn:
        return "with-its-turn"_L1;
    case Code::WholeHistory:
        return "whole-history"_L1;
    case Code::AmongLast:
        return "among-last"_L1;
    case Code::Fits:
        return "fits"_L1;
    case Code::StableBlock:
        return "stable-block"_L1;
    case Code::EverySecond:
        return "every-second"_L1;
    case Code::Relevant:
        return "relevant"_L1;
    case Code::PinnedByHand:
        return "pinned-by-hand"_L1;
    case Code::LastChunks:
        return "last-chunks"_L1;
    case Code::InSummary:
        return "in-summary"_L1;
    case Code::Extract:
        return "extract"_L1;
    case Code::ToolPair:
        return "tool-pair"_L1;
    case Code::OlderThanLast:
        return "older-than-last"_L1;
    case Code::OverBudget:
        return "over-budget"_L1;
    case Code::BeforeCut:
        return "before-cut"_L1;
    case Code::NotRelevant:
        return "not-relevant"_L1;
    case Code::ExcludedByHand:
        return "excluded-by-hand"_L1;
    case Code::BeforeFirstQuestion:
        return "before-first-question"_L1;
    case Code::UnpairedTool:
        return "unpaired-tool"_L1;
    case Code::Empty:
        return "empty"_L1;
    case Code::Unfinished:
        return "unfinished"_L1;
    case Code::ShortenedToFit:
        return "shortened-to-fit"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView codeName(Notice::Code code)
{
    using Code = Notice::Code;
    switch (code) {
    case Code::UnknownWindow:
        return "unknown-window"_L1;
    case Code::SummaryUnusable:
        return "summary-unusable"_L1;
    case Code::NoSummaryYet:
        return "no-summary-yet"_L1;
    case Code::SummarisedHere:
        return "summarised-here"_L1;
    case Code::NothingMatched:
        return "nothing-matched"_L1;
    case Code::QuestionShortened:
        return "question-shortened"_L1;
    case Code::TokensEstimated:
        return "tokens-estimated"_L1;
    case Code::NextRung:
        return "next-rung"_L1;
    case Code::SystemOverBudget:
        return "system-over-budget"_L1;
    case Code::PinsOverBudget:
        return "pins-over-budget"_L1;
    case Code::SummaryDue:
        return "summary-due"_L1;
    case Code::SummaryRefused:
        return "summary-refused"_L1;
    case Code::NothingAsked:
        return "nothing-asked"_L1;
    }
    Q_UNREACHABLE();
}

QString numbered(QLatin1StringView name, int n)
{
    return n == 0 ? QString(name) : name + u'-' + QString::number(n);
}

} // namespace

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Kept:
        return u"kept"_s;
    case Verdict::Pinned:
        return u"pinned"_s;
    case Verdict::Retrieved:
        return u"retrieved"_s;
    case Verdict::Shortened:
        return u"shortened"_s;
    case Verdict::Summarised:
        return u"summarised"_s;
    case Verdict::Dropped:
        return u"dropped"_s;
    case Verdict::Excluded:
        return u"excluded"_s;
    }
    Q_UNREACHABLE();
}

QString reasonName(const Reason &reason)
{
    return numbered(codeName(reason.code), reason.n);
}

QString noticeName(const Notice &notice)
{
    return numbered(codeName(notice.code), notice.n);
}

} // namespace Core
