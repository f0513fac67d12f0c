#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "core/base/text.h"
#include "core/tokens/tokencounter.h"
#include "core/tokens/tokenizer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

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

Core::Result<void> countLines(QFile &file, const Job &job, const QString &name)
{
    qsizetype offset = 0;
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine();
        const QString where = u"%1, line %2"_s.arg(name).arg(number);
        if (const auto valid = checkUtf8(line, where, offset); !valid)
            return valid;
        offset += line.size();
        if (line.trimmed().isEmpty())
            continue;
        QJsonParseError parse;
        const QJsonValue text = QJsonDocument::fromJson(line, &parse).object()["text"_L1];
        if (parse.error != QJsonParseError::NoError)
            return badInput(parse.errorString(), where);
        if (!text.isString())
            return badInput(u"there is no \"text\" in it"_s, where);
        if (!print(countLine(job, text.toString().toUtf8())))
            return Core::Error{Core::Error::Kind::FileAccess, u"it cannot be written"_s,
                               u"standard output"_s};
    }
    return {};
}

/// How a file's count is printed.
enum class Form { Alone, WithName, Json };

Core::Result<void> countFile(QFile &file, const Job &job, const QString &name, Form form)
{
    const QByteArray text = file.readAll();
    if (const auto valid = checkUtf8(text, name, 0); !valid)
        return valid;
    const qsizetype count = job.tokenizer.count(QByteArrayView(text));
    if (form == Form::Json) {
        QJsonObject object{{u"file"_s, name},
                           {u"encoding"_s, job.encoding},
                           {u"exactness"_s, Core::exactnessName(job.exactness)},
                           {u"count"_s, count}};
        if (job.ids) {
            QJsonArray ids;
            for (const auto id : job.tokenizer.encode(QByteArrayView(text)))
                ids.append(qint64(id));
            object[u"ids"_s] = ids;
        }
        printJson(object);
        return {};
    }
    QByteArray line = QByteArray::number(count);
    if (job.ids) {
        for (const auto id : job.tokenizer.encode(QByteArrayView(text)))
            line += ' ' + QByteArray::number(id);
    }
    print(line + (form == Form::Alone ? QByteArray() : '\t' + name.toUtf8()) + '\n');
    return {};
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
    for (const QString &name : std::as_const(names)) {
        QFile file(name);
        const bool standardInput = name == "-"_L1;
        const bool open =
            standardInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
        if (!open)
            return call.failed({Core::Error::Kind::FileAccess, file.errorString(), name});
        const QString shown = standardInput ? u"standard input"_s : name;
        const Form form = call.json() ? Form::Json
            : names.size() > 1        ? Form::WithName
                                      : Form::Alone;
        const auto done = call.isSet(u"jsonl"_s) ? countLines(file, *job, shown)
                                                 : countFile(file, *job, shown, form);
        if (!done)
            return call.failed(done.error());
    }
    return Exit::Done;
}

} // namespace

Verb tokensVerb()
{
    return {.name = u"tokens"_s,
            .arguments = u"[FILE…]"_s,
            .summary = u"Count tokens exactly, of files or of standard input."_s,
            .example = u"skein tokens --model gpt-4o letter.txt"_s,
            .options = {{u"encoding"_s, u"NAME"_s, u"cl100k_base or o200k_base (the default)."_s},
                        {u"model"_s, u"MODEL"_s, u"Count as this model does."_s},
                        {u"ids"_s, {}, u"Print the tokens' numbers too."_s},
                        {u"jsonl"_s,
                         {},
                         u"Each input line is {\"text\": …}, each output line {\"count\": n}."_s}},
            .run = run};
}
