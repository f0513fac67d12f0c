#include "core/chat/charge.h"

#include "core/base/names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr Money mostForOneRequest{1'000'000 * picoPerDollar};

constexpr std::array bases{
    std::pair{Charge::Basis::Provider, QStringView(u"provider")},
    std::pair{Charge::Basis::UsageTimesPrice, QStringView(u"usage × price")},
    std::pair{Charge::Basis::Estimated, QStringView(u"estimated")},
    std::pair{Charge::Basis::Unpriced, QStringView(u"unpriced")},
};

constexpr std::array kinds{
    std::pair{Charge::Kind::Turn, QStringView(u"turn")},
    std::pair{Charge::Kind::Summary, QStringView(u"summary")},
    std::pair{Charge::Kind::Embedding, QStringView(u"embedding")},
    std::pair{Charge::Kind::Lab, QStringView(u"lab")},
    std::pair{Charge::Kind::Test, QStringView(u"test")},
};

} // namespace

Charge withinReason(Charge charge)
{
    charge.usage = withinReason(charge.usage);
    if (charge.amount)
        charge.amount = std::clamp(*charge.amount, Money{}, mostForOneRequest);
    return charge;
}

QString basisName(Charge::Basis basis)
{
    return nameIn(bases, basis);
}

QString kindName(Charge::Kind kind)
{
    return nameIn(kinds, kind);
}

std::optional<Charge::Kind> chargeKindFromName(QStringView name)
{
    return valueIn(kinds, name);
}

std::optional<Charge::Basis> chargeBasisFromName(QStringView name)
{
    return valueIn(bases, name);
}

} // namespace Core
