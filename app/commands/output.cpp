#include "app/commands/output.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Why standard output lost something first; 0 while it did not. The C library remembers that it
/// did, but not why.
int whyLost = 0;

bool noted(bool isWhole)
{
    if (!isWhole && whyLost == 0)
        whyLost = errno;
    return isWhole;
}

bool isWide(char32_t point)
{
    return (point >= 0x1100 && point <= 0x115f) || (point >= 0x2e80 && point <= 0xa4cf)
        || (point >= 0xac00 && point <= 0xd7a3) || (point >= 0xff00 && point <= 0xff60)
        || (point >= 0x1f300 && point <= 0x1faff);
}

/// Columns of a terminal that the text takes: marks none, wide East Asian characters two.
int columns(const QString &text)
{
    int width = 0;
    const auto points = text.toUcs4();
    for (const auto point : points) {
        const auto category = QChar::category(point);
        if (category != QChar::Mark_NonSpacing && category != QChar::Mark_Enclosing)
            width += isWide(point) ? 2 : 1;
    }
    return width;
}

QString joined(const QStringList &cells, const QList<int> &widths, const QList<int> &right)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString blanks(std::max(0, widths[i] - columns(cells[i])), u' ');
        line += (i ? u"  "_s : QString())
            + (right.contains(int(i)) ? blanks + cells[i] : cells[i] + blanks);
    }
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

} // namespace

void holdClosedStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) < 0) // the lowest number that is free is taken
            (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

bool print(const QByteArray &utf8)
{
    const auto size = static_cast<size_t>(utf8.size());
    return noted(std::fwrite(utf8.constData(), 1, size, stdout) == size);
}

bool printLine(const QString &text)
{
    return print(text.toUtf8() + '\n');
}

bool printJson(const QJsonObject &object)
{
    return print(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void flushOutput()
{
    noted(std::fflush(stdout) == 0);
}

Core::Result<> endOutput()
{
    flushOutput();
    if (whyLost == 0)
        return {};
    using Kind = Core::Error::Kind;
    return Core::Error{whyLost == EPIPE ? Kind::Cancelled : Kind::FileAccess,
                       qt_error_string(whyLost), u"standard output"_s};
}

OutputDevice::OutputDevice()
{
    open(QIODevice::WriteOnly);
}

qint64 OutputDevice::readData(char * /*data*/, qint64 /*size*/)
{
    return -1;
}

qint64 OutputDevice::writeData(const char *data, qint64 size)
{
    return print(QByteArray::fromRawData(data, size)) ? size : -1;
}

QString table(const QStringList &head, const QList<QStringList> &rows, const QList<int> &right)
{
    QList<int> widths;
    for (const QString &cell : head)
        widths += columns(cell);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], columns(row[i]));
    }

    QString text = joined(head, widths, right) + u'\n';
    for (const QStringList &row : rows)
        text += joined(row, widths, right) + u'\n';
    return text;
}

QString counted(qint64 count, const QString &one, const QString &many)
{
    return u"%1 %2"_s.arg(QString::number(count), count == 1 ? one : many);
}

bool progressWanted()
{
    return isatty(STDERR_FILENO) == 1;
}
