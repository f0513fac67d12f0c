#include "core/exchange/sourcefiles.h"

#include "core/exchange/ziparchive.h"

#include <QCollator>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;
using Take = std::function<bool(const SourceFile &)>;

constexpr qint64 largestFile = 2LL << 30;
constexpr int deepestArchive = 2; // some exports are archives of archives

bool isZip(QByteArrayView bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06");
}

/// Whether a file that begins like this may be JSON, in any of the encodings of Unicode.
bool mayBeJson(QByteArrayView beginning)
{
    for (const QByteArrayView mark : {"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"}) {
        if (beginning.startsWith(mark))
            return true;
    }
    const QByteArrayView text = beginning.trimmed();
    return text.startsWith('{') || text.startsWith('[');
}

void sortByName(QStringList &names)
{
    QCollator collator(QLocale(QLocale::English)); // the C locale ignores numericMode
    collator.setNumericMode(true);
    std::sort(names.begin(), names.end(), collator);
}

/// Reads one source; the budget for unpacking is for all of it.
class Walk
{
public:
    Walk(QList<LeftOut> &leftOut, const Take &take)
        : m_leftOut(leftOut)
        , m_take(take)
    {
    }

    Result<> file(const QString &path, const QString &name)
    {
        QFile file(path);
        const bool isInput = path == "-"_L1;
        if (!(isInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
            return Error{Error::Kind::FileAccess, file.errorString(), sourceLabel(path)};
        if (file.size() > largestFile)
            return Error{Error::Kind::BadInput, u"it is larger than 2 GB"_s, sourceLabel(path)};
        const QByteArray bytes = file.readAll();
        if (file.error() != QFile::NoError)
            return Error{Error::Kind::FileAccess, file.errorString(), sourceLabel(path)};
        return content({name, bytes});
    }

    Result<> content(const SourceFile &file)
    {
        if (isZip(file.bytes))
            return archive(file.bytes, file.name, 1);
        hand(file);
        return {};
    }

    Result<> folder(const QString &path)
    {
        QStringList names;
        const QDir top(path);
        for (QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
            names += top.relativeFilePath(files.next());
        sortByName(names);
        for (const QString &name : std::as_const(names)) {
            const QString each = top.filePath(name);
            QFile file(each);
            const QByteArray beginning = file.open(QIODevice::ReadOnly) ? file.peek(64) : "{";
            if (m_isStopped || !(isZip(beginning) || mayBeJson(beginning)))
                continue;
            if (const Result<> done = this->file(each, name); !done)
                m_leftOut.append({name, done.error().detail});
        }
        return {};
    }

private:
    void hand(const SourceFile &file) { m_isStopped = m_isStopped || !m_take(file); }

    Result<> archive(const QByteArray &bytes, const QString &name, int depth)
    {
        Result<ZipArchive> opened = ZipArchive::open(bytes);
        if (!opened)
            return opened.error();
        ZipArchive zip = *std::move(opened);
        QStringList names = zip.names();
        sortByName(names);
        for (const QString &entry : std::as_const(names)) {
            if (m_isStopped)
                break;
            const QString where = u"%1: %2"_s.arg(name, entry);
            const Result<QByteArray> beginning = zip.beginning(entry);
            if (beginning && !isZip(*beginning) && !mayBeJson(*beginning))
                continue;
            const Result<QByteArray> content = beginning ? zip.read(entry, m_budget) : beginning;
            if (!content)
                m_leftOut.append({where, content.error().detail});
            else if (!isZip(*content))
                hand({where, *content});
            else if (depth == deepestArchive)
                m_leftOut.append({where, u"archives are too deep in each other"_s});
            else if (const Result<> inner = archive(*content, where, depth + 1); !inner)
                m_leftOut.append({where, inner.error().detail});
        }
        return {};
    }

    QList<LeftOut> &m_leftOut;
    const Take &m_take;
    qint64 m_budget = largestFile;
    bool m_isStopped = false;
};

} // namespace

QString sourceLabel(const QString &path)
{
    return path == "-"_L1 ? u"standard input"_s : path;
}

Result<> eachSourceFile(const QString &path, QList<LeftOut> &leftOut, const Take &take)
{
    const QFileInfo info(path);
    Walk walk(leftOut, take);
    if (path == "-"_L1)
        return walk.file(path, sourceLabel(path));
    if (!info.exists())
        return Error{.kind = Error::Kind::NotFound, .where = path};
    return info.isDir() ? walk.folder(path) : walk.file(path, info.fileName());
}

Result<> eachSourceFile(const SourceFile &source, QList<LeftOut> &leftOut, const Take &take)
{
    return Walk(leftOut, take).content(source);
}

} // namespace Core
