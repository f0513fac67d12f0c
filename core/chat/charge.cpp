#include "core/chat/charge.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr Money mostForOneRequest{1'000'000 * picoPerDollar};

constexpr std::array bases{
    std::pair{Charge::Basis::Provider, u"provider"},
    std::pair{Charge::Basis::UsageTimesPrice, u"usage × price"},
    std::pair{Charge::Basis::Estimated, u"estimated"},
    std::pair{Charge::Basis::Unpriced, u"unpriced"},
};

constexpr std::array kinds{
    std::pair{Charge::Kind::Turn, u"turn"},           std::pair{Charge::Kind::Summary, u"summary"},
    std::pair{Charge::Kind::Embedding, u"embedding"}, std::pair{Charge::Kind::Lab, u"lab"},
    std::pair{Charge::Kind::Test, u"test"},
};

template <typename Table, typename Value>
QString nameIn(const Table &table, Value value)
{
    for (const auto &[each, name] : table) {
        if (each == value)
            return QString::fromUtf16(name);
    }
    Q_UNREACHABLE();
}

template <typename Value, typename Table>
std::optional<Value> valueIn(const Table &table, QStringView name)
{
    for (const auto &[value, known] : table) {
        if (name == QStringView(known))
            return value;
    }
    return std::nullopt;
}

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
    return valueIn<Charge::Kind>(kinds, name);
}

std::optional<Charge::Basis> chargeBasisFromName(QStringView name)
{
    return valueIn<Charge::Basis>(bases, name);
}

} // namespace Core
