#pragma once

#include "core/context/planbuilder.h"

#include <vector>

namespace Core {

/// What retrieval takes or leaves as one: a turn; in a talk between named people, where what
/// each one says stands by itself, a unit.
struct Piece
{
    int begin = 0; ///< in ThreadUnits::units
    int end = 0;
    int best = 0; ///< the unit that the score is of
    int tokens = 0; ///< of its free units
    double score = 0;
    bool matches = false;
};

/// Embeddings count this much of the score, where there are any.
const OptionInfo &alphaOption();

bool anyMatches(const std::vector<Piece> &pieces);

/// The pieces before the question that have something free, the most relevant first; among
/// equals the newest. Where no word matches, the newest are first.
std::vector<Piece> rankedPieces(const PlanBuilder &builder, const PlanInput &input);

/// The question's text; empty where there is none.
QString questionText(const PlanBuilder &builder);

} // namespace Core
