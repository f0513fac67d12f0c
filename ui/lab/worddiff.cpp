#include "ui/lab/worddiff.h"

#include "core/base/diff.h"
#include "ui/base/colors.h"

#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

using Core::DiffKind;

namespace {

constexpr double groundShare = 0.16;

QTextCharFormat formatOf(DiffKind kind, const QPalette &palette)
{
    QTextCharFormat format;
    if (kind == DiffKind::Same)
        return format;
    const bool removed = kind == DiffKind::Removed;
    const QColor ink = removed ? Colors::bad(palette) : Colors::good(palette);
    QColor ground = ink;
    ground.setAlphaF(groundShare);
    format.setForeground(ink);
    format.setBackground(ground);
    format.setFontStrikeOut(removed);
    format.setFontUnderline(!removed);
    return format;
}

} // namespace

void writeWordDiff(QTextDocument &document, const QString &first, const QString &second,
                   const QPalette &palette)
{
    document.clear();
    const QList<QStringView> before = Core::diffWords(first);
    const QList<QStringView> after = Core::diffWords(second);
    QTextCursor cursor(&document);
    const QList<Core::DiffStep> steps = Core::diff(before, after);
    for (const Core::DiffStep &step : steps) {
        const QStringView word =
            step.kind == DiffKind::Removed ? before[step.before] : after[step.after];
        cursor.insertText(word.toString(), formatOf(step.kind, palette));
    }
}

double sameWords(const QString &first, const QString &second)
{
    const QList<QStringView> before = Core::diffWords(first);
    const QList<QStringView> after = Core::diffWords(second);
    const qsizetype longer = std::max(before.size(), after.size());
    if (longer == 0)
        return 1;
    const QList<Core::DiffStep> steps = Core::diff(before, after);
    const auto same = std::count_if(steps.cbegin(), steps.cend(), [](const Core::DiffStep &step) {
        return step.kind == DiffKind::Same;
    });
    return double(same) / double(longer);
}
