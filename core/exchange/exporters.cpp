#include "core/exchange/exporters.h"

#include "core/exchange/csvexporter.h"
#include "core/exchange/htmlexporter.h"
#include "core/exchange/markdownexporter.h"
#include "core/exchange/openaiexporter.h"
#include "core/exchange/skeinexporter.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

bool isFlushed(QIODevice &device)
{
    auto *file = qobject_cast<QFileDevice *>(&device);
    return !file || file->flush();
}

/// Why it could not be written. Of a write that was cut short Qt does not know why; what is left
/// in its buffer runs into the same wall and tells.
Error writeError(QIODevice &device, const QString &name)
{
    isFlushed(device);
    return {Error::Kind::FileAccess, device.errorString(), name};
}

/// Into a device or a pipe one writes; a file that appears when it is whole would take its
/// place.
Result<> exportIntoPlace(const QString &path, Exporter &exporter, const NextConversation &next)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{Error::Kind::FileAccess, file.errorString(), path};
    return exportTo(file, path, exporter, next);
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

Result<> exportTo(QIODevice &device, const QString &name, Exporter &exporter,
                  const NextConversation &next)
{
    const auto put = [&](const QByteArray &bytes) -> Result<> {
        for (QByteArrayView rest = bytes; !rest.isEmpty();) {
            const qint64 written = device.write(rest.data(), rest.size());
            if (written <= 0)
                return writeError(device, name);
            rest = rest.sliced(written);
        }
        return {};
    };
    if (const Result<> done = put(exporter.begin()); !done)
        return done;
    while (true) {
        const Result<std::optional<Bundle>> bundle = next();
        if (!bundle)
            return bundle.error();
        if (!*bundle)
            break;
        if (const Result<> done = put(exporter.conversation(**bundle)); !done)
            return done;
    }
    if (const Result<> done = put(exporter.end()); !done)
        return done;
    if (!isFlushed(device))
        return writeError(device, name);
    return {};
}

Result<> exportToFile(const QString &path, Exporter &exporter, const NextConversation &next)
{
    if (const QFileInfo there(path); there.exists() && !there.isFile() && !there.isDir())
        return exportIntoPlace(path, exporter, next);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{Error::Kind::FileAccess, file.errorString(), path};
    if (const Result<> done = exportTo(file, path, exporter, next); !done)
        return done;
    if (!file.commit())
        return Error{Error::Kind::FileAccess, file.errorString(), path};
    return {};
}

} // namespace Core
