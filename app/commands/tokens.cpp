#include "app/commands/exchangereport.h"
#include "app/commands/input.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "core/base/text.h"
#include "core/exchange/sourcefiles.h"
#include "core/tokens/tokencounter.h"
#include "core/tokens/tokenizer.h"
#include "ui/base/errortext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostToldOf = 10; ///< failures that are named one by one

struct Job
{
    Core::Tokenizer tokenizer;
    QString encoding;
    Core::Exactness exactness = Core::Exactness::Exact;
    bool ids = false;
};

Core::Error badInput(const QString &what, const QString &where)
{
    return {Core::Error::Kind::BadInput, what, where};
}

Core::Result<void> checkUtf8(QByteArrayView bytes, const QString &where, qsizetype offset)
{
    const qsizetype bad = Core::firstInvalidUtf8(bytes);
    if (bad < 0)
        return {};
    return badInput(u"invalid UTF-8 at byte %1"_s.arg(offset + bad), where);
}

QByteArray countLine(const Job &job, QByteArrayView text)
{
    if (!job.ids)
        return "{\"count\":" + QByteArray::number(job.tokenizer.count(text)) + "}\n";
    const auto ids = job.tokenizer.encode(text);
    QByteArray line = "{\"count\":" + QByteArray::number(qsizetype(ids.size())) + ",\"ids\":[";
    for (size_t i = 0; i < ids.size(); ++i)
        line += (i ? "," : "") + QByteArray::number(ids[i]);
    return line + "]}\n";
}

/// What was counted, and what was not.
struct Outcome
{
    qint64 counted = 0;
    QList<Core::Error> failures;
};

QList<Core::LeftOut> leftOutOf(const QList<Core::Error> &failures)
{
    QList<Core::LeftOut> all;
    for (const Core::Error &error : failures)
        all.append({error.where.isEmpty() ? error.detail : error.where, errorText(error)});
    return all;
}

/// The text of a line of JSON.
Core::Result<QByteArray> textOf(const QByteArray &line, const QString &where, qsizetype offset)
{
    if (const auto valid = checkUtf8(line, where, offset); !valid)
        return valid.error();
    if (line.trimmed().isEmpty())
        return badInput(u"the line is empty"_s, where);
    QJsonParseError parse;
    const QJsonValue text = QJsonDocument::fromJson(line, &parse).object()["text"_L1];
    if (parse.error != QJsonParseError::NoError)
        return badInput(parse.errorString(), where);
    if (!text.isString())
        return badInput(u"there is no \"text\" in it"_s, where);
    return text.toString().toUtf8();
}

/// Why there is no next line. Qt only knows for what is read otherwise.
Core::Error readError(QFile &file, const QString &name)
{
    (void)file.read(1);
    return {Core::Error::Kind::FileAccess, file.errorString(), name};
}

/// A line of output for each line of input, so that both stay side by side; only empty lines at
/// the end have none. False once standard output takes no more, which is told at the end.
bool countLines(QFile &file, const Job &job, const QString &name, Outcome &outcome)
{
    QList<Core::Error> empty;
    qsizetype offset = 0;
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine();
        if (line.isEmpty()) {
            if (!file.atEnd()) // as of a folder, which has no lines and no end either
                outcome.failures += readError(file, name);
            break;
        }
        const auto text = textOf(line, u"%1, line %2"_s.arg(name).arg(number), offset);
        offset += line.size();
        if (!text && line.trimmed().isEmpty()) {
            empty += text.error();
            continue;
        }
        outcome.failures += empty;
        if (!text)
            outcome.failures += text.error();
        outcome.counted += text ? 1 : 0;
        const QByteArray none = "{\"count\":null}\n";
        if (!print(none.repeated(empty.size()) + (text ? countLine(job, *text) : none)))
            return false;
        empty.clear();
    }
    return true;
}

QJsonObject countJson(const Job &job, const QByteArray &text, const QString &name)
{
    QJsonObject object{{u"file"_s, name},
                       {u"encoding"_s, job.encoding},
                       {u"exactness"_s, Core::exactnessName(job.exactness)},
                       {u"count"_s, job.tokenizer.count(QByteArrayView(text))}};
    if (job.ids) {
        QJsonArray ids;
        for (const auto id : job.tokenizer.encode(QByteArrayView(text)))
            ids.append(qint64(id));
        object[u"ids"_s] = ids;
    }
    return object;
}

QByteArray countText(const Job &job, const QByteArray &text)
{
    QByteArray line = QByteArray::number(job.tokenizer.count(QByteArrayView(text)));
    if (job.ids) {
        for (const auto id : job.tokenizer.encode(QByteArrayView(text)))
            line += ' ' + QByteArray::number(id);
    }
    return line;
}

Outcome countFiles(const Invocation &call, const Job &job, const QStringList &names)
{
    Outcome outcome;
    QJsonArray rows;
    for (const QString &name : names) {
        const auto text = readText(name);
        if (!text) {
            outcome.failures += text.error();
            continue;
        }
        ++outcome.counted;
        if (call.json())
            rows.append(countJson(job, *text, Core::sourceLabel(name)));
        else
            print(countText(job, *text)
                  + (names.size() > 1 ? '\t' + Core::sourceLabel(name).toUtf8() : QByteArray())
                  + '\n');
    }
    if (call.json() && names.size() > 1)
        printJson({{u"rows"_s, rows}, {u"left_out"_s, leftOutJson(leftOutOf(outcome.failures))}});
    else if (!rows.isEmpty())
        printJson(rows.first().toObject());
    return outcome;
}

Outcome countAllLines(const Job &job, const QStringList &names)
{
    Outcome outcome;
    for (const QString &name : names) {
        QFile file(name);
        if (const auto opened = openInput(file); !opened) {
            outcome.failures += opened.error();
        } else if (!countLines(file, job, Core::sourceLabel(name), outcome)) {
            break;
        }
    }
    return outcome;
}

Exit end(const Invocation &call, const Outcome &outcome)
{
    const qsizetype told = std::min<qsizetype>(outcome.failures.size(), mostToldOf);
    for (const Core::Error &error : outcome.failures.first(told))
        call.failed(error);
    if (outcome.failures.size() > told)
        Invocation::note(u"skein tokens: and %1 more"_s.arg(outcome.failures.size() - told));
    if (outcome.failures.isEmpty())
        return Exit::Done;
    return outcome.counted > 0 ? Exit::Partly : Exit::Failed;
}

void noteEstimate(const QString &model, Core::Encoding encoding)
{
    const QString near = Core::nearestExactModel(model);
    Invocation::note(u"skein tokens: the vocabulary of %1 is not public; estimated with %2%3"_s.arg(
        model, Core::encodingName(encoding),
        near.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(near)));
}

std::optional<Job> jobOf(const Invocation &call)
{
    const auto name =
        call.oneOf(u"encoding"_s, {u"cl100k_base"_s, u"o200k_base"_s}, u"o200k_base"_s);
    if (!name)
        return std::nullopt;
    Core::ModelTokens tokens{.encoding = *Core::encodingFromName(*name),
                             .exactness = Core::Exactness::Exact};
    if (call.isSet(u"model"_s)) {
        tokens = Core::modelTokens(call.value(u"model"_s));
        if (tokens.exactness != Core::Exactness::Exact)
            noteEstimate(call.value(u"model"_s), tokens.encoding);
    }
    return Job{Core::Tokenizer(tokens.encoding), Core::encodingName(tokens.encoding),
               tokens.exactness, call.isSet(u"ids"_s)};
}

Exit run(Invocation &call)
{
    const auto job = jobOf(call);
    if (!job)
        return Exit::Usage;
    QStringList names = call.positional();
    if (names.isEmpty())
        names = {u"-"_s};
    return end(call,
               call.isSet(u"jsonl"_s) ? countAllLines(*job, names) : countFiles(call, *job, names));
}

} // namespace

Verb tokensVerb()
{
    return {.name = u"tokens"_s,
            .arguments = u"[FILE…]"_s,
            .most = anyNumber,
            .summary = u"Count tokens exactly, of files or of standard input."_s,
            .example = u"skein tokens --model gpt-4o letter.txt"_s,
            .options = {{u"encoding"_s, u"NAME"_s, u"cl100k_base or o200k_base (the default)."_s},
                        {u"model"_s, u"MODEL"_s, u"Count as this model does."_s},
                        {u"ids"_s, {}, u"Print the tokens' numbers too."_s},
                        {u"jsonl"_s,
                         {},
                         u"Each input line is {\"text\": …}, each output line {\"count\": n}; null "
                         "where there is no text."_s}},
            .run = run};
}
