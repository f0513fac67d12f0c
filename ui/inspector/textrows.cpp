#include "ui/inspector/textrows.h"

#include <algorithm>

namespace {

/// The blocks that fixed-width fonts draw two columns wide: Hangul, CJK, full-width forms.
bool isWide(char16_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60);
}

/// Where a row that is full at `at` ends: behind a blank in its second half, or right there.
qsizetype breakBefore(QStringView text, qsizetype start, qsizetype at)
{
    for (qsizetype i = at; i > start + (at - start) / 2; --i) {
        if (text[i - 1] == u' ')
            return i;
    }
    return at;
}

void appendLine(QList<TextRow> &rows, QStringView text, TextRow line, int columns)
{
    const qsizetype end = line.start + line.length;
    TextRow row = line;
    int used = 0;
    for (qsizetype at = line.start; at < end;) {
        const int wide = columnsOf(text, at);
        if (used + wide > columns && at > row.start) {
            at = breakBefore(text, row.start, at);
            row.length = at - row.start;
            rows.append(row);
            row.start = at;
            row.continues = true;
            used = 0;
            continue;
        }
        used += wide;
        at += text[at].isHighSurrogate() && at + 1 < end ? 2 : 1;
    }
    row.length = end - row.start;
    rows.append(row);
}

} // namespace

int columnsOf(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.unicode() < 0x300)
        return 1;
    if (c.isHighSurrogate())
        return 2;
    if (c.isMark())
        return 0;
    return isWide(c.unicode()) ? 2 : 1;
}

QList<TextRow> textRows(QStringView text, int columns)
{
    return textRows(text, {}, columns);
}

QList<TextRow> textRows(QStringView text, const QList<LineMark> &marks, int columns)
{
    QList<TextRow> rows;
    const int width = std::max(8, columns);
    qsizetype number = 0;
    for (qsizetype start = 0; start <= text.size(); ++number) {
        qsizetype end = text.indexOf(u'\n', start);
        end = end < 0 ? text.size() : end;
        const LineMark mark = marks.value(number);
        const TextRow line{
            .start = start, .length = end - start, .change = mark.change, .skipped = mark.skipped};
        appendLine(rows, text, line, width);
        start = end + 1;
    }
    return rows;
}

TextRowsModel::TextRowsModel(QObject *parent)
    : QAbstractListModel(parent)
{
    layOut();
}

void TextRowsModel::setText(const QString &text, const QList<LineMark> &marks)
{
    m_text = text;
    m_marks = marks;
    layOut();
}

void TextRowsModel::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    layOut();
}

void TextRowsModel::layOut()
{
    beginResetModel();
    m_rows = textRows(m_text, m_marks, m_columns);
    endResetModel();
}

QString TextRowsModel::textOf(const QModelIndexList &rows) const
{
    QList<int> numbers;
    for (const QModelIndex &row : rows)
        numbers.append(row.row());
    std::sort(numbers.begin(), numbers.end());
    QString text;
    for (const int number : numbers) {
        const TextRow &row = m_rows[number];
        if (!text.isEmpty() && !row.continues)
            text += u'\n';
        text += QStringView(m_text).sliced(row.start, row.length);
    }
    return text;
}

int TextRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TextRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TextRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return m_text.sliced(row.start, row.length);
    case Qt::AccessibleTextRole:
        switch (row.change) {
        case Core::DiffKind::Same:
            return m_text.sliced(row.start, row.length);
        case Core::DiffKind::Added:
            return tr("Added: %1").arg(m_text.sliced(row.start, row.length));
        case Core::DiffKind::Removed:
            return tr("Removed: %1").arg(m_text.sliced(row.start, row.length));
        }
        Q_UNREACHABLE();
    case ContinuesRole:
        return row.continues;
    case ChangeRole:
        return QVariant::fromValue(row.change);
    case SkippedRole:
        return row.skipped;
    default:
        return {};
    }
}
