#include "ui/thread/foldedsearch.h"

#include "core/base/text.h"

FoldedSearch::FoldedSearch(const QString &wanted)
    : m_wanted(Core::foldedText(wanted))
{
}

/// `text` as it is compared. `origins` receives where each character comes from.
QString FoldedSearch::folded(const QString &text, QList<int> *origins) const
{
    QString result;
    result.reserve(text.size());
    if (origins)
        origins->reserve(text.size());
    for (int i = 0; i < int(text.size()); ++i) {
        const char16_t character = text[i].unicode();
        qsizetype length = 1;
        if (character < 0x80) {
            result += text[i].toLower();
        } else {
            auto fold = m_folds.constFind(character);
            if (fold == m_folds.cend())
                fold = m_folds.insert(character, Core::foldedText(QString(text[i])));
            result += *fold;
            length = fold->size();
        }
        if (origins)
            origins->insert(origins->size(), length, i);
    }
    return result;
}

QList<SourceRange> FoldedSearch::in(const QString &text, int most) const
{
    if (m_wanted.isEmpty() || !folded(text, nullptr).contains(m_wanted))
        return {};
    QList<int> origins;
    const QString searched = folded(text, &origins);
    QList<SourceRange> found;
    for (qsizetype at = searched.indexOf(m_wanted); at >= 0 && found.size() < most;
         at = searched.indexOf(m_wanted, at + m_wanted.size())) {
        const qsizetype behind = at + m_wanted.size();
        // Marks that stand behind their letter belong to what was found.
        const int end = behind < origins.size() ? origins[behind] : int(text.size());
        found.append({origins[at], end});
    }
    return found;
}
