#include "core/store/ledgersumcolumns.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

const std::array<SumDimension, 7> &sumDimensions()
{
    static constexpr std::array<SumDimension, 7> dimensions{{
        {SumBy::Nothing, "all"_L1, "''"_L1, true},
        {SumBy::User, "user"_L1, "user_id"_L1, true},
        {SumBy::Provider, "provider"_L1, "provider"_L1, true},
        {SumBy::Model, "model"_L1, "model"_L1, true},
        {SumBy::Strategy, "strategy"_L1, "strategy"_L1, true},
        {SumBy::Kind, "kind"_L1, "kind"_L1, true},
        {SumBy::Conversation, "conversation"_L1, "conversation_id"_L1, false},
    }};
    return dimensions;
}

const SumDimension &sumDimensionOf(SumBy by)
{
    for (const SumDimension &dimension : sumDimensions()) {
        if (dimension.by == by)
            return dimension;
    }
    Q_UNREACHABLE();
}

} // namespace Core
