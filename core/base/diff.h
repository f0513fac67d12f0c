#pragma once

#include <QList>
#include <QStringView>

namespace Core {

enum class DiffKind : quint8 { Same, Removed, Added };

/// One step from the text before to the text after. A place that a step does not have is -1.
struct DiffStep
{
    DiffKind kind = DiffKind::Same;
    qsizetype before = -1;
    qsizetype after = -1;

    friend bool operator==(const DiffStep &, const DiffStep &) = default;
};

/// The shortest way from `before` to `after` (lines, or words) by Myers' algorithm. Where it
/// would take more than `mostEdits`, the part that differs is removed and added as a whole, so
/// that the work is bounded: (size + mostEdits) · mostEdits steps.
QList<DiffStep> diff(const QList<QStringView> &before, const QList<QStringView> &after,
                     int mostEdits = 1000);

/// `text` in lines; the views live as long as the text.
QList<QStringView> diffLines(QStringView text);

/// `text` in words, each with the blanks behind it, so that they join to the text again.
QList<QStringView> diffWords(QStringView text);

} // namespace Core
