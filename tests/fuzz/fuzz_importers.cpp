// Whatever bytes come, reading them neither crashes nor hangs, and what comes out is sound:
// ids once each, parents before children, clean text, and the same again after our own
// format. Built on libFuzzer's entry point; tests/fuzz/driver.cpp calls it without libFuzzer.

#include "core/base/text.h"
#include "core/exchange/exporters.h"
#include "core/exchange/sourcereader.h"

#include <QSet>

#include <cstdint>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

void require(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

void requireSound(const Bundle &bundle)
{
    QSet<QString> seen;
    for (const Message &message : bundle.messages) {
        require(!message.id.isEmpty() && !seen.contains(message.id), "an id is used twice");
        require(message.parentId.isEmpty() || seen.contains(message.parentId),
                "a parent does not come before its child");
        require(cleanText(message.content) == message.content, "a text is not clean");
        seen.insert(message.id);
    }
    const bool isOurs = !bundle.conversation.metadata.contains("source"_L1);
    require(isOurs || seen.contains(bundle.conversation.activeLeaf), "there is no active leaf");
}

QByteArray exported(const QString &format, const Bundle &bundle)
{
    const auto exporter = exporterFor(format);
    return exporter->begin() + exporter->conversation(bundle) + exporter->end();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const IdRule rule : {IdRule::Stable, IdRule::KeepSource}) {
        const Result<Reading> reading = readSourceBytes(u"fuzz"_s, bytes, {.ids = rule});
        if (!reading)
            continue;
        for (const Bundle &bundle : reading->bundles) {
            requireSound(bundle);
            for (const QString &format : exportFormats())
                exported(format, bundle);
            const Result<Reading> again = readSourceBytes(u"again"_s, exported(u"skein"_s, bundle));
            require(again && again->bundles == QList<Bundle>{bundle},
                    "our own format does not give back the same");
        }
    }
    return 0;
}
