#include "core/exchange/exporters.h"

#include "core/exchange/csvexporter.h"
#include "core/exchange/htmlexporter.h"
#include "core/exchange/markdownexporter.h"
#include "core/exchange/openaiexporter.h"
#include "core/exchange/skeinexporter.h"

#include <QFileDevice>
#include <QSaveFile>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

Result<> put(QIODevice &device, const QByteArray &bytes)
{
    if (device.write(bytes) == bytes.size())
        return {};
    return Error{Error::Kind::FileAccess, device.errorString()};
}

} // namespace

QStringList exportFormats()
{
    return {u"skein"_s,        u"skein-jsonl"_s, u"markdown"_s,   u"html"_s,
            u"openai-jsonl"_s, u"csv"_s,         u"csv-charges"_s};
}

std::unique_ptr<Exporter> exporterFor(const QString &format)
{
    if (format == "skein"_L1)
        return std::make_unique<SkeinExporter>();
    if (format == "skein-jsonl"_L1)
        return std::make_unique<SkeinExporter>(SkeinExporter::Layout::Lines);
    if (format == "markdown"_L1)
        return std::make_unique<MarkdownExporter>();
    if (format == "html"_L1)
        return std::make_unique<HtmlExporter>();
    if (format == "openai-jsonl"_L1)
        return std::make_unique<OpenAiExporter>();
    if (format == "csv"_L1)
        return std::make_unique<CsvExporter>();
    if (format == "csv-charges"_L1)
        return std::make_unique<CsvExporter>(CsvExporter::Rows::Charges);
    return nullptr;
}

Result<> exportTo(QIODevice &device, Exporter &exporter, const NextConversation &next)
{
    if (const Result<> done = put(device, exporter.begin()); !done)
        return done;
    while (true) {
        const Result<std::optional<Bundle>> bundle = next();
        if (!bundle)
            return bundle.error();
        if (!*bundle)
            return put(device, exporter.end());
        if (const Result<> done = put(device, exporter.conversation(**bundle)); !done)
            return done;
    }
}

Result<> exportToFile(const QString &path, Exporter &exporter, const NextConversation &next)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{Error::Kind::FileAccess, file.errorString(), path};
    if (const Result<> done = exportTo(file, exporter, next); !done)
        return done;
    if (!file.commit())
        return Error{Error::Kind::FileAccess, file.errorString(), path};
    return {};
}

} // namespace Core
