#include "core/exchange/ziparchive.h"

#include <zip.h>

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 mostEntries = 10'000;
constexpr qint64 highestRatio = 100;
constexpr qint64 smallEntry = 1 << 20; // whatever its ratio, it does no harm

struct CloseFile
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

Error badZip(const QString &why)
{
    return {Error::Kind::BadInput, why};
}

Error badZip(zip_error_t *error)
{
    return badZip(QString::fromUtf8(zip_error_strerror(error)));
}

} // namespace

void ZipArchive::Close::operator()(zip *archive) const
{
    zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(const QByteArray &bytes)
{
    ZipArchive opened;
    opened.m_bytes = bytes;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source =
        zip_source_buffer_create(opened.m_bytes.constData(), zip_uint64_t(bytes.size()), 0, &error);
    if (!source)
        return badZip(&error);
    opened.m_archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!opened.m_archive) {
        zip_source_free(source);
        return badZip(&error);
    }
    const zip_int64_t count = zip_get_num_entries(opened.m_archive.get(), 0);
    if (count > mostEntries)
        return badZip(u"the archive has %1 entries; %2 are allowed"_s.arg(count).arg(mostEntries));
    for (zip_int64_t i = 0; i < count; ++i) {
        const char *name = zip_get_name(opened.m_archive.get(), zip_uint64_t(i), 0);
        const QString text = QString::fromUtf8(name);
        if (name && !text.endsWith(u'/'))
            opened.m_entries.insert(text, i);
    }
    return opened;
}

Result<QByteArray> ZipArchive::beginning(const QString &name)
{
    return unpacked(m_entries.value(name, -1), 64);
}

Result<QByteArray> ZipArchive::read(const QString &name, qint64 &budget)
{
    const qint64 index = m_entries.value(name, -1);
    zip_stat_t stat;
    if (zip_stat_index(m_archive.get(), zip_uint64_t(index), 0, &stat) != 0)
        return badZip(zip_get_error(m_archive.get()));
    const auto size = qint64(std::min(stat.size, zip_uint64_t(budget) + 1));
    if (size > budget)
        return badZip(u"the archive unpacks to more than 2 GB"_s);
    if (size > smallEntry && size / highestRatio > qint64(stat.comp_size))
        return badZip(u"it unpacks to more than %1 times its size"_s.arg(highestRatio));
    budget -= size;
    Result<QByteArray> bytes = unpacked(index, size);
    if (bytes && bytes->size() != size)
        return badZip(u"it is not as long as it says"_s);
    return bytes;
}

/// At most `size` bytes, whatever the entry says about itself.
Result<QByteArray> ZipArchive::unpacked(qint64 index, qint64 size)
{
    const std::unique_ptr<zip_file_t, CloseFile> file(
        zip_fopen_index(m_archive.get(), zip_uint64_t(index), 0));
    if (!file)
        return badZip(zip_get_error(m_archive.get()));
    QByteArray bytes(size, Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < size) {
        const zip_int64_t count =
            zip_fread(file.get(), bytes.data() + filled, zip_uint64_t(size - filled));
        if (count < 0)
            return badZip(zip_file_get_error(file.get()));
        if (count == 0)
            break;
        filled += count;
    }
    bytes.truncate(filled);
    return bytes;
}

} // namespace Core
