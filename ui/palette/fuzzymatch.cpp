#include "ui/palette/fuzzymatch.h"

#include <QString>

#include <algorithm>
#include <limits>
#include <vector>

namespace {

constexpr int perLetter = 10;
constexpr int wordStart = 12;
constexpr int inARow = 15;
constexpr int perSkipped = 1;
constexpr int impossible = std::numeric_limits<int>::min() / 2;
constexpr qsizetype longestText = 200; // what is behind is not looked at

/// Lower case without accents, letter for letter, so that positions stay the same.
QChar folded(QChar letter)
{
    if (letter.unicode() == u'đ' || letter.unicode() == u'Đ')
        return u'd';
    const QString parts = letter.decomposition();
    QChar base = parts.isEmpty() ? letter : parts.at(0);
    while (!base.decomposition().isEmpty() && base.decomposition().at(0) != base)
        base = base.decomposition().at(0);
    return base.toLower();
}

QString foldedLetters(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::transform(text.begin(), text.end(), result.begin(), folded);
    return result;
}

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    return !text[at - 1].isLetterOrNumber() && text[at].isLetterOrNumber();
}

/// best[i][j]: the score of the first i letters, the last of them standing at j.
class Table
{
public:
    Table(qsizetype letters, qsizetype length)
        : m_length(length)
        , m_cells(static_cast<size_t>(letters * length), impossible)
    {
    }

    int &at(qsizetype letter, qsizetype position)
    {
        return m_cells[static_cast<size_t>(letter * m_length + position)];
    }

private:
    qsizetype m_length;
    std::vector<int> m_cells;
};

int stepScore(int before, qsizetype from, qsizetype to)
{
    return before + (to == from + 1 ? inARow : -perSkipped * int(qMin<qsizetype>(to - from, 10)));
}

void fill(Table &best, QStringView word, QStringView text)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        for (qsizetype j = i; j < text.size(); ++j) {
            if (word[i] != text[j])
                continue;
            int before = i == 0 ? 0 : impossible;
            for (qsizetype k = i - 1; i > 0 && k < j; ++k) {
                if (best.at(i - 1, k) > impossible)
                    before = std::max(before, stepScore(best.at(i - 1, k), k, j));
            }
            if (before > impossible)
                best.at(i, j) = before + perLetter + (startsWord(text, j) ? wordStart : 0);
        }
    }
}

/// Goes the best way back from its end.
QList<int> positions(Table &best, qsizetype letters, qsizetype end)
{
    QList<int> result{int(end)};
    for (qsizetype i = letters - 1; i > 0; --i) {
        qsizetype from = i - 1;
        for (qsizetype k = i - 1; k < end; ++k) {
            if (best.at(i - 1, k) > impossible
                && stepScore(best.at(i - 1, k), k, end)
                    >= stepScore(best.at(i - 1, from), from, end))
                from = k;
        }
        end = from;
        result.prepend(int(end));
    }
    return result;
}

std::optional<FuzzyMatch> matchWord(QStringView word, QStringView text)
{
    if (word.size() > text.size())
        return std::nullopt;
    Table best(word.size(), text.size());
    fill(best, word, text);
    qsizetype end = 0;
    for (qsizetype j = 0; j < text.size(); ++j) {
        if (best.at(word.size() - 1, j) > best.at(word.size() - 1, end))
            end = j;
    }
    const int score = best.at(word.size() - 1, end);
    if (score <= impossible)
        return std::nullopt;
    return FuzzyMatch{score, positions(best, word.size(), end)};
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    const QString letters = foldedLetters(text.left(longestText));
    FuzzyMatch sum;
    for (const QStringView word : pattern.split(u' ', Qt::SkipEmptyParts)) {
        const auto match = matchWord(foldedLetters(word), letters);
        if (!match)
            return std::nullopt;
        sum.score += match->score;
        for (const int position : match->positions) {
            if (!sum.positions.contains(position))
                sum.positions.append(position);
        }
    }
    std::sort(sum.positions.begin(), sum.positions.end());
    return sum;
}
