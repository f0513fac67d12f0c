#include "core/exchange/sourcereader.h"

#include "core/base/text.h"
#include "core/exchange/jsonslices.h"
#include "core/exchange/sourcefiles.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// As UTF-8 without a byte-order mark.
QByteArray plainUtf8(const QByteArray &bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        return bytes.mid(3);
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")) {
        QStringDecoder decoder(QStringDecoder::Utf16); // looks at the mark and drops it
        return QString(decoder(bytes)).toUtf8();
    }
    return bytes;
}

/// Exports come with files that are none of our business, such as the user's address. Only
/// one whose name promises conversations is missed when it holds none.
bool promisesConversations(const QString &name)
{
    const QString file = name.section(u'/', -1);
    return (file.contains("conversation"_L1) || file.contains("chat"_L1))
        && !file.contains("shared_conversations"_L1);
}

/// Reads the files of one source.
class SourceReader
{
public:
    SourceReader(const ReadOptions &options, const TakeConversation &take)
        : m_options(options)
        , m_take(take)
        , m_ids(options.ids)
    {
    }

    Result<QList<LeftOut>> read(const QString &path)
    {
        const Result<> walked = eachSourceFile(
            path, m_leftOut, [this](const SourceFile &file) { return readFile(file); });
        return walked ? report(sourceLabel(path)) : walked.error();
    }

    Result<QList<LeftOut>> read(const SourceFile &source)
    {
        const Result<> walked = eachSourceFile(
            source, m_leftOut, [this](const SourceFile &file) { return readFile(file); });
        return walked ? report(source.name) : walked.error();
    }

private:
    Result<QList<LeftOut>> report(const QString &path)
    {
        if (m_isCancelled)
            return Error{Error::Kind::Cancelled, {}, path};
        if (m_recognised == 0 && !m_sawEmptyList)
            return nothingRead(path);
        reportMissingShards();
        return m_leftOut;
    }

    Error nothingRead(const QString &path) const
    {
        if (m_leftOut.isEmpty())
            return {Error::Kind::BadInput, u"no conversations in a known format"_s, path};
        const LeftOut &first = m_leftOut.first();
        return {Error::Kind::BadInput, u"%1: %2"_s.arg(first.where, first.reason), path};
    }

    /// Large exports come in several files, and a manifest lists them.
    void readManifest(QByteArrayView bytes)
    {
        static const QRegularExpression shard(u"conversations-\\d+\\.json"_s);
        for (auto found = shard.globalMatch(QString::fromUtf8(bytes)); found.hasNext();)
            m_missing += found.next().captured();
    }

    void reportMissingShards()
    {
        m_missing.removeDuplicates();
        for (const QString &name : std::as_const(m_missing)) {
            if (!m_seen.contains(name))
                m_leftOut.append({name, u"export_manifest.json names it, but it is not there"_s});
        }
    }

    bool readFile(const SourceFile &file)
    {
        const QByteArray bytes = plainUtf8(file.bytes);
        JsonSlices slices = slicesOf(bytes);
        m_file = file.name;
        m_markSize = file.bytes.size() > bytes.size() ? file.bytes.size() - bytes.size() : 0;
        m_seen += file.name.section(u'/', -1).section(u' ', -1);
        if (m_seen.last() == "export_manifest.json"_L1)
            readManifest(bytes);
        m_isLines = slices.shape() == JsonSlices::Shape::Lines;
        m_numberBefore = m_number;
        m_unknown.clear();
        const int recognisedBefore = m_recognised;
        int count = 0;
        while (const std::optional<JsonSlice> slice = slices.next()) {
            ++count;
            if (m_options.goOn && !m_options.goOn(slice->offset, bytes.size()))
                m_isCancelled = true;
            if (m_isCancelled || !readSlice(*slice, slices))
                return false;
            // A list of something else altogether.
            if (m_recognised == recognisedBefore && m_unknown.size() > 1000)
                break;
        }
        m_sawEmptyList =
            m_sawEmptyList || (count == 0 && slices.shape() == JsonSlices::Shape::List);
        if (m_recognised == recognisedBefore && !promisesConversations(m_file)) {
            for (; !m_unknown.isEmpty(); m_unknown.removeLast())
                m_leftOut.removeAt(m_unknown.last());
        }
        return true;
    }

    /// A top-level object is a conversation, or has the list of them under a key.
    JsonSlices slicesOf(QByteArrayView bytes)
    {
        const JsonSlices whole(bytes);
        JsonSlices list = whole;
        if (!list.enterList("conversations"))
            return whole;
        JsonSlices ahead = list;
        constexpr int looked = 16; // the first ones may be damaged
        for (int i = 0; i < looked; ++i) {
            const std::optional<JsonSlice> slice = ahead.next();
            if (!slice)
                return i == 0 ? list : whole;
            const Result<JsonValue> value = m_parser.parse(slice->text);
            if (value && importerFor(*value))
                return list;
        }
        return whole;
    }

    /// False to stop.
    bool readSlice(const JsonSlice &slice, JsonSlices &slices)
    {
        const Result<JsonValue> value = m_parser.parse(slice.text);
        const Importer *importer = value ? importerFor(*value) : nullptr;
        if (!importer && (slice.isGuess || !value))
            slices.recover();
        if (!importer && slice.isGuess)
            return true;

        m_number = m_numberBefore + slice.number;
        const QString where = placeOf(slice);
        if (!value) {
            m_leftOut.append(
                {where,
                 slice.isWhole ? value.error().detail : u"the file ends in the middle of it"_s});
        } else if (!importer) {
            m_unknown.append(m_leftOut.size());
            m_leftOut.append({where, u"it is not a conversation of a known format"_s});
        } else {
            ++m_recognised;
            reportBadBytes(slice, where);
            return readValue(*importer, *value, where);
        }
        return true;
    }

    bool readValue(const Importer &importer, const JsonValue &value, const QString &where)
    {
        ImportDesk desk{.ids = m_ids, .number = m_number};
        Result<Bundle> bundle = importer.read(value, desk);
        for (const LeftOut &each : std::as_const(desk.leftOut))
            m_leftOut.append({u"%1, %2"_s.arg(where, each.where), each.reason});
        if (bundle)
            return m_take(*std::move(bundle), m_number);
        m_leftOut.append({where, bundle.error().detail});
        return true;
    }

    void reportBadBytes(const JsonSlice &slice, const QString &where)
    {
        const qsizetype bad = firstInvalidUtf8(slice.text);
        if (bad >= 0)
            m_leftOut.append({u"%1, byte %2"_s.arg(where).arg(m_markSize + slice.offset + bad),
                              u"bytes that are not UTF-8 were replaced"_s});
    }

    QString placeOf(const JsonSlice &slice) const
    {
        return (m_isLines ? u"%1, line %2"_s : u"%1, conversation %2"_s)
            .arg(m_file)
            .arg(slice.number);
    }

    const Importer *importerFor(const JsonValue &value)
    {
        const bool isAny = m_options.format.isEmpty() || m_options.format == "auto"_L1;
        for (const Importer *importer : importers()) {
            if ((isAny || importer->format() == m_options.format) && importer->recognises(value))
                return importer;
        }
        return nullptr;
    }

    const ReadOptions &m_options;
    const TakeConversation &m_take;
    SourceIds m_ids;
    JsonParser m_parser;
    QList<LeftOut> m_leftOut;
    int m_recognised = 0;
    int m_number = 0; ///< of the last conversation, over all files
    bool m_sawEmptyList = false;
    bool m_isCancelled = false;
    QStringList m_seen; ///< names of the files, without folders
    QStringList m_missing; ///< names in the manifest

    // Of the file being read
    QString m_file;
    qsizetype m_markSize = 0; ///< of the byte-order mark
    bool m_isLines = false;
    int m_numberBefore = 0;
    QList<qsizetype> m_unknown; ///< entries of m_leftOut that are no conversations
};

} // namespace

QStringList importFormats()
{
    QStringList formats{u"auto"_s};
    for (const Importer *importer : importers())
        formats += importer->format();
    return formats;
}

namespace {

Error unknownFormat(const QString &format)
{
    return {Error::Kind::BadInput, u"unknown format \"%1\""_s.arg(format)};
}

bool isKnown(const QString &format)
{
    return format.isEmpty() || importFormats().contains(format);
}

/// Gathers what is handed out one by one.
template <typename Read>
Result<Reading> gathered(const Read &read)
{
    Reading reading;
    Result<QList<LeftOut>> leftOut = read([&reading](Bundle bundle, int number) {
        reading.bundles.append(std::move(bundle));
        reading.numbers.append(number);
        return true;
    });
    if (!leftOut)
        return leftOut.error();
    reading.leftOut = *std::move(leftOut);
    return reading;
}

} // namespace

Result<Reading> readSource(const QString &path, const ReadOptions &options)
{
    return gathered([&](const TakeConversation &take) { return readSource(path, options, take); });
}

Result<QList<LeftOut>> readSource(const QString &path, const ReadOptions &options,
                                  const TakeConversation &take)
{
    if (!isKnown(options.format))
        return unknownFormat(options.format);
    return SourceReader(options, take).read(path);
}

Result<Reading> readSourceBytes(const QString &name, const QByteArray &bytes,
                                const ReadOptions &options)
{
    if (!isKnown(options.format))
        return unknownFormat(options.format);
    return gathered([&](const TakeConversation &take) {
        return SourceReader(options, take).read(SourceFile{name, bytes});
    });
}

Result<Bundle> readConversation(const QString &source, const ReadOptions &options)
{
    const SourceName name = sourceNameOf(source);
    Reading reading;
    int last = 0;
    Result<QList<LeftOut>> leftOut = readSource(name.path, options, [&](Bundle bundle, int number) {
        last = number;
        if (name.number != 0 && number != name.number)
            return true;
        reading.bundles.append(std::move(bundle));
        reading.numbers.append(number);
        return name.number == 0 && reading.bundles.size() < 2;
    });
    if (!leftOut)
        return leftOut.error();
    reading.leftOut = *std::move(leftOut);
    Result<Bundle> found = conversationIn(reading, name.number);
    if (found)
        return found;
    Error error = found.error();
    if (error.kind == Error::Kind::NotFound && last > 0) {
        error.where = u"%1 in %2"_s.arg(error.detail, name.path);
        error.detail = last == 1 ? u"1"_s : u"1 to %1"_s.arg(last);
        return error;
    }
    error.where = name.path;
    return error;
}

Result<Bundle> conversationIn(const Reading &reading, int number)
{
    if (number == 0 && reading.bundles.size() == 1)
        return reading.bundles.first();
    if (number == 0 && reading.bundles.size() > 1)
        return Error{Error::Kind::BadInput,
                     u"it has several conversations; name one, as in FILE#1"_s};
    const qsizetype index = reading.numbers.indexOf(number);
    if (index >= 0)
        return reading.bundles[index];
    if (number == 0)
        return Error{Error::Kind::BadInput, u"there is no conversation in it"_s};
    return Error{Error::Kind::NotFound, u"conversation %1"_s.arg(number)};
}

SourceName sourceNameOf(const QString &source)
{
    const qsizetype at = source.lastIndexOf(u'#');
    bool isNumber = false;
    const int number = at < 0 ? 0 : source.mid(at + 1).toInt(&isNumber);
    if (!isNumber || number < 1 || QFileInfo::exists(source))
        return {source, 0};
    return {source.left(at), number};
}

} // namespace Core
