#include "ui/inspector/requestdiff.h"

#include "ui/inspector/prettyjson.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace {

using Core::DiffKind;

constexpr qsizetype around = 3;

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RequestDiff)
};

/// Which steps are changes, or near one.
QList<bool> shownSteps(const QList<Core::DiffStep> &steps)
{
    QList<bool> shown(steps.size(), false);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].kind == DiffKind::Same)
            continue;
        const qsizetype from = qMax<qsizetype>(0, i - around);
        const qsizetype to = qMin(steps.size() - 1, i + around);
        for (qsizetype near = from; near <= to; ++near)
            shown[near] = true;
    }
    return shown;
}

} // namespace

RequestDiff requestDiff(const QByteArray &before, const QByteArray &after)
{
    const QString one = QString::fromUtf8(prettyJson(before));
    const QString two = QString::fromUtf8(prettyJson(after));
    const QList<QStringView> oldLines = Core::diffLines(one);
    const QList<QStringView> newLines = Core::diffLines(two);
    const QList<Core::DiffStep> steps = Core::diff(oldLines, newLines);
    const QList<bool> shown = shownSteps(steps);

    RequestDiff result;
    QStringList lines;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (!shown[i]) {
            qsizetype end = i;
            while (end < steps.size() && !shown[end])
                ++end;
            lines += Texts::tr("%n equal lines", nullptr, int(end - i));
            result.marks.append(LineMark{.skipped = end - i});
            i = end - 1;
            continue;
        }
        const DiffKind kind = steps[i].kind;
        result.added += kind == DiffKind::Added ? 1 : 0;
        result.removed += kind == DiffKind::Removed ? 1 : 0;
        lines += (kind == DiffKind::Added ? newLines[steps[i].after] : oldLines[steps[i].before])
                     .toString();
        result.marks.append(LineMark{.change = kind});
    }
    result.text = lines.join(u'\n');
    return result;
}
