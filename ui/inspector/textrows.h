#pragma once

#include "core/base/diff.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>

/// A row of a long text as it stands on the screen: a line, or a piece of one that is too long.
struct TextRow
{
    qsizetype start = 0; ///< in the text
    qsizetype length = 0;
    bool continues = false; ///< the row before it is the same line
    Core::DiffKind change = Core::DiffKind::Same;
    qsizetype skipped = 0; ///< of a row that stands for that many equal lines; it has no text

    friend bool operator==(const TextRow &, const TextRow &) = default;
};

/// How many columns of a fixed-width font the character takes: 0 for marks, 2 for wide ones.
int columnsOf(QStringView text, qsizetype at);

/// The text in rows of at most `columns`. Linear, and quick enough to be done again whenever
/// the width changes.
QList<TextRow> textRows(QStringView text, int columns);

/// The rows of a text of changes: see RequestDiff. `marks` has one for each line.
struct LineMark
{
    Core::DiffKind change = Core::DiffKind::Same;
    qsizetype skipped = 0;

    friend bool operator==(const LineMark &, const LineMark &) = default;
};
QList<TextRow> textRows(QStringView text, const QList<LineMark> &marks, int columns);

/// The rows of a text that may have megabytes, for a list view.
class TextRowsModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextRowsModel)

public:
    enum Role {
        ContinuesRole = Qt::UserRole,
        ChangeRole, ///< Core::DiffKind
        SkippedRole,
    };

    explicit TextRowsModel(QObject *parent = nullptr);

    const QString &text() const { return m_text; }
    void setText(const QString &text, const QList<LineMark> &marks = {});
    void setColumns(int columns);

    /// The rows' text, with the pieces of a line joined again.
    QString textOf(const QModelIndexList &rows) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void layOut();

    QString m_text;
    QList<LineMark> m_marks;
    QList<TextRow> m_rows;
    int m_columns = 80;
};
