#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Core {

/// Embeddings of a question and of messages, from one model. A plain value.
struct DenseVectors
{
    QList<float> question;
    QHash<QString, QList<float>> messages; ///< by message id; those not embedded yet are missing
};

/// The cosine of two vectors; nothing where either is empty, zero or of another length.
std::optional<double> cosine(std::span<const float> left, std::span<const float> right);

/// Weighted sum of two scores, each divided by the best of its kind: alpha of the dense one,
/// 1 - alpha of the lexical. Where there is no dense score the lexical one stands alone. Ranks
/// (RRF) lose to this by measurement, because they forget by how much one is better.
std::vector<double> fusedScores(std::span<const double> lexical,
                                std::span<const std::optional<double>> dense, double alpha);

} // namespace Core
