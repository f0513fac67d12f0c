#pragma once

#include "ui/thread/sourcerange.h"

#include <QHash>
#include <QList>
#include <QString>

/// Finds a text in others as the search of the store does: without regard to case and
/// diacritics, so that "doi tra" finds "Đổi trả".
class FoldedSearch
{
public:
    explicit FoldedSearch(const QString &wanted);

    bool isEmpty() const { return m_wanted.isEmpty(); }
    /// Where it stands in `text`, in order, not overlapping; at most `most`.
    QList<SourceRange> in(const QString &text, int most) const;

private:
    QString folded(const QString &text, QList<int> *origins) const;

    QString m_wanted;
    mutable QHash<char16_t, QString> m_folds; ///< of single characters beyond ASCII
};
