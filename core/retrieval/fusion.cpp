#include "core/retrieval/fusion.h"

#include <algorithm>
#include <cmath>

namespace Core {

std::optional<double> cosine(std::span<const float> left, std::span<const float> right)
{
    if (left.empty() || left.size() != right.size())
        return std::nullopt;
    double dot = 0;
    double leftSquare = 0;
    double rightSquare = 0;
    for (size_t i = 0; i < left.size(); ++i) {
        dot += double(left[i]) * double(right[i]);
        leftSquare += double(left[i]) * double(left[i]);
        rightSquare += double(right[i]) * double(right[i]);
    }
    const double length = std::sqrt(leftSquare) * std::sqrt(rightSquare);
    return length > 0 && std::isfinite(length) ? std::optional(dot / length) : std::nullopt;
}

std::vector<double> fusedScores(std::span<const double> lexical,
                                std::span<const std::optional<double>> dense, double alpha)
{
    double bestLexical = 0;
    double bestDense = 0;
    for (size_t i = 0; i < lexical.size(); ++i) {
        bestLexical = std::max(bestLexical, lexical[i]);
        bestDense = std::max(bestDense, dense[i].value_or(0));
    }
    std::vector<double> fused;
    fused.reserve(lexical.size());
    for (size_t i = 0; i < lexical.size(); ++i) {
        const double words = bestLexical > 0 ? lexical[i] / bestLexical : 0;
        const double meaning = bestDense > 0 && dense[i] ? *dense[i] / bestDense : words;
        fused.push_back(alpha * meaning + (1 - alpha) * words);
    }
    return fused;
}

} // namespace Core
