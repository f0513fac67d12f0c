// Where simulated users go, and who moves when weights change.

#include "core/net/router.h"
#include "core/session/routing.h"
#include "tests/bench/netfigures.h"

#include <cmath>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int users = 200'000;

struct Moves
{
    QHash<QString, int> users; ///< afterwards, by provider
    int nobody = 0; ///< users without a provider
    int moved = 0;
    int elsewhere = 0; ///< those of them that are not with the raised one
};

Moves movesBetween(const Router &before, const Router &after, const QString &raised)
{
    Moves moves;
    for (int i = 0; i < users; ++i) {
        const QString user = u"user-%1"_s.arg(i);
        const auto first = before.assign(user);
        const auto second = after.assign(user);
        if (!first || !second) {
            ++moves.nobody;
            continue;
        }
        ++moves.users[second->provider];
        if (first->provider == second->provider)
            continue;
        ++moves.moved;
        moves.elsewhere += second->provider == raised ? 0 : 1;
    }
    return moves;
}

/// The largest distance between a share of users and its weight's, in points.
double worstShare(const Moves &moves, const Router &router)
{
    double worst = 0;
    for (auto each = moves.users.begin(); each != moves.users.end(); ++each)
        worst = std::max(worst,
                         std::abs(100.0 * each.value() / users - 100 * router.share(each.key())));
    return worst;
}

NetFigure simulated(const QString &name, const QList<double> &from, const QList<double> &to,
                    int raised)
{
    const Router after = routerOf(settingsOf(to));
    const Moves moves =
        movesBetween(routerOf(settingsOf(from)), after, QString(QChar('A' + raised)));
    const double worst = worstShare(moves, after);
    return {.name = u"shares: %1"_s.arg(name),
            .value = u"off by %1 points, %2 without a provider, %3% moved, %4 of them elsewhere"_s
                         .arg(worst, 0, 'f', 3)
                         .arg(moves.nobody)
                         .arg(100.0 * moves.moved / users, 0, 'f', 2)
                         .arg(moves.elsewhere),
            .goal = u"0.2 points, 0, –, 0"_s,
            .met = metWhere(worst <= 0.2 && moves.nobody == 0 && moves.elsewhere == 0)};
}

} // namespace

NetFigures shareFigures()
{
    return {simulated(u"95/5, B to 10"_s, {95, 5}, {95, 10}, 1),
            simulated(u"99/1, to 50/50"_s, {99, 1}, {50, 50}, 1),
            simulated(u"90/5/5, B to 10"_s, {90, 5, 5}, {90, 10, 5}, 1),
            simulated(u"90/5/5, C to 10"_s, {90, 5, 5}, {90, 5, 10}, 2),
            simulated(u"60/20/15/5, D to 40"_s, {60, 20, 15, 5}, {60, 20, 15, 40}, 3),
            simulated(u"60/20/15/5, A to 90"_s, {60, 20, 15, 5}, {90, 20, 15, 5}, 0)};
}
