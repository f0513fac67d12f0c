#include "ui/lab/experimentexport.h"

#include "core/session/experimentreport.h"
#include "ui/base/colors.h"
#include "ui/lab/experimenttable.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentExport)
};

constexpr int textPoints = 9;
constexpr int dotsPerInch = 300;
constexpr qreal marginMm = 15;
constexpr qreal pictureWidth = 1400;
constexpr qreal pictureScale = 2;
constexpr int pictureMargin = 24;

Core::Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return Core::Error{Core::Error::Kind::FileAccess, file.errorString(), path};
}

/// Text that stays text: what Markdown would read as markup has a backslash.
QString escaped(const QString &text)
{
    static const QString marks = u"\\`*_{}[]<>()#+!|~&$"_s;
    QString safe;
    for (const QChar letter : text.simplified()) {
        if (marks.contains(letter))
            safe += u'\\';
        safe += letter;
    }
    return safe;
}

QString tableLine(const QStringList &cells)
{
    QStringList safe;
    for (const QString &cell : cells)
        safe += escaped(cell);
    return u"| "_s + safe.join(u" | "_s) + u" |\n"_s;
}

void addText(QTextCursor &cursor, const QString &text, qreal points, bool strong, qreal above)
{
    QTextBlockFormat block;
    block.setTopMargin(above);
    block.setBottomMargin(4);
    QTextCharFormat letters;
    letters.setFontPointSize(points);
    letters.setFontWeight(strong ? QFont::DemiBold : QFont::Normal);
    cursor.movePosition(QTextCursor::End);
    if (!cursor.document()->isEmpty())
        cursor.insertBlock();
    cursor.setBlockFormat(block);
    cursor.insertText(text, letters);
}

void addTable(QTextCursor &cursor, const ExperimentTable &content)
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(6);
    format.setTopMargin(8);
    format.setHeaderRowCount(1);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    cursor.movePosition(QTextCursor::End);
    cursor.insertBlock();
    QTextTable &table =
        *cursor.insertTable(int(content.rows.size()) + 1, int(content.head.size()), format);
    for (int row = 0; row <= content.rows.size(); ++row) {
        const QStringList &cells = row == 0 ? content.head : content.rows[row - 1];
        for (int column = 0; column < cells.size(); ++column) {
            QTextTableCell cell = table.cellAt(row, column);
            QTextCursor inside = cell.firstCursorPosition();
            QTextBlockFormat block;
            block.setAlignment(content.numbers.contains(column) ? Qt::AlignRight : Qt::AlignLeft);
            inside.setBlockFormat(block);
            QTextCharFormat letters;
            letters.setFontWeight(row == 0 ? QFont::DemiBold : QFont::Normal);
            inside.insertText(cells[column], letters);
            QTextTableCellFormat line = cell.format().toTableCellFormat();
            line.setBottomBorder(1);
            line.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            line.setBottomBorderBrush(Colors::line(Colors::lightPalette()));
            cell.setFormat(line);
        }
    }
}

void fill(QTextDocument &document, const Core::Experiment &experiment, const QStringList &commands)
{
    document.setUndoRedoEnabled(false);
    document.setDocumentMargin(0);
    QFont font = document.defaultFont();
    font.setPointSizeF(textPoints);
    document.setDefaultFont(font);
    QTextCursor cursor(&document);
    addText(cursor, experiment.name, 2 * textPoints, true, 0);
    for (const auto &[name, value] : experimentParameters(experiment))
        addText(cursor, Texts::tr("%1: %2", "name, value").arg(name, value), textPoints, false, 0);
    addTable(cursor, experimentTable(experiment));
    if (!commands.isEmpty())
        addText(cursor, Texts::tr("The same from a command line"), textPoints + 2, true, 14);
    for (const QString &command : commands)
        addText(cursor, command, textPoints, false, 2);
}

QByteArray pdf(const Core::Experiment &experiment, const QStringList &commands)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&file);
        writer.setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Landscape,
                              QMarginsF(marginMm, marginMm, marginMm, marginMm),
                              QPageLayout::Millimeter});
        writer.setResolution(dotsPerInch);
        writer.setTitle(experiment.name);
        writer.setCreator(u"Skein"_s);
        QTextDocument document;
        document.documentLayout()->setPaintDevice(&writer);
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        fill(document, experiment, commands);
        document.print(&writer);
    }
    return file.data();
}

/// As high as it needs to be, on white.
QByteArray png(const Core::Experiment &experiment, const QStringList &commands)
{
    QTextDocument document;
    fill(document, experiment, commands);
    document.setTextWidth(pictureWidth);
    const QSizeF whole = document.size() + QSizeF(2 * pictureMargin, 2 * pictureMargin);
    QImage picture((whole * pictureScale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(pictureScale);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.translate(pictureMargin, pictureMargin);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = Colors::lightPalette();
    document.documentLayout()->draw(&painter, context);
    painter.end();
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    picture.save(&file, "PNG");
    return file.data();
}

} // namespace

QString ExperimentExport::markdown(const Core::Experiment &experiment, const QStringList &commands)
{
    QString text = u"# %1\n\n"_s.arg(escaped(experiment.name));
    for (const auto &[name, value] : experimentParameters(experiment))
        text += u"- %1: %2\n"_s.arg(escaped(name), escaped(value));
    const ExperimentTable table = experimentTable(experiment);
    QStringList rule;
    for (int column = 0; column < table.head.size(); ++column)
        rule += table.numbers.contains(column) ? u"---:"_s : u"---"_s;
    text += u'\n' + tableLine(table.head) + u"| "_s + rule.join(u" | "_s) + u" |\n"_s;
    for (const QStringList &row : table.rows)
        text += tableLine(row);
    if (!commands.isEmpty())
        text += u"\n```sh\n%1\n```\n"_s.arg(commands.join(u'\n').replace(u"```"_s, u"'''"_s));
    return text;
}

Core::Result<void> ExperimentExport::write(const QString &path, Format format,
                                           const Core::Experiment &experiment,
                                           const QStringList &commands)
{
    switch (format) {
    case Format::Csv:
        return writeFile(path, Core::experimentCsv(experiment));
    case Format::Markdown:
        return writeFile(path, markdown(experiment, commands).toUtf8());
    case Format::Png:
        return writeFile(path, png(experiment, commands));
    case Format::Pdf:
        return writeFile(path, pdf(experiment, commands));
    }
    Q_UNREACHABLE();
}
