#include "core/base/diff.h"

#include <QHash>

#include <algorithm>
#include <span>

namespace Core {

namespace {

/// Equal texts get equal numbers, so that the search compares integers.
class Numbers
{
public:
    QList<int> of(const QList<QStringView> &texts)
    {
        QList<int> numbers;
        numbers.reserve(texts.size());
        for (const QStringView text : texts) {
            const auto known = m_numbers.constFind(text);
            const int number = known == m_numbers.cend() ? int(m_numbers.size()) : *known;
            if (known == m_numbers.cend())
                m_numbers.insert(text, number);
            numbers.append(number);
        }
        return numbers;
    }

private:
    QHash<QStringView, int> m_numbers;
};

/// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), with the furthest places
/// of every round kept, to walk back along.
class Search
{
public:
    Search(std::span<const int> before, std::span<const int> after)
        : m_before(before)
        , m_after(after)
    {
    }

    /// Whether the end was reached within `mostEdits`.
    bool run(int mostEdits)
    {
        const int most = int(std::min<size_t>(size_t(mostEdits), m_before.size() + m_after.size()));
        for (int edits = 0; edits <= most; ++edits) {
            if (round(edits))
                return true;
        }
        return false;
    }

    /// The steps from the beginning to the end, with places counted from `offset`.
    QList<DiffStep> steps(qsizetype offset) const
    {
        QList<DiffStep> steps;
        auto x = qsizetype(m_before.size());
        auto y = qsizetype(m_after.size());
        for (auto edits = qsizetype(m_rounds.size()) - 1; edits >= 0; --edits) {
            const qsizetype k = x - y;
            const bool down = edits > 0 && goesDown(edits, k);
            const qsizetype fromK = down ? k + 1 : k - 1;
            const qsizetype fromX = edits > 0 ? furthest(edits - 1, fromK) : 0;
            const qsizetype fromY = edits > 0 ? fromX - fromK : 0;
            while (x > fromX + (edits > 0 && !down ? 1 : 0) && y > fromY + (down ? 1 : 0)) {
                --x;
                --y;
                steps.append({DiffKind::Same, offset + x, offset + y});
            }
            if (edits > 0)
                steps.append(down ? DiffStep{DiffKind::Added, -1, offset + fromY}
                                  : DiffStep{DiffKind::Removed, offset + fromX, -1});
            x = fromX;
            y = fromY;
        }
        std::reverse(steps.begin(), steps.end());
        return steps;
    }

private:
    /// The furthest x on diagonal k after that many edits; a round has every second diagonal.
    qsizetype furthest(qsizetype edits, qsizetype k) const
    {
        return m_rounds[edits][(k + edits) / 2];
    }

    bool goesDown(qsizetype edits, qsizetype k) const
    {
        return k == -edits
            || (k != edits && furthest(edits - 1, k - 1) < furthest(edits - 1, k + 1));
    }

    bool round(int edits)
    {
        QList<int> reached;
        reached.reserve(edits + 1);
        for (qsizetype k = -edits; k <= edits; k += 2) {
            qsizetype x = 0;
            if (edits > 0)
                x = goesDown(edits, k) ? furthest(edits - 1, k + 1)
                                       : furthest(edits - 1, k - 1) + 1;
            auto y = x - k;
            while (x < qsizetype(m_before.size()) && y < qsizetype(m_after.size())
                   && m_before[size_t(x)] == m_after[size_t(y)]) {
                ++x;
                ++y;
            }
            reached.append(int(x));
            if (x >= qsizetype(m_before.size()) && y >= qsizetype(m_after.size())) {
                m_rounds.append(reached);
                return true;
            }
        }
        m_rounds.append(reached);
        return false;
    }

    std::span<const int> m_before;
    std::span<const int> m_after;
    QList<QList<int>> m_rounds;
};

QList<DiffStep> replaced(qsizetype offset, size_t before, size_t after)
{
    QList<DiffStep> steps;
    for (size_t i = 0; i < before; ++i)
        steps.append({DiffKind::Removed, offset + qsizetype(i), -1});
    for (size_t i = 0; i < after; ++i)
        steps.append({DiffKind::Added, -1, offset + qsizetype(i)});
    return steps;
}

} // namespace

QList<DiffStep> diff(const QList<QStringView> &before, const QList<QStringView> &after,
                     int mostEdits)
{
    Numbers numbers;
    const QList<int> one = numbers.of(before);
    const QList<int> two = numbers.of(after);
    const qsizetype shorter = std::min(one.size(), two.size());
    qsizetype head = 0;
    while (head < shorter && one[head] == two[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && one[one.size() - 1 - tail] == two[two.size() - 1 - tail])
        ++tail;

    QList<DiffStep> steps;
    for (qsizetype i = 0; i < head; ++i)
        steps.append({DiffKind::Same, i, i});
    const auto middle = [&](const QList<int> &all) {
        return std::span(all).subspan(size_t(head), size_t(all.size() - head - tail));
    };
    Search search(middle(one), middle(two));
    steps += search.run(mostEdits) ? search.steps(head)
                                   : replaced(head, middle(one).size(), middle(two).size());
    for (qsizetype i = tail; i > 0; --i)
        steps.append({DiffKind::Same, one.size() - i, two.size() - i});
    return steps;
}

QList<QStringView> diffLines(QStringView text)
{
    return text.split(u'\n');
}

QList<QStringView> diffWords(QStringView text)
{
    QList<QStringView> words;
    qsizetype start = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i - 1].isSpace() && !text[i].isSpace()) {
            words.append(text.sliced(start, i - start));
            start = i;
        }
    }
    if (start < text.size())
        words.append(text.sliced(start));
    return words;
}

} // namespace Core
